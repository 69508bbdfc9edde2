using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Coaching.Readers;

/// <summary>Somebody whom the policy names read an exchange between two others on a day. The two see it.</summary>
public sealed class NoteReadingRow
{
    /// <summary>The note that began the exchange.</summary>
    public required Guid Thread { get; init; }

    public required Guid Reader { get; init; }

    public required DateOnly Day { get; init; }
}

internal sealed class NoteReadingMapping : IEntityTypeConfiguration<NoteReadingRow>
{
    public void Configure(EntityTypeBuilder<NoteReadingRow> builder) =>
        builder.ToTable("coaching_note_readings").HasKey(e => new { e.Thread, e.Reader, e.Day });
}
