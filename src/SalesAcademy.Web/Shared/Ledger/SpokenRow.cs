using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>A person's words, kept apart from the trunk so that they can be erased while the chain still holds.</summary>
public sealed class SpokenRow
{
    public required Guid Id { get; init; }

    public required Guid About { get; init; }

    public required byte[] Salt { get; init; }

    public required string Words { get; init; }

    public required DateTime At { get; init; }

    /// <summary>What events carry of the words as they were said, where somebody named in them has been erased since: the salt is gone then, so that nobody can try out the name.</summary>
    public string? SaidHash { get; init; }

    /// <summary>What events carry of the words.</summary>
    public string Hash() => SaidHash ?? Convert.ToHexStringLower(SHA256.HashData([.. Salt, .. Encoding.UTF8.GetBytes(Words)]));
}

internal sealed class SpokenMapping : IEntityTypeConfiguration<SpokenRow>
{
    public void Configure(EntityTypeBuilder<SpokenRow> builder)
    {
        builder.ToTable("spoken").HasKey(e => e.Id);
        builder.HasIndex(e => e.About);
    }
}
