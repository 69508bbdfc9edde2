using SalesAcademy.Content;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Tells those who may decide that a mark is contested, and its person what was decided.</summary>
internal static class ContestNotices
{
    /// <summary>Kinds of the notices.</summary>
    public const string RaisedKind = "mark-contested", GrantedKind = "contest-granted", StandsKind = "contest-stands";

    public static Task Raised(Entry entry, Guid manager, Guid person, ContestRow contest, Quiz quiz) =>
        manager == person ? Task.CompletedTask : entry.Notify(manager, RaisedKind, ContestsController.AddressOf(contest.Id), InBothLanguages.Of(quiz.Title));

    public static Task Decided(Entry entry, ContestRow contest, Quiz quiz) =>
        entry.Notify(contest.Person, contest.IsGranted ? GrantedKind : StandsKind, $"/quizzes/attempts/{contest.Attempt}/result", InBothLanguages.Of(quiz.Title));
}
