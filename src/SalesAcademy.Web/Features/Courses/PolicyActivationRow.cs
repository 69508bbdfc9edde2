using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Policies that were put in force, word for word; the newest are in force.</summary>
public sealed class PolicyActivationRow
{
    /// <summary>1, 2, 3, … in the order of activation.</summary>
    public required long Number { get; init; }

    public required Guid Id { get; init; }

    public required DateTime At { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Who; null for the first, which the academy found in its folder.</summary>
    public required Guid? Person { get; init; }

    /// <summary>The words of the reason, in their erasable row.</summary>
    public required Guid? Reason { get; init; }

    public required int ReadinessVersion { get; init; }

    public required string ReadinessHash { get; init; }

    /// <summary>policies/readiness.yml.</summary>
    public required string Readiness { get; init; }

    public required int LeadsVersion { get; init; }

    public required string LeadsHash { get; init; }

    /// <summary>policies/leads.yml.</summary>
    public required string Leads { get; init; }

    public required string? PoolsHash { get; init; }

    /// <summary>policies/pools.yml, part of the lead policy; null where there was one pool for everybody.</summary>
    public required string? Pools { get; init; }

    /// <summary>The catalogue they were activated with; all that they name is in it.</summary>
    public required string ContentHash { get; init; }

    /// <summary>What the simulation foretold that was read before, as JSON; null for the first.</summary>
    public required string? Foretold { get; init; }

    /// <summary>The policies as the compiler takes them.</summary>
    internal IReadOnlyList<ArchiveEntry> Policies =>
    [
        FileOf("policies/leads.yml", LeadsHash, Leads),
        .. Pools is null || PoolsHash is null ? Array.Empty<ArchiveEntry>() : [FileOf(PoolsFile, PoolsHash, Pools)],
        FileOf("policies/readiness.yml", ReadinessHash, Readiness),
    ];

    internal const string PoolsFile = "policies/pools.yml";

    private static ArchiveEntry FileOf(string path, string hash, string text) => new(path, hash, Encoding.UTF8.GetBytes(text));
}

internal sealed class PolicyActivationMapping : IEntityTypeConfiguration<PolicyActivationRow>
{
    public void Configure(EntityTypeBuilder<PolicyActivationRow> builder)
    {
        builder.ToTable("policy_activations").HasKey(e => e.Number);
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.HasIndex(e => e.Id).IsUnique();
        builder.Ignore(e => e.Policies);
    }
}
