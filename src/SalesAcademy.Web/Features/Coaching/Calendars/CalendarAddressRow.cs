using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Coaching.Calendars;

/// <summary>An address under which calendars read a person's sessions. Its secret is shown once and kept nowhere.</summary>
public sealed class CalendarAddressRow
{
    public required Guid Person { get; init; }

    /// <summary>SHA-256 of the secret, in hexadecimal figures; a renewed address has another.</summary>
    public required string Hash { get; set; }

    /// <summary>When it was taken or renewed.</summary>
    public required DateTime At { get; set; }

    /// <summary>When it was given up: nothing is read there from then on.</summary>
    public DateTime? EndedAt { get; set; }
}

internal sealed class CalendarAddressMapping : IEntityTypeConfiguration<CalendarAddressRow>
{
    public void Configure(EntityTypeBuilder<CalendarAddressRow> builder)
    {
        builder.ToTable("calendar_addresses").HasKey(e => e.Person);
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.HasIndex(e => e.Hash).IsUnique();
    }
}
