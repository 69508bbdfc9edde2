using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>One question of a person's drill of a day: drawn when the drill is begun, answered once.</summary>
public sealed class DrillQuestionRow
{
    /// <summary>The places of the second set of a day, which makes up for the day before, begin behind this.</summary>
    public const int SecondSet = 100;

    public required Guid Person { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Its place that day, from 1; in the second set from 101.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it belongs to the second set of the day.</summary>
    public bool IsSecond => Number > SecondSet;

    /// <summary>Its place in its set, from 1.</summary>
    public int Place => IsSecond ? Number - SecondSet : Number;

    public required string Family { get; init; }

    public required string Variant { get; init; }

    /// <summary>For each place on screen the option's place in the file.</summary>
    public required string Options { get; init; }

    public required string ContentHash { get; init; }

    /// <summary>What was answered, as <see cref="StoredResponse"/> writes it; empty for "not sure", null while unanswered.</summary>
    public string? Response { get; set; }

    public string? Locale { get; set; }

    public double? Score { get; set; }

    public DateTime? AnsweredAt { get; set; }
}

internal sealed class DrillQuestionMapping : IEntityTypeConfiguration<DrillQuestionRow>
{
    public void Configure(EntityTypeBuilder<DrillQuestionRow> builder)
    {
        builder.ToTable("drill_questions").HasKey(e => new { e.Person, e.Day, e.Number });
        builder.HasIndex(e => new { e.Person, e.Day, e.Family }).IsUnique();
    }
}
