using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Domain.Tests.Certificates;

public sealed class HoldingOnADayTests
{
    private static readonly DateOnly Issued = new(2027, 3, 1);
    private static readonly DateOnly Until = new(2028, 2, 29);

    [Theory]
    [InlineData("2027-02-28", Holding.Missing)]
    [InlineData("2027-03-01", Holding.Held)]
    [InlineData("2028-01-29", Holding.Held)]
    [InlineData("2028-01-30", Holding.EndsSoon)]
    [InlineData("2028-02-29", Holding.EndsSoon)]
    [InlineData("2028-03-01", Holding.Expired)]
    public void From_its_first_day_to_its_last_one_of_a_leap_year(string day, Holding expected) =>
        Assert.Equal(expected, Held.On([new(1, Issued, Until, null, null)], Day(day)).Holding);

    [Theory]
    [InlineData("2027-05-31", Holding.Held)]
    [InlineData("2027-06-01", Holding.Revoked)]
    [InlineData("2029-01-01", Holding.Revoked)]
    public void On_the_day_of_a_revocation_it_holds_no_more_and_the_day_before_it_did(string day, Holding expected) =>
        Assert.Equal(expected, Held.On([new(1, Issued, Until, null, new(2027, 6, 1))], Day(day)).Holding);

    [Theory]
    [InlineData("2028-01-31", 1, Holding.EndsSoon)]
    [InlineData("2028-02-01", 2, Holding.Held)]
    [InlineData("2029-03-01", 2, Holding.Expired)]
    public void A_renewal_takes_over_on_its_own_day(string day, int issue, Holding expected)
    {
        var held = Held.On([new(1, Issued, Until, new(2028, 2, 1), null), new(2, new(2028, 2, 1), new(2029, 2, 28), null, null)], Day(day));

        Assert.Equal((issue, expected), (held.Certificate!.Issue, held.Holding));
    }

    [Fact]
    public void A_revoked_renewal_does_not_bring_back_what_it_replaced() => Assert.Equal(
        Holding.Revoked, Held.On([new(1, Issued, Until, new(2028, 2, 1), null), new(2, new(2028, 2, 1), new(2029, 2, 28), null, new(2028, 2, 10))], Day("2028-02-15")).Holding);

    [Fact]
    public void What_waits_to_be_drawn_waits_unless_something_is_in_force()
    {
        Assert.Equal(Holding.Waiting, Held.On([], Issued, waits: true).Holding);
        Assert.Equal(Holding.Waiting, Held.On([new(1, Issued, Until, null, null)], Day("2028-03-01"), waits: true).Holding);
        Assert.Equal(Holding.EndsSoon, Held.On([new(1, Issued, Until, null, null)], Until, waits: true).Holding);
    }

    [Theory]
    [InlineData("2027-02-28", Holding.Missing)]
    [InlineData("2027-03-01", Holding.Waived)]
    [InlineData("2028-02-29", Holding.Waived)] // its last day counts
    [InlineData("2028-03-01", Holding.Missing)]
    public void What_is_waived_is_not_missing_from_its_first_day_to_its_last(string day, Holding expected)
    {
        var held = Held.On([], Day(day), standIns: [new(Holding.Waived, Issued, Until, null)]);

        Assert.Equal((expected, expected == Holding.Waived), (held.Holding, held.IsEnough));
    }

    [Fact]
    public void A_certificate_in_force_outweighs_what_stands_in_and_a_waiver_what_others_have_issued()
    {
        StandIn waived = new(Holding.Waived, Issued, null, null), external = new(Holding.External, Issued, null, null);

        Assert.Equal(Holding.Held, Held.On([new(1, Issued, Until, null, null)], Issued, standIns: [waived]).Holding);
        Assert.Equal(Holding.Waived, Held.On([new(1, Issued, Until, null, null)], Until.AddDays(1), standIns: [external, waived]).Holding);
        Assert.Equal(Holding.External, Held.On([], Issued.AddDays(5), standIns: [external, waived with { EndedOn = Issued.AddDays(5) }]).Holding); // on the day it is taken back it counts no more
    }

    [Fact]
    public void Without_an_end_it_holds_for_ever() => Assert.Equal(Holding.Held, Held.On([new(1, Issued, null, null, null)], DateOnly.MaxValue.AddDays(-40)).Holding);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
