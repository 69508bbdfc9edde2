using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A recorded pitch; the file lies in the data folder under its id.</summary>
public sealed class RecordingRow
{
    public required Guid Id { get; init; }

    public required Guid Attempt { get; init; }

    /// <summary>The question's place in the attempt, from 1.</summary>
    public required int Position { get; init; }

    public required Guid Person { get; init; }

    /// <summary>What the file is, found out from its first bytes: "audio/webm".</summary>
    public required string MediaType { get; init; }

    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file, hex: what is played in two years is what was handed in.</summary>
    public required string Sha256 { get; init; }

    public required DateTime ReceivedAt { get; init; }
}

internal sealed class RecordingMapping : IEntityTypeConfiguration<RecordingRow>
{
    public void Configure(EntityTypeBuilder<RecordingRow> builder)
    {
        builder.ToTable("recordings").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Attempt, e.Position });
        builder.HasIndex(e => e.Person);
    }
}
