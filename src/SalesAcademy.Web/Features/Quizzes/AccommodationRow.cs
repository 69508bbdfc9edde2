using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What a person was granted beyond the rules of quizzes: never changed, only taken back, so that the rows are its history.</summary>
public sealed class AccommodationRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    /// <summary>The course of the quiz; null together with it for every quiz.</summary>
    public string? Course { get; init; }

    public string? Quiz { get; init; }

    /// <summary>Percent added to the time limit.</summary>
    public required int ExtraTime { get; init; }

    /// <summary>Attempts added, of each quiz it is for.</summary>
    public required int ExtraAttempts { get; init; }

    public required DateTime GivenAt { get; init; }

    public required Guid GivenBy { get; init; }

    /// <summary>The last local day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Why: the words, in their erasable row.</summary>
    public required Guid Reason { get; init; }

    public DateTime? RevokedAt { get; set; }

    public Guid? RevokedBy { get; set; }

    public Accommodation Granted => new(Id, ExtraTime, ExtraAttempts, Until, RevokedAt);

    public bool IsFor(string course, string quiz) => Quiz is null || (Course == course && Quiz == quiz);
}

internal sealed class AccommodationMapping : IEntityTypeConfiguration<AccommodationRow>
{
    public void Configure(EntityTypeBuilder<AccommodationRow> builder)
    {
        builder.ToTable("accommodations").HasKey(e => e.Id);
        builder.HasIndex(e => e.Person);
        builder.Ignore(e => e.Granted);
    }
}
