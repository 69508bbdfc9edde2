using SalesAcademy.Domain.Shared;
using Xunit;

namespace SalesAcademy.Domain.Tests.Shared;

public sealed class MemoryTests
{
    [Fact]
    public void Golden_vector_V1_right_right_wrong_right()
    {
        (Rating Rating, int Gap)[] answers = [(Rating.Good, 0), (Rating.Good, 2), (Rating.Again, 11), (Rating.Good, 3)];

        var memories = new List<Memory> { Memory.First(answers[0].Rating) };
        foreach (var (rating, gap) in answers.Skip(1))
            memories.Add(memories[^1].Next(rating, gap));

        Assert.Equal([2.306500, 10.964332, 1.538337, 5.856819], memories.Select(m => Math.Round(m.Stability, 6)));
        Assert.Equal([2.118104, 2.111214, 7.392238, 7.380074], memories.Select(m => Math.Round(m.Difficulty, 6)));
        Assert.Equal([2, 11, 2, 6], memories.Select(m => m.Interval(0.9)));
        Assert.Equal(0.758174, memories[^1].Recall(30), 6);
    }

    [Theory]
    [InlineData(0, false, Rating.Again)]
    [InlineData(0.499, false, Rating.Again)]
    [InlineData(0.499, true, Rating.Again)]
    [InlineData(0.5, false, Rating.Hard)]
    [InlineData(0.998, false, Rating.Hard)]
    [InlineData(1, true, Rating.Hard)]
    [InlineData(0.999, false, Rating.Good)]
    [InlineData(1, false, Rating.Good)]
    public void An_answer_is_rated_by_its_score_and_hint(double score, bool hint, Rating expected) =>
        Assert.Equal(expected, Memory.Rate(score, hint));

    [Fact]
    public void A_second_answer_on_the_same_day_is_a_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Memory.First(Rating.Good).Next(Rating.Good, 0));

    [Fact]
    public void A_larger_stability_scale_forgets_slower_and_asks_later()
    {
        var memory = Memory.First(Rating.Good);

        Assert.Equal(memory.Recall(7), memory.Recall(14, 2), 12);
        Assert.Equal(5, memory.Interval(0.9, 2));
    }

    [Fact]
    public void The_interval_stays_between_a_day_and_half_a_year()
    {
        Assert.Equal(1, new Memory(0.001, 10).Interval(0.9));
        Assert.Equal(180, new Memory(5000, 1).Interval(0.9));
    }
}
