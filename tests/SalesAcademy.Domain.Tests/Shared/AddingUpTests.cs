using CsCheck;
using SalesAcademy.Domain.Shared;
using Xunit;

namespace SalesAcademy.Domain.Tests.Shared;

public sealed class AddingUpTests
{
    [Fact]
    public void The_largest_remainders_are_rounded_up() =>
        Assert.Equal([33.4m, 33.3m, 33.3m], AddingUp.Round([100.0 / 3, 100.0 / 3, 100.0 / 3]));

    [Fact]
    public void Nothing_adds_up_to_nothing() => Assert.Empty(AddingUp.Round([]));

    [Fact]
    public void Parts_add_up_to_the_shown_total_and_stay_near_themselves() =>
        Gen.Double[0, 100].Array[0, 12].Sample(parts =>
        {
            var shown = AddingUp.Round(parts);

            Assert.Equal(Math.Round(parts.Sum() * 10, MidpointRounding.AwayFromZero), (double)(shown.Sum() * 10), 6);
            Assert.All(parts.Zip(shown), pair => Assert.True(Math.Abs(pair.First - (double)pair.Second) < 0.1));
        });
}
