using System.ComponentModel.DataAnnotations;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>By what a question is graded again, and what was seen of it.</summary>
internal sealed record RegradeForm
{
    /// <summary>Null for the new key where there is one, otherwise full marks.</summary>
    public RegradeWay? Way { get; init; }

    /// <summary>Whether marks may also fall.</summary>
    public bool MayFall { get; init; }

    /// <summary>The digest of the preview that was seen.</summary>
    [StringLength(64)]
    public string? Seen { get; init; }

    [StringLength(Regrading.LongestReason, ErrorMessage = "contest.reason.length")]
    public string? Reason { get; init; }
}
