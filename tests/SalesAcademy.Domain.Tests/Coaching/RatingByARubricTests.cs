using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Coaching;

public sealed class RatingByARubricTests
{
    private static readonly Guid Coach = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Seller = new("00000000-0000-0000-0000-000000000002");

    [Theory, InlineData(new[] { 3 }, 3), InlineData(new[] { 2, 3 }, 2), InlineData(new[] { 4, 1 }, 2), InlineData(new[] { 4, 1, 3 }, 3), InlineData(new[] { 0, 4, 0 }, 4)]
    public void Several_rows_of_one_competency_give_the_median_rounded_down(int[] levels, int expected)
    {
        var ratings = Accept([.. levels.Select((level, i) => new ScoredRow($"row-{i}", "discovery", level))]);

        Assert.Equal(new CompetencyRating("discovery", expected, 4), Assert.Single(ratings));
    }

    [Fact]
    public void Ratings_come_in_the_order_of_their_competencies_and_without_those_not_observed()
    {
        var ratings = Accept([new("a", "process", 4), new("b", "discovery", 2), new("c", "value", 0)]);

        Assert.Equal(["discovery", "process"], ratings.Select(rating => rating.Competency));
    }

    [Theory, InlineData(null, "row-missing"), InlineData(5, "level-off-scale"), InlineData(-1, "level-off-scale"), InlineData(0, "nothing-observed")]
    public void A_card_that_says_nothing_sure_is_refused(int? level, string reason)
    {
        Assert.Equal(reason, Refuse(Coach, [new("a", "process", level)]));
    }

    [Fact]
    public void Nobody_rates_themselves()
    {
        Assert.Equal("self-rating", Refuse(Seller, [new("a", "process", 3)]));
    }

    private static IReadOnlyList<CompetencyRating> Accept(IReadOnlyList<ScoredRow> rows) =>
        Assert.IsType<Accepted<IReadOnlyList<CompetencyRating>>>(Scorecard.Decide(Coach, Seller, rows)).Value;

    private static string Refuse(Guid rater, IReadOnlyList<ScoredRow> rows) =>
        Assert.IsType<Refused<IReadOnlyList<CompetencyRating>>>(Scorecard.Decide(rater, Seller, rows)).Reason.Key;
}
