using System.ComponentModel.DataAnnotations;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Why somebody contests a mark.</summary>
internal sealed record ContestForm
{
    /// <summary>The question's number.</summary>
    public int Question { get; init; }

    [StringLength(Contest.LongestReason, ErrorMessage = "contest.reason.length")]
    public string? Reason { get; init; }
}

/// <summary>What somebody decides about a contested mark.</summary>
internal sealed record DecisionForm
{
    public bool Grant { get; init; }

    /// <summary>The mark granted, in percent of the question.</summary>
    [Range(0, 100, ErrorMessage = "contest.percent.range")]
    public int? Percent { get; init; }

    [StringLength(Contest.LongestReason, ErrorMessage = "contest.reason.length")]
    public string? Reason { get; init; }
}
