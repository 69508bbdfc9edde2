using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Features.Certificates.Recognition;

namespace SalesAcademy.Web.Features.Certificates.Bulk;

/// <summary>Of which certification certificates are to be issued, to whom, and what is waived for those who do not meet everything.</summary>
internal sealed partial record BulkForm : IValidatableObject
{
    /// <summary>More than anybody pastes, and little enough to be looked through at once.</summary>
    public const int LongestPeople = 200_000;

    [Required(ErrorMessage = "bulk.certification-needed"), StringLength(100, ErrorMessage = "bulk.certification-needed")]
    public string? Certification { get; init; }

    /// <summary>Addresses as they were pasted; empty for everybody of the team.</summary>
    [StringLength(LongestPeople, ErrorMessage = "bulk.people-long")]
    public string? People { get; init; }

    /// <summary>Null for every team; counts only where nobody is named.</summary>
    public Guid? Team { get; init; }

    public WaivedThing? Waives { get; init; }

    public WaiverBasis Basis { get; init; }

    public DateOnly? Until { get; init; }

    [StringLength(WaiverForm.LongestReason, ErrorMessage = "waiver.reason-long")]
    public string? Reason { get; init; }

    /// <summary>The plan that was seen.</summary>
    [StringLength(64)]
    public string? Seal { get; init; }

    /// <summary>What was named, each once, in the order of the paste: addresses, and what holds none.</summary>
    public IReadOnlyList<string> Named =>
        [.. (People ?? "").Split(['\n', '\r', ',', ';', '，', '；', '、', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(piece => Address().Match(piece) is { Success: true } address ? address.Value.ToLowerInvariant() : piece).Distinct(StringComparer.Ordinal)];

    public WaiverForm Waiver(WaivedThing thing, string target) => new() { Target = $"{thing.ToString().ToLowerInvariant()}/{target}", Basis = Basis, Until = Until, Reason = Reason };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Waives is not null && string.IsNullOrWhiteSpace(Reason))
            yield return new ValidationResult("waiver.reason-needed", [nameof(Reason)]);
    }

    // "Anna Berg <anna@example.com>" is how mail programs copy people.
    [GeneratedRegex(@"[^\s<>""'()]+@[^\s<>""'()]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
