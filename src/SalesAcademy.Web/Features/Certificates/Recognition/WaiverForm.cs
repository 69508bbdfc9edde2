using System.ComponentModel.DataAnnotations;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>What is not to be asked of somebody, on what ground, how long and why.</summary>
internal sealed record WaiverForm
{
    public const int LongestReason = 500;

    /// <summary>As course/ID or certification/ID.</summary>
    [Required(ErrorMessage = "waiver.target-needed"), StringLength(100, ErrorMessage = "waiver.target-needed")]
    public string? Target { get; init; }

    public WaiverBasis Basis { get; init; }

    /// <summary>The last day; null for ever.</summary>
    public DateOnly? Until { get; init; }

    [Required(ErrorMessage = "waiver.reason-needed"), StringLength(LongestReason, ErrorMessage = "waiver.reason-long")]
    public string? Reason { get; init; }

    public (WaivedThing Thing, string Id)? Chosen => Target?.Split('/') switch
    {
        ["course", var id] => (WaivedThing.Course, id),
        ["certification", var id] => (WaivedThing.Certification, id),
        _ => null,
    };
}
