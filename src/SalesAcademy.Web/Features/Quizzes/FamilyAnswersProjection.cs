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

    public Task Apply(AttemptRegraded happened, Entry entry)
    {
        foreach (var answer in happened.Answers)
            entry.Execute(FamilyAnswerStatements.Correct, happened.Subject, happened.Attempt, answer.Family, answer.Score);
        return Task.CompletedTask;
    }

    public Task Apply(DrillAnswered happened, Entry entry)
    {
        Keep(happened.Subject, happened.Answer, entry, attempt: null);
        return Task.CompletedTask;
    }

    private static void Keep(Guid person, GradedAnswer answer, Entry entry, Guid? attempt) =>
        entry.Execute(FamilyAnswerStatements.Keep, person, answer.Family, answer.Edition, answer.Day, answer.Score, answer.Hint, attempt);
}
