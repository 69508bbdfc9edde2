using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>The first answer of a day to a family: the one that counts as evidence (model.md section 1). The day's drill is planned from these.</summary>
public sealed class FamilyAnswerRow
{
    public required Guid Person { get; init; }

    public required string Family { get; init; }

    public required string Edition { get; init; }

    public required DateOnly Day { get; init; }

    public required double Score { get; init; }

    public required bool Hint { get; init; }

    /// <summary>The attempt it was given in, whose marks may change later; null for a drill.</summary>
    public Guid? Attempt { get; init; }
}

internal sealed class FamilyAnswerMapping : IEntityTypeConfiguration<FamilyAnswerRow>
{
    public void Configure(EntityTypeBuilder<FamilyAnswerRow> builder) =>
        builder.ToTable("family_answers").HasKey(e => new { e.Person, e.Family, e.Edition, e.Day });
}
