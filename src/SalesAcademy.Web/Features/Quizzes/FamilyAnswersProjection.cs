using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Keeps what the drill needs to know of each person: which family was answered when, and how well. Practice leaves no trace.</summary>
internal sealed class FamilyAnswersProjection : IProjection<AttemptGraded>, IProjection<AttemptRegraded>, IProjection<DrillAnswered>
{
    public Task Apply(AttemptGraded happened, Entry entry)
    {
        if (happened.Kind != AttemptKind.Practice)
            foreach (var answer in happened.Answers)
                Keep(happened.Subject, answer, entry, happened.Attempt);
        return Task.CompletedTask;
    }

    /// <summary>Only what differs is written: a regrade of thousands of attempts changes one mark of each.</summary>
    public async Task Apply(AttemptRegraded happened, Entry entry)
    {
        var kept = (await entry.Db.Set<FamilyAnswerRow>().AsNoTracking().Where(a => a.Person == happened.Subject && a.Attempt == happened.Attempt).ToListAsync()).ToLookup(a => a.Family);
        foreach (var answer in happened.Answers.Where(answer => kept[answer.Family].Any(row => row.Score != answer.Score)))
            entry.Execute(FamilyAnswerStatements.Correct, happened.Subject, happened.Attempt, answer.Family, answer.Score);
    }

    public Task Apply(DrillAnswered happened, Entry entry)
    {
        Keep(happened.Subject, happened.Answer, entry, attempt: null);
        return Task.CompletedTask;
    }

    private static void Keep(Guid person, GradedAnswer answer, Entry entry, Guid? attempt) =>
        entry.Execute(FamilyAnswerStatements.Keep, person, answer.Family, answer.Edition, answer.Day, answer.Score, answer.Hint, attempt);
}
