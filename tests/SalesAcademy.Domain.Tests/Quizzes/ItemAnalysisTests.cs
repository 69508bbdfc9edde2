using SalesAcademy.Domain.Quizzes;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class ItemAnalysisTests
{
    [Fact]
    public void The_golden_vector_comes_out()
    {
        var actual = ItemAnalysis.Of([.. "11110 11111 11010 11100 10101 11000 00101 10000".Split(' ').Select(Row)]);

        Assert.Equal([0.875, 0.625, 0.625, 0.375, 0.375], actual.Items.Select(item => item.Facility));
        Assert.Equal([0.0, 0.2, 0.2, 0.447214, -0.11547], actual.Items.Select(item => Math.Round(item.ItemRest, 6)));
        Assert.Equal([0.0, 0.272727, 0.272727, 0.6, -0.142857], actual.Items.Select(item => Math.Round(item.Efficiency, 6)));
        Assert.Equal((2.875, 1.246423, 0.287356, 1.052209), (actual.Mean, Math.Round(actual.Deviation, 6), Math.Round(actual.Alpha, 6), Math.Round(actual.Error, 6)));
    }

    [Fact]
    public void Where_nothing_varies_nothing_is_claimed()
    {
        var actual = ItemAnalysis.Of([Row("110"), Row("110"), Row("110")]);

        Assert.All(actual.Items, item => Assert.Equal((0.0, 0.0, 0.0), (item.ItemRest, item.Efficiency, item.ItemTotal)));
        Assert.Equal((2.0, 0.0, 0.0, 0.0), (actual.Mean, actual.Deviation, actual.Alpha, actual.Error));
    }

    [Fact]
    public void The_order_of_questions_changes_nothing_but_their_order()
    {
        string[] rows = ["1011", "0010", "1111", "0001", "1000", "0111"];

        var (forward, backward) = (ItemAnalysis.Of([.. rows.Select(Row)]), ItemAnalysis.Of([.. rows.Select(row => Row(new string([.. row.Reverse()])))]));

        Assert.All(forward.Items.Reverse().Zip(backward.Items), pair => Assert.Equal(pair.First.ItemRest, pair.Second.ItemRest, 12));
        Assert.Equal(forward.Alpha, backward.Alpha, 12);
    }

    [Theory, InlineData(""), InlineData("101"), InlineData("101 11")]
    public void What_cannot_be_compared_is_refused(string rows) =>
        Assert.Throws<ArgumentException>(() => ItemAnalysis.Of([.. rows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Row)]));

    [Fact]
    public void Too_few_answers_say_nothing_and_enough_say_what_is_wrong()
    {
        var wrongKey = new ItemStatistics(0.4, 0.5, -0.2, -0.3, 0, -0.2);
        Assert.Empty(ItemFlags.Of(wrongKey, 29, 0.25));
        Assert.Equal([ItemFlag.Misleads], ItemFlags.Of(wrongKey, 30, 0.25));
        Assert.Equal([ItemFlag.Misleads, ItemFlag.NoBetterThanGuessing], ItemFlags.Of(wrongKey with { Facility = 0.25 }, 30, 0.25));
        Assert.Equal([ItemFlag.TellsLittle], ItemFlags.Of(wrongKey with { Efficiency = 0.19 }, 30, 0.25));
        Assert.Equal([ItemFlag.TooEasy], ItemFlags.Of(wrongKey with { Efficiency = 0.1, Facility = 0.96 }, 30, 0.25));
        Assert.Empty(ItemFlags.Of(wrongKey with { Efficiency = 0.2, Facility = 0.95 }, 30, 0.25));
    }

    // By hand: pooled 0.65, error sqrt(.65*.35*(1/40+1/40)) = 0.10665; twice that is 0.2133.
    [Theory, InlineData(0.75, 0.55, false), InlineData(0.76, 0.54, true)]
    public void Languages_differ_beyond_two_standard_errors(double one, double other, bool differ) =>
        Assert.Equal(differ, ItemFlags.Differ((one, 40), (other, 40)));

    [Fact]
    public void Languages_are_not_compared_on_few_answers() => Assert.False(ItemFlags.Differ((1, 29), (0, 400)));

    private static double[] Row(string row) => [.. row.Select(sign => (double)(sign - '0'))];
}
