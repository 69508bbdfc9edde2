using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Something noted of an attempt beside its answers, for a person to read; only ever added, by <see cref="SignalStatements"/> alone.</summary>
public sealed class AttemptSignalRow
{
    public required Guid Attempt { get; init; }

    /// <summary>Its place among the signals of the attempt, from 1.</summary>
    public required int Number { get; init; }

    public required DateTime At { get; init; }

    public required SignalKind Kind { get; init; }

    /// <summary>The question's place in the attempt, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Of a device its <see cref="BrowserMark"/>; otherwise empty.</summary>
    public required string Detail { get; init; }
}

internal sealed class AttemptSignalMapping : IEntityTypeConfiguration<AttemptSignalRow>
{
    public void Configure(EntityTypeBuilder<AttemptSignalRow> builder) => builder.ToTable("attempt_signals").HasKey(e => new { e.Attempt, e.Number });
}
