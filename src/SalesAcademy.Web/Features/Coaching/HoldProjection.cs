using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Holds a person's notes from the start of a certification quiz until it is submitted.</summary>
internal sealed class HoldProjection(Library library) : IProjection<AttemptStarted>, IProjection<AttemptGraded>, IProjection<GradingAwaited>
{
    // The quiz closes itself at its deadline; this is for one that cannot be graded, which must not hold notes for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task Apply(AttemptStarted happened, Entry entry)
    {
        if (happened.Kind != AttemptKind.Certification)
            return;
        await entry.Hold(Holds.Turn(happened.Subject));
        var limit = library.At(happened.ContentHash)?.FindCourse(happened.Course)?.FindQuiz(happened.Quiz)?.TimeLimit;
        entry.Db.Add(new HoldRow { Attempt = happened.Attempt, Person = happened.Subject, Until = entry.Act.At + limit + Patience });
    }

    public Task Apply(AttemptGraded happened, Entry entry) => End(happened.Subject, happened.Attempt, happened.Kind, entry);

    public Task Apply(GradingAwaited happened, Entry entry) => End(happened.Subject, happened.Attempt, happened.Kind, entry);

    private static async Task End(Guid person, Guid attempt, AttemptKind kind, Entry entry)
    {
        if (kind != AttemptKind.Certification)
            return;
        await entry.Hold(Holds.Turn(person));
        if (await entry.Db.Set<HoldRow>().SingleOrDefaultAsync(hold => hold.Attempt == attempt && hold.EndedAt == null) is not { } ended)
            return;
        ended.EndedAt = entry.Act.At;
        if (!await entry.Db.OpenHolds(entry.Act.At).AnyAsync(hold => hold.Person == person && hold.Attempt != attempt))
            await Holds.Release(entry, person);
    }
}
