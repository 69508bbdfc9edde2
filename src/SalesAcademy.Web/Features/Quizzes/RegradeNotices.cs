using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Tells a person that a mark of theirs was corrected; what a contest changed is told by its decision.</summary>
internal sealed class RegradeNotices(QuizEditions editions) : IProjection<AttemptRegraded>
{
    /// <summary>Kind of the notice.</summary>
    public const string Kind = "mark-corrected";

    public Task Apply(AttemptRegraded happened, Entry entry) =>
        happened.Regrade is null || editions.At(happened.ContentHash, happened.Course, happened.Quiz) is not { Title: var title }
            ? Task.CompletedTask
            : entry.Notify(happened.Subject, Kind, $"/quizzes/attempts/{happened.Attempt}/result", InBothLanguages.Of(title));
}
