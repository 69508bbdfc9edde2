using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Holds a person's notes from the start of a certification quiz until it is submitted.</summary>
internal sealed class HoldProjection(Library library) : IProjection<AttemptStarted>, IProjection<AttemptGraded>, IProjection<GradingAwaited>
{
    /// <summary>How long notes are held past the end of the time: the quiz closes itself at its deadline, and one that cannot be graded must not hold them for ever.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task Apply(AttemptStarted happened, Entry entry)
    {
        if (happened.Kind != AttemptKind.Certification)
            return;
        await entry.Hold(Holds.Turn(happened.Subject));
        var limit = library.At(happened.ContentHash)?.FindCourse(happened.Course)?.FindQuiz(happened.Quiz)?.TimeLimit;
        entry.Execute(HoldStatements.Begin, happened.Attempt, happened.Subject, entry.Act.At + limit + Patience);
    }

    public Task Apply(AttemptGraded happened, Entry entry) => End(happened.Subject, happened.Attempt, happened.Kind, entry);

    public Task Apply(GradingAwaited happened, Entry entry) => End(happened.Subject, happened.Attempt, happened.Kind, entry);

    private static async Task End(Guid person, Guid attempt, AttemptKind kind, Entry entry)
    {
        if (kind != AttemptKind.Certification)
            return;
        await entry.Hold(Holds.Turn(person));
        if (entry.Execute(HoldStatements.End, attempt, entry.Act.At) > 0 && (await entry.Reads.Rows(HoldStatements.Waiting, row => row.GetInt32(0), person, entry.Act.At)).Count > 0)
            await Holds.Release(entry, person);
    }
}
