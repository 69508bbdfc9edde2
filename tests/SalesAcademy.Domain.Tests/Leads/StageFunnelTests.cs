using CsCheck;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class StageFunnelTests
{
    [Fact]
    public void Each_stage_says_how_many_came_and_how_many_went_on()
    {
        StageReached[] reached = [new(0, false, true), new(0, false, false), new(1, false, true), new(2, false, false), new(1, true, false)];

        Assert.Equal(
            [new StageConversion(0, 5, 3, 1), new StageConversion(1, 3, 2, 1), new StageConversion(2, 2, 1, 0)], // won from the second stage: it has passed the third as well
            StageFunnel.Of(3, reached));
    }

    [Fact]
    public void A_stage_nobody_came_to_has_no_share() => Assert.Equal([null, null], StageFunnel.Of(2, []).Select(stage => stage.Share));

    [Fact]
    public void No_stage_lets_more_go_on_than_came_and_each_takes_over_from_the_one_before() =>
        Gen.Select(Gen.Int[1, 6], Gen.Select(Gen.Int[-1, 8], Gen.Bool, Gen.Bool).Select((stage, won, open) => new StageReached(stage, won, open && !won)).Array[0, 50]).Sample((stages, reached) =>
        {
            var funnel = StageFunnel.Of(stages, reached);

            Assert.Equal(reached.Length, funnel[0].Reached);
            Assert.All(funnel.Zip(funnel.Skip(1)), pair => Assert.Equal(pair.First.WentOn, pair.Second.Reached));
            Assert.Equal(reached.Count(one => one.IsWon), funnel[^1].WentOn);
            Assert.All(funnel, stage => Assert.True(stage.WentOn + stage.Open <= stage.Reached));
        });
}
