using System.ComponentModel.DataAnnotations;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>A certificate that somebody else has issued, as it is sent in.</summary>
internal sealed record ExternalForm
{
    [Required(ErrorMessage = "external.title-needed"), StringLength(120, ErrorMessage = "external.title-needed")]
    public string? Title { get; init; }

    [Required(ErrorMessage = "external.issuer-needed"), StringLength(120, ErrorMessage = "external.issuer-needed")]
    public string? Issuer { get; init; }

    [Required(ErrorMessage = "external.day-needed"), Range(typeof(DateOnly), "1970-01-01", "2099-12-31", ParseLimitsInInvariantCulture = true, ErrorMessage = "external.day-needed")]
    public DateOnly? IssuedOn { get; init; }

    [Range(typeof(DateOnly), "1970-01-01", "2199-12-31", ParseLimitsInInvariantCulture = true, ErrorMessage = "external.day-needed")]
    public DateOnly? Until { get; init; }

    public IFormFile? Document { get; init; }
}

/// <summary>What HR says about it.</summary>
internal sealed record ExternalDecisionForm
{
    public bool Accept { get; init; }

    /// <summary>The certification not asked of its holder while it is in force; empty for none.</summary>
    [StringLength(80)]
    public string? InsteadOf { get; init; }

    [StringLength(500, ErrorMessage = "waiver.reason-long")]
    public string? Reason { get; init; }
}
