using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Domain.Tests.Certificates;

public sealed class DatingACertificateTests
{
    [Theory]
    [InlineData("2026-03-14", 24, "2028-03-13")]
    [InlineData("2026-01-01", 12, "2026-12-31")]
    [InlineData("2026-03-01", 12, "2027-02-28")]
    [InlineData("2027-03-01", 12, "2028-02-29")] // the day before 1 March 2028 is a leap day
    [InlineData("2028-02-29", 12, "2029-02-28")] // no 29 February in 2029: the last day of the month, not the day before it
    [InlineData("2028-02-29", 48, "2032-02-28")] // four years on there is one again
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2026-11-23", 24, "2028-11-22")]
    public void Months_are_counted_to_the_day_before_the_same_day(string from, int months, string until) =>
        Assert.Equal(Day(until), Validity.LastDay(Day(from), months));

    [Fact]
    public void Without_months_it_never_ends() => Assert.Null(Validity.LastDay(Day("2026-03-14"), null));

    [Theory, InlineData(0), InlineData(-12)]
    public void No_certificate_ends_before_it_begins(int months) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Validity.LastDay(Day("2026-03-14"), months));

    [Fact]
    public void A_later_first_day_never_ends_earlier_and_no_month_is_lost()
    {
        for (var from = Day("2027-01-01"); from < Day("2029-01-01"); from = from.AddDays(1))
        {
            var until = Validity.LastDay(from, 12)!.Value;

            Assert.True(until >= Validity.LastDay(from.AddDays(-1), 12));
            Assert.InRange(until.DayNumber - from.DayNumber + 1, 365, 366);
        }
    }

    [Theory]
    [InlineData("2026-12-24", CertificateState.Valid)]
    [InlineData("2026-12-25", CertificateState.Expiring)] // 30 days of notice before 24 January
    [InlineData("2027-01-24", CertificateState.Expiring)] // the last day is still valid
    [InlineData("2027-01-25", CertificateState.Expired)]
    public void The_calendar_moves_the_state(string day, CertificateState expected) =>
        Assert.Equal(expected, new CertificateStanding(Day("2027-01-24"), IsSuperseded: false, IsRevoked: false).On(Day(day)));

    [Fact]
    public void Revoked_outweighs_superseded_and_superseded_the_calendar()
    {
        Assert.Equal(CertificateState.Revoked, new CertificateStanding(Day("2020-01-01"), IsSuperseded: true, IsRevoked: true).On(Day("2026-01-01")));
        Assert.Equal(CertificateState.Superseded, new CertificateStanding(Day("2020-01-01"), IsSuperseded: true, IsRevoked: false).On(Day("2026-01-01")));
        Assert.True(new CertificateStanding(null, IsSuperseded: false, IsRevoked: false).HoldsOn(DateOnly.MaxValue.AddDays(-31)));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
