using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A day whose decisions were made again the night after.</summary>
public sealed class ReplayRow
{
    public required DateOnly Day { get; init; }

    public required DateTime At { get; init; }

    public required int Decisions { get; init; }

    /// <summary>How many did not come out as recorded.</summary>
    public required int Differing { get; init; }

    /// <summary>In what, of the first of them, as JSON.</summary>
    public required string Told { get; init; }

    internal IReadOnlyList<Difference> Differences => JsonSerializer.Deserialize<List<Difference>>(Told)!; // written by the one place below

    internal static ReplayRow Of(DateOnly day, DateTime at, ReplayReport report) => new()
    {
        Day = day,
        At = at,
        Decisions = report.Decisions,
        Differing = report.Differing,
        Told = JsonSerializer.Serialize(report.Differences),
    };
}

internal sealed class ReplayMapping : IEntityTypeConfiguration<ReplayRow>
{
    public void Configure(EntityTypeBuilder<ReplayRow> builder) => builder.ToTable("lead_replays").HasKey(e => e.Day);
}
