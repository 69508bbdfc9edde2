using CsCheck;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class ImpactRatioTests
{
    [Fact]
    public void Each_rate_is_held_against_the_highest_and_flagged_below_four_fifths()
    {
        var groups = ImpactRatio.Of([("en", 40, 50), ("zh", 32, 50), ("de", 63, 100)]);

        Assert.Equal(["de", "en", "zh"], groups.Select(group => group.Group));
        Assert.Equal([0.63, 0.8, 0.64], groups.Select(group => group.Rate!.Value));
        Assert.Equal([0.7875, 1, 0.8], groups.Select(group => Math.Round(group.Ratio!.Value, 6)));
        Assert.Equal([true, false, false], groups.Select(group => group.IsFlagged)); // four fifths exactly is enough
    }

    [Fact]
    public void A_group_under_ten_is_neither_told_nor_compared_with()
    {
        var groups = ImpactRatio.Of([("en", 5, 10), ("zh", 9, 9)]);

        Assert.Equal(new GroupImpact("en", 5, 10, 0.5, 1, false), groups[0]);
        Assert.Equal(new GroupImpact("zh", null, null, null, null, false), groups[1]);
        Assert.True(groups[1].IsSuppressed);
    }

    [Fact]
    public void Where_nobody_was_selected_there_is_no_ratio()
    {
        Assert.All(ImpactRatio.Of([("en", 0, 20), ("zh", 0, 30)]), group => Assert.Null(group.Ratio));
        Assert.Empty(ImpactRatio.Of([]));
    }

    [Fact]
    public void The_ratio_lies_between_nothing_and_one_one_group_has_it_whole_and_no_small_group_shows() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40]).Select((a, b) => (Selected: Math.Min(a, b), Total: Math.Max(a, b))).Array[1, 8].Sample(counts =>
        {
            var groups = ImpactRatio.Of(counts.Select((count, i) => ($"group {i}", count.Selected, count.Total)));
            var told = groups.Where(group => !group.IsSuppressed).ToArray();

            Assert.Equal(counts.Count(count => count.Total >= 10), told.Length);
            Assert.All(told, group => Assert.True(group.Ratio is null or (>= 0 and <= 1)));
            Assert.True(told.Length == 0 || told.All(group => group.Ratio is null) || told.Any(group => group.Ratio == 1));
            Assert.All(groups.Except(told), group => Assert.True(group is { Selected: null, Rate: null, Ratio: null, IsFlagged: false }));
        });
}
