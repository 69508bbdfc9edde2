using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>An image, a recording or its words added to a draft; gone when that is published, since it stands in the course's folder then, or thrown away.</summary>
internal sealed class DraftImageRow
{
    public required Guid Id { get; init; }

    public required Guid Draft { get; init; }

    /// <summary>The file it is to be, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>Its bytes; none of a recording, which lies on the shelf.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Names exactly these bytes.</summary>
    public required string Hash { get; init; }
}

internal sealed class DraftImageMapping : IEntityTypeConfiguration<DraftImageRow>
{
    public void Configure(EntityTypeBuilder<DraftImageRow> builder)
    {
        builder.ToTable("content_draft_images").HasKey(e => e.Id);
        builder.HasOne<DraftRow>().WithMany().HasForeignKey(e => e.Draft);
        builder.HasIndex(e => new { e.Draft, e.Path }).IsUnique();
    }
}
