using SalesAcademy.Domain.Shared;
using Xunit;

namespace SalesAcademy.Domain.Tests.Shared;

public sealed class CountedAnswersTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly Family Stages = new("stages", "process", 0.25, "one");

    [Fact]
    public void Only_the_first_answer_of_a_day_counts()
    {
        var evidence = Count([Answered(0, 2, 1), Answered(0, 1, 0)]);

        Assert.Equal(0, evidence.Score);
        Assert.Equal(Memory.First(Rating.Again), evidence.Memory);
    }

    [Fact]
    public void Practice_before_the_first_answer_is_passed_over()
    {
        var evidence = Count([Answered(0, 1, 1) with { Practice = true }, Answered(0, 2, 0)]);

        Assert.Equal(0, evidence.Score);
    }

    [Fact]
    public void The_latest_day_stands_and_memory_grows_through_all()
    {
        var evidence = Count([Answered(5, 3, 0.5), Answered(0, 1, 1), Answered(2, 2, 1)]);

        Assert.Equal((0.5, Monday.AddDays(5)), (evidence.Score, evidence.Last));
        Assert.Equal(Memory.First(Rating.Good).Next(Rating.Good, 2).Next(Rating.Hard, 3), evidence.Memory);
    }

    [Fact]
    public void Answers_to_retired_families_and_other_editions_are_dropped() =>
        Assert.Empty(CountedAnswers.Of(
            [Stages], [Answered(0, 1, 1) with { Family = "retired" }, Answered(0, 2, 1) with { Edition = "zero" }], Monday));

    [Fact]
    public void A_past_day_does_not_know_what_came_after()
    {
        Answer[] answers = [Answered(0, 1, 0), Answered(4, 2, 1)];

        Assert.Equal(0, CountedAnswers.Of([Stages], answers, Monday.AddDays(3)).Single().Score);
        Assert.Equal(1, CountedAnswers.Of([Stages], answers, Monday.AddDays(4)).Single().Score);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_score_off_the_scale_is_a_bug(double score) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Count([Answered(0, 1, score)]));

    [Fact]
    public void A_prediction_lies_between_guessing_and_certainty()
    {
        var evidence = Count([Answered(0, 1, 1)]);

        Assert.Equal(1, evidence.PredictedScore(Monday), 12);
        Assert.Equal(0.25 + 0.75 * evidence.Recall(Monday.AddDays(9)), evidence.PredictedScore(Monday.AddDays(9)), 12);
    }

    private static FamilyEvidence Count(Answer[] answers) => Assert.Single(CountedAnswers.Of([Stages], answers, Monday.AddDays(30)));

    private static Answer Answered(int day, long order, double score) => new("stages", Monday.AddDays(day), order, score, Edition: "one");
}
