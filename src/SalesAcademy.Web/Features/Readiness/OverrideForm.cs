using System.ComponentModel.DataAnnotations;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>What a manager asks for when correcting a tier.</summary>
internal sealed record OverrideForm
{
    [Required(ErrorMessage = "override.to.required")]
    public Tier? To { get; init; }

    [Required(ErrorMessage = "override.until.required")]
    public DateOnly? Until { get; init; }

    [StringLength(500, ErrorMessage = "override.reason.length")]
    public string? Reason { get; init; }
}
