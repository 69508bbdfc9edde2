using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Words a coach keeps to begin notes with; nobody else sees them.</summary>
public sealed class SnippetRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    /// <summary>Its place in the list, from 1; those that are gone have one too.</summary>
    public required int Place { get; set; }

    public required string Text { get; set; }

    public required DateTime At { get; init; }

    public DateTime? RemovedAt { get; set; }
}

internal sealed class SnippetMapping : IEntityTypeConfiguration<SnippetRow>
{
    public void Configure(EntityTypeBuilder<SnippetRow> builder)
    {
        builder.ToTable("coaching_snippets").HasKey(e => e.Id);
        builder.HasIndex(e => e.Person);
    }
}

internal static class OwnSnippets
{
    /// <summary>A person's snippets in their order.</summary>
    public static IQueryable<SnippetRow> SnippetsOf(this DbContext db, Guid person) =>
        db.Set<SnippetRow>().Where(snippet => snippet.Person == person && snippet.RemovedAt == null).OrderBy(snippet => snippet.Place).ThenBy(snippet => snippet.Id);
}
