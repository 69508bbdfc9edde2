using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>Somebody was reminded of a certification on a day; the key keeps it from happening twice.</summary>
internal sealed class ReminderRow
{
    public required Guid Person { get; init; }

    public required string Certification { get; init; }

    public required DateOnly Day { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Who pressed the button.</summary>
    public Guid? By { get; init; }
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<ReminderRow>
{
    public void Configure(EntityTypeBuilder<ReminderRow> builder) => builder.ToTable("certification_reminders").HasKey(e => new { e.Person, e.Certification, e.Day });
}
