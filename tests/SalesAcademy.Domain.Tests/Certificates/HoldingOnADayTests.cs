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

    [Fact]
    public void Without_an_end_it_holds_for_ever() => Assert.Equal(Holding.Held, Held.On([new(1, Issued, null, null, null)], DateOnly.MaxValue.AddDays(-40)).Holding);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
