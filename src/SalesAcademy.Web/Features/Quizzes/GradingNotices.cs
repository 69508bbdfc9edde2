using SalesAcademy.Content;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Tells those who may grade that answers wait, and their person that the result is there or is another.</summary>
internal static class GradingNotices
{
    /// <summary>Kinds of the notices.</summary>
    public const string AwaitedKind = "grading-awaited", GradedKind = "answers-graded", CorrectedKind = "result-corrected";

    public static Task Awaited(Entry entry, Guid manager, AttemptRow attempt, Quiz quiz) =>
        manager == attempt.Person ? Task.CompletedTask : entry.Notify(manager, AwaitedKind, GradingController.Address, InBothLanguages.Of(quiz.Title));

    public static Task Graded(Entry entry, AttemptRow attempt, Quiz quiz) =>
        entry.Notify(attempt.Person, attempt.Score is null ? GradedKind : CorrectedKind, $"/quizzes/attempts/{attempt.Id}/result", InBothLanguages.Of(quiz.Title));
}
