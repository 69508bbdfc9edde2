using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Features.Certificates.Desk;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>What narrows a saved list: the filter of one of the two lists there are.</summary>
internal sealed record SavedFilter(DeskFilter? Certificates, ComplianceFilter? Compliance)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() } };

    public ReportList List => Certificates is null ? ReportList.Compliance : ReportList.Certificates;

    public string? Search => string.IsNullOrWhiteSpace(Certificates?.Q) ? null : Certificates.Q.Trim();

    public Guid? Team => Certificates?.Team ?? Compliance?.Team;

    public string? Certification => Certificates?.Certification ?? Compliance?.Certification;

    /// <summary>The list under this filter.</summary>
    public string Address => At(Certificates is null ? ComplianceController.Url : DeskController.Url);

    /// <summary>The address at which this list is saved under a name.</summary>
    public string UnderName(string path) => QueryHelpers.AddQueryString(At(path), "list", List.ToString().ToLowerInvariant());

    /// <summary>The address at which this list becomes the filter of a report there is.</summary>
    public string InsteadOf(string path) => UnderName($"{path}/filter");

    /// <summary>What narrows the list, in words.</summary>
    public async Task<IReadOnlyList<string>> Said(FilterWords words, CancellationToken cancellation) =>
        Certificates is { } desk ? await words.Of(desk, cancellation) : await words.Of(Compliance!, cancellation); // one of the two there is

    public static SavedFilter Of(ReportList list, DeskFilter certificates, ComplianceFilter compliance) =>
        list == ReportList.Certificates ? new(certificates, null) : new(null, compliance with { Page = null });

    public static SavedFilter Of(ReportRow row) => row.List == ReportList.Certificates
        ? new(JsonSerializer.Deserialize<DeskFilter>(row.Filter, Json)! with { Q = row.Search }, null) // written below
        : new(null, JsonSerializer.Deserialize<ComplianceFilter>(row.Filter, Json));

    public string Written => Certificates is null ? JsonSerializer.Serialize(Compliance, Json) : JsonSerializer.Serialize(Certificates with { Q = null }, Json);

    /// <summary>The filter with the days that a period is on a day; without a period as it was saved. Where that day is past it is named, since a list without one is of today.</summary>
    public SavedFilter On(ReportPeriod? period, DateOnly day, DateOnly today)
    {
        if (period is not { } moving)
            return this;
        var (first, last) = moving.On(day);
        return new(Certificates is null ? null : Certificates with { From = first, To = last }, Compliance is null ? null : Compliance with { On = last == today ? null : last });
    }

    private string At(string path) => Certificates?.Url(path) ?? Compliance!.Url(path); // one of the two there is
}
