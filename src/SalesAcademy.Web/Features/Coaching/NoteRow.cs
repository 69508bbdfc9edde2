using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>A note of a coach to one person, or that person's answer. Its times only ever move forward.</summary>
public sealed class NoteRow
{
    public required Guid Id { get; init; }

    /// <summary>Who receives it.</summary>
    public required Guid Person { get; init; }

    /// <summary>1, 2, 3, … per receiver.</summary>
    public required long Sequence { get; init; }

    public required Guid Author { get; init; }

    public required string Text { get; init; }

    /// <summary>The note it answers: one that its author received from this receiver.</summary>
    public Guid? ReplyTo { get; init; }

    /// <summary>The note that began the exchange; null for that note itself.</summary>
    public Guid? Thread { get; init; }

    /// <summary>Who beside the two might read the exchange by the policy when it began, as its page said then.</summary>
    public NoteReaders Readers { get; init; }

    /// <summary>The lesson it is about; null for a note to the person.</summary>
    public string? Course { get; init; }

    public string? Lesson { get; init; }

    public string? Block { get; init; }

    public string? Quote { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    /// <summary>The language of the quote.</summary>
    public string? Locale { get; init; }

    /// <summary>The catalogue the quote was taken from.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The lead it is about.</summary>
    public Guid? Lead { get; init; }

    /// <summary>The attempt whose answer it is about.</summary>
    public Guid? Attempt { get; init; }

    /// <summary>The question's place in the attempt, from 1.</summary>
    public int? Question { get; init; }

    /// <summary>The second of the recorded pitch it is about.</summary>
    public int? Second { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Kept back during a certification quiz until released.</summary>
    public bool Held { get; init; }

    public DateTime? ReleasedAt { get; set; }

    public DateTime? DeliveredAt { get; set; }

    public DateTime? ReadAt { get; set; }

    public DateTime? AcknowledgedAt { get; set; }

    /// <summary>When the receiver said that it helped.</summary>
    public DateTime? HelpedAt { get; set; }

    /// <summary>When it was brought up to the receiver, since they had not acknowledged it.</summary>
    public DateTime? RemindedAt { get; set; }

    /// <summary>When its author was told that it is not acknowledged.</summary>
    public DateTime? AuthorToldAt { get; set; }

    /// <summary>When its author took it back; its receiver never had it.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public NoteState State =>
        WithdrawnAt is not null ? NoteState.Withdrawn
        : AcknowledgedAt is not null ? NoteState.Acknowledged
        : ReadAt is not null ? NoteState.Read
        : DeliveredAt is not null ? NoteState.Delivered
        : Held && ReleasedAt is null ? NoteState.Held
        : NoteState.Waiting;

    /// <summary>Since when it is in that state.</summary>
    public DateTime StateAt => WithdrawnAt ?? AcknowledgedAt ?? ReadAt ?? DeliveredAt ?? At;

    public Anchor? Anchor => Block is null ? null : new Anchor(Block, Quote ?? "", Prefix ?? "", Suffix ?? "");
}

internal sealed class NoteMapping : IEntityTypeConfiguration<NoteRow>
{
    public void Configure(EntityTypeBuilder<NoteRow> builder)
    {
        builder.ToTable("coaching_notes").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Person, e.Sequence }).IsUnique();
        builder.HasIndex(e => e.ReplyTo);
        builder.HasIndex(e => e.Thread);
        builder.Property(e => e.Readers).HasConversion<int>();
        builder.HasIndex(e => e.At, "readable_threads").HasFilter("reply_to IS NULL AND readers <> 0");
        builder.HasIndex(e => e.At, "unanswered_notes").HasFilter("acknowledged_at IS NULL AND author_told_at IS NULL AND withdrawn_at IS NULL");
        builder.Ignore(e => e.State).Ignore(e => e.StateAt).Ignore(e => e.Anchor);
    }
}

internal static class Notes
{
    /// <summary>A person's notes as that person may see them: never one that is held or was taken back.</summary>
    public static IQueryable<NoteRow> NotesOf(this DbContext db, Guid person) =>
        db.Set<NoteRow>().Where(note => note.Person == person && note.WithdrawnAt == null && (!note.Held || note.ReleasedAt != null));
}
