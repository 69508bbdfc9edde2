using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>Something a person should know, in order for that person. The words are chosen when it is read, in the reader's language.</summary>
public sealed class NoticeRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    /// <summary>1, 2, 3, … per person.</summary>
    public required long Sequence { get; init; }

    /// <summary>A registered kind, such as certificate-issued.</summary>
    public required string Kind { get; init; }

    /// <summary>Arguments of the sentence as a json array of strings: names of content and figures.</summary>
    public required string Arguments { get; init; }

    /// <summary>The page it leads to.</summary>
    public required string Link { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; set; }

    /// <summary>When a mail took it along, or found that its reader wants none.</summary>
    public DateTime? MailedAt { get; set; }

    /// <summary>How often a mail was tried.</summary>
    public int MailTries { get; set; }

    /// <summary>No node tries before this; moved on by whoever takes the notice to mail it.</summary>
    public DateTime? MailAfter { get; set; }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<NoticeRow>
{
    public void Configure(EntityTypeBuilder<NoticeRow> builder)
    {
        builder.ToTable("notices").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Person, e.Sequence }).IsUnique();
        builder.HasIndex(e => new { e.MailedAt, e.At });
    }
}
