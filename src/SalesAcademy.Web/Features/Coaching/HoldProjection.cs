using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Holds a person's notes from the start of a certification quiz until it is graded.</summary>
internal sealed class HoldProjection(Library library) : IProjection<AttemptStarted>, IProjection<AttemptGraded>
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

    public async Task Apply(AttemptGraded happened, Entry entry)
    {
        if (happened.Kind != AttemptKind.Certification)
            return;
        await entry.Hold(Holds.Turn(happened.Subject));
        if (await entry.Db.Set<HoldRow>().SingleOrDefaultAsync(hold => hold.Attempt == happened.Attempt && hold.EndedAt == null) is not { } ended)
            return;
        ended.EndedAt = entry.Act.At;
        if (!await entry.Db.OpenHolds(entry.Act.At).AnyAsync(hold => hold.Person == happened.Subject && hold.Attempt != happened.Attempt))
            await Holds.Release(entry, happened.Subject);
    }
}
