using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Shared.Relay;

/// <summary>How far a consumer has heard the trunk.</summary>
public sealed class BookmarkRow
{
    public required string Consumer { get; init; }

    public long Sequence { get; set; }
}

/// <summary>Which node relays; a lease that is not renewed passes on.</summary>
public sealed class LeaseRow
{
    public required string Name { get; init; }

    public required string Holder { get; set; }

    public required DateTime Until { get; set; }
}

internal sealed class BookmarkMapping : IEntityTypeConfiguration<BookmarkRow>
{
    public void Configure(EntityTypeBuilder<BookmarkRow> builder) => builder.ToTable("bookmarks").HasKey(e => e.Consumer);
}

internal sealed class LeaseMapping : IEntityTypeConfiguration<LeaseRow>
{
    public void Configure(EntityTypeBuilder<LeaseRow> builder) => builder.ToTable("leases").HasKey(e => e.Name);
}
