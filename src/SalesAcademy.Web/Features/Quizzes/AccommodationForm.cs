using System.ComponentModel.DataAnnotations;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What a manager or HR wants to grant somebody.</summary>
internal sealed record AccommodationForm
{
    /// <summary>The quiz as course/quiz; empty for every quiz.</summary>
    [StringLength(200)]
    public string? Quiz { get; init; }

    /// <summary>Percent.</summary>
    public int? ExtraTime { get; init; }

    public int? ExtraAttempts { get; init; }

    [Required(ErrorMessage = "accommodation.until.required")]
    public DateOnly? Until { get; init; }

    [StringLength(500, ErrorMessage = "accommodation.reason.length")]
    public string? Reason { get; init; }
}
