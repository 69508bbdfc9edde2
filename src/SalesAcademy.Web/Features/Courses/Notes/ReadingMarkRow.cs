using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Web.Features.Courses.Notes;

/// <summary>What a reader has marked for themselves: words of a lesson, with what they thought of them or without; or the lesson as a whole. Nobody else reads it, in no role.</summary>
public sealed class ReadingMarkRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required string Course { get; init; }

    public required string Lesson { get; init; }

    /// <summary>The passage; null for a bookmark of the lesson.</summary>
    public string? Block { get; init; }

    public string? Quote { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    /// <summary>The language the words stand in; null for a bookmark.</summary>
    public string? Locale { get; init; }

    /// <summary>Their own words; empty for a highlight alone and for a bookmark.</summary>
    public required string Text { get; set; }

    public required DateTime At { get; init; }

    public DateTime? EditedAt { get; set; }

    internal Anchor? Anchor => Block is null ? null : new Anchor(Block, Quote ?? "", Prefix ?? "", Suffix ?? "");
}

internal sealed class ReadingMarkMapping : IEntityTypeConfiguration<ReadingMarkRow>
{
    public void Configure(EntityTypeBuilder<ReadingMarkRow> builder)
    {
        builder.ToTable("reading_marks").HasKey(e => e.Id);
        builder.HasIndex(e => new { e.Person, e.Course, e.Lesson });
        builder.Ignore(e => e.Anchor);
    }
}
