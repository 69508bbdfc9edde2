using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>Whose certifications are looked at, as of which day. What does not fit its field is left out, as if it had not been asked for.</summary>
internal sealed record ComplianceFilter
{
    /// <summary>The least the policy asks of everybody who sells: without it nobody is given a lead.</summary>
    public const Tier Least = Domain.Readiness.Tier.C;

    public Guid? Team { get; init; }

    public string? Certification { get; init; }

    /// <summary>Null for everything that is not simply held.</summary>
    public Holding? Holding { get; init; }

    /// <summary>Up to which tier the policy's gates are counted among what is asked.</summary>
    public Tier? Tier { get; init; }

    /// <summary>Null for today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>From 1.</summary>
    public int? Page { get; init; }

    public Tier UpTo => Tier is { } tier and > Domain.Readiness.Tier.Shadow && Enum.IsDefined(tier) ? tier : Least;

    public bool IsNarrowed => Team is not null || !string.IsNullOrEmpty(Certification) || Tier is not null || On is not null;

    public bool Shows(Holding holding) => Holding is { } asked ? holding == asked : IsGap(holding);

    /// <summary>What somebody has to do something about, now or soon.</summary>
    public static bool IsGap(Holding holding) => holding is not (Domain.Certificates.Holding.Held or Domain.Certificates.Holding.Waived or Domain.Certificates.Holding.External);

    public string Url(string path) => QueryHelpers.AddQueryString(path, Parts().Where(part => !string.IsNullOrEmpty(part.Value)));

    private IEnumerable<KeyValuePair<string, string?>> Parts() =>
    [
        new("team", Team?.ToString()),
        new("certification", Certification),
        new("holding", Holding?.ToString().ToLowerInvariant()),
        new("tier", Tier?.ToString().ToLowerInvariant()),
        new("on", On is { } day ? day.Iso() : null),
        new("page", Page?.ToString(CultureInfo.InvariantCulture)),
    ];
}
