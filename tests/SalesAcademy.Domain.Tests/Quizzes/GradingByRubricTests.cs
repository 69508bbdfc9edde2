using CsCheck;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class GradingByRubricTests
{
    private static readonly string[] Criteria = ["opens", "listens", "closes"];
    private static readonly Guid Person = Guid.NewGuid(), Grader = Guid.NewGuid();

    [Theory]
    [InlineData(1, 1, 1, 0)]
    [InlineData(4, 4, 4, 1)]
    [InlineData(2, 3, 4, 2 / 3.0)] // (1 + 2 + 3) / 9
    [InlineData(1, 1, 2, 1 / 9.0)]
    public void A_grade_is_the_mean_of_its_criteria(int first, int second, int third, double score) =>
        Assert.Equal(score, Assert.IsType<Accepted<double>>(Decide(first, second, third)).Value, 1e-9);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-1)]
    public void A_criterion_without_a_level_is_named(int? level)
    {
        var refused = Assert.IsType<Refused<double>>(Decide(2, level, 3));

        Assert.Equal(("grade-missing", "listens"), (refused.Reason.Key, refused.Reason.Arguments[0]));
    }

    [Fact]
    public void Nobody_grades_themselves_or_comments_without_end()
    {
        Assert.Equal("grade-own", Assert.IsType<Refused<double>>(RubricGrade.Decide(Person, Person, Criteria, Levels(4, 4, 4), "")).Reason.Key);
        Assert.Equal("grade-comment-too-long", Assert.IsType<Refused<double>>(RubricGrade.Decide(Person, Grader, Criteria, Levels(4, 4, 4), new('x', RubricGrade.LongestComment + 1))).Reason.Key);
    }

    [Theory]
    [InlineData(1, new double[0], null)]
    [InlineData(1, new[] { 0.4 }, 0.4)]
    [InlineData(2, new[] { 0.4 }, null)]
    [InlineData(2, new[] { 0.4, 0.6 }, 0.5)]
    [InlineData(2, new[] { 0.5, 0.75 }, 0.625)] // exactly a quarter apart still agrees
    [InlineData(2, new[] { 0.3, 0.9 }, null)]
    [InlineData(2, new[] { 0.3, 0.9, 0.8 }, 0.8)]
    [InlineData(2, new[] { 0.3, 0.9, 1.0 }, 0.9)]
    public void Two_who_lie_far_apart_need_a_third(int graders, double[] scores, double? mark) => Assert.Equal(mark, RubricGrade.Settled(graders, scores));

    [Fact]
    public void A_mark_lies_between_the_lowest_and_the_highest_grade_and_a_better_grade_never_lowers_it() =>
        Gen.Select(Gen.Int[1, 2], Gen.Double[0, 1].Array[1, 3], Gen.Int[0, 2]).Sample((graders, scores, which) =>
        {
            if (RubricGrade.Settled(graders, scores) is not { } mark)
                return;
            Assert.InRange(mark, scores.Min() - 1e-12, scores.Max() + 1e-12);
            if (graders == 1 && RubricGrade.Settled(1, [.. scores.Select((score, i) => i == which ? 1 : score)]) is { } better)
                Assert.True(better >= mark);
        });

    [Theory]
    [InlineData(AnswerMedium.Text, "12345", true)]
    [InlineData(AnswerMedium.Text, "123456", false)]
    [InlineData(AnswerMedium.Audio, "12345", false)]
    public void A_text_fits_up_to_its_length_and_no_recording(AnswerMedium medium, string text, bool fits) =>
        Assert.Equal(fits, new RubricKey("first-call", medium, 1, 5).Fits(new Written([text])));

    private static Decision<double> Decide(int? first, int? second, int? third) => RubricGrade.Decide(Person, Grader, Criteria, Levels(first, second, third), "");

    private static Dictionary<string, int?> Levels(int? first, int? second, int? third) => new() { ["opens"] = first, ["listens"] = second, ["closes"] = third };
}
