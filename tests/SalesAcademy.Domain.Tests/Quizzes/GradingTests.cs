using SalesAcademy.Domain.Quizzes;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class GradingTests
{
    [Fact]
    public void The_boundary_passes_and_the_next_point_below_does_not()
    {
        Assert.True(Grading.Of(Marked(1, 1, 1, 1, 0), 0.8).Passed);
        Assert.False(Grading.Of(Marked(1, 1, 1, 0.99, 0), 0.8).Passed);
        Assert.True(Grading.Of([new(0.3, Answer("a", 1)), new(0.3, Answer("b", 1)), new(0.2, Answer("c", 1)), new(0.2, Answer("d", 0))], 0.8).Passed);
    }

    [Fact]
    public void Points_weigh_the_questions()
    {
        var outcome = Grading.Of([new(3, Answer("b", 1)), new(1, Answer("a", 0))], 0.75);

        Assert.Equal(0.75, outcome.Score);
        Assert.True(outcome.Passed);
        Assert.Equal(["a", "b"], outcome.Answers.Select(a => a.Family));
    }

    [Fact]
    public void An_attempt_without_questions_is_worth_nothing() => Assert.Equal(0, Grading.Of([], 0.5).Score);

    private static MarkedQuestion[] Marked(params double[] scores) => [.. scores.Select((score, i) => new MarkedQuestion(1, Answer($"f{i}", score)))];

    private static GradedAnswer Answer(string family, double score) => new(family, "c", score, 0.25, Hint: false, "e", new DateOnly(2026, 11, 23));
}
