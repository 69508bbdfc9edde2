using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.People.Erasure;

/// <summary>Somebody is to be erased, or was: by whose decision, when it is due, and what became of it.</summary>
internal sealed class ErasureRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required DateTime AskedAt { get; init; }

    public required Guid AskedBy { get; init; }

    /// <summary>The spoken reason; it goes with the person.</summary>
    public required Guid Reason { get; init; }

    /// <summary>The first day on which it is carried out.</summary>
    public required DateOnly DueOn { get; init; }

    public DateTime? CalledOffAt { get; set; }

    public Guid? CalledOffBy { get; set; }

    public DateTime? DoneAt { get; set; }

    public bool Waits => CalledOffAt is null && DoneAt is null;
}

internal sealed class ErasureMapping : IEntityTypeConfiguration<ErasureRow>
{
    public void Configure(EntityTypeBuilder<ErasureRow> builder)
    {
        builder.ToTable("erasures").HasKey(e => e.Id);
        builder.HasIndex(e => e.Person);
        builder.Ignore(e => e.Waits);
    }
}
