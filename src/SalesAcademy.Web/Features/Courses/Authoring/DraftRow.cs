using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>What became of a draft.</summary>
internal enum DraftState
{
    /// <summary>Being written.</summary>
    Written,

    /// <summary>Waits for somebody else to look at it.</summary>
    Submitted,

    /// <summary>Looked at, and to be changed.</summary>
    SentBack,

    /// <summary>Published or thrown away.</summary>
    Closed,
}

/// <summary>A page as somebody wants it to be, until it stands in the content folder. There is one for a page at a time, and whoever writes content may write in it.</summary>
public sealed class DraftRow
{
    public required Guid Id { get; init; }

    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>What it shares with the drafts that are published together with it or not at all; null when it stands alone.</summary>
    public Guid? Together { get; init; }

    /// <summary>Who saved it last.</summary>
    public required Guid Author { get; set; }

    public required string Text { get; set; }

    /// <summary>The hash of the file it began from, or that its author has looked at since; empty where there is none.</summary>
    public required string BeganFrom { get; set; }

    /// <summary>1, 2, 3, … with each change; what comes back with an older one has not seen the newest.</summary>
    public required int Version { get; set; }

    public required DateTime EditedAt { get; set; }

    public DateTime? SubmittedAt { get; set; }

    /// <summary>Who looked at it last.</summary>
    public Guid? Reviewer { get; set; }

    /// <summary>What they want changed; null when nothing.</summary>
    public string? Wish { get; set; }

    /// <summary>When it was published or thrown away.</summary>
    public DateTime? ClosedAt { get; set; }

    internal DraftState State => ClosedAt is not null ? DraftState.Closed : SubmittedAt is not null ? DraftState.Submitted : Wish is not null ? DraftState.SentBack : DraftState.Written;
}

internal sealed class DraftMapping : IEntityTypeConfiguration<DraftRow>
{
    public void Configure(EntityTypeBuilder<DraftRow> builder)
    {
        builder.ToTable("content_drafts").HasKey(e => e.Id);
        builder.HasIndex(e => e.Path, "open_drafts").IsUnique().HasFilter("closed_at IS NULL");
        builder.HasIndex(e => e.Together);
        builder.Ignore(e => e.State);
    }
}
