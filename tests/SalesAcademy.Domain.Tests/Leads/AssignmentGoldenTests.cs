using System.Globalization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Tests.Vectors;
using Xunit;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class AssignmentGoldenTests
{
    [Fact]
    public void Golden_vector_V10_three_sellers_one_leaves_and_returns()
    {
        var table = new AssignmentTable("policy-7");
        table.Join("li", 2);
        table.Join("wang", 1);
        table.Join("zhao", 1);

        var eight = Give(8);
        table.Leave("zhao");
        var six = Give(6);
        table.Join("zhao", 1);
        var four = Give(4);
        var large = Give(1, 4);
        var last = Give(4);

        Assert.Equal(
            ["l w z l l w z l", "l w l l w l", "z l w l", "z", "l w l l"], new[] { eight, six, four, large, last });
        Assert.Equal(
            ["6500000", "6000000", "8500000"], new[] { "li", "wang", "zhao" }.Select(table.VirtualTime));

        string Give(int leads, int size = 1) =>
            string.Join(' ', Enumerable.Range(0, leads).Select(_ => table.Assign(Tier.C, size)![0]));
    }

    [Theory]
    [InlineData("li", "fa2803fc7ce1e61d")]
    [InlineData("wang", "d3655f05e338bce0")]
    [InlineData("zhao", "d945bff16aa96df7")]
    public void Ties_are_fixed_by_policy_and_person(string id, string expected) =>
        Assert.Equal(expected, Stride.Tie("policy-7", id).ToString("x16", CultureInfo.InvariantCulture));

    [Fact]
    public void Golden_vector_V10_protection_grows_with_care_but_never_past_twenty_days()
    {
        var (rule, claim) = (new ProtectionRule(), new DateOnly(2026, 3, 2));
        var holding = Holding.Start(rule, Guid.Empty, claim);

        var lastDays = new[] { 3, 8, 11, 14, 17, 19 }.Select(day =>
            (holding = holding.FollowedUp(rule, claim.AddDays(day))).LastDay(rule).DayNumber - claim.DayNumber);

        Assert.Equal([10, 11, 14, 17, 20, 20], lastDays);
    }
}
