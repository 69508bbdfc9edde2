using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Certificates;

public sealed class MailingAReportTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData(Rhythm.Daily, 8, "2026-11-27T00:00", "Asia/Shanghai", "2026-11-28T00:00")]
    [InlineData(Rhythm.Daily, 8, "2026-11-26T23:59", "Asia/Shanghai", "2026-11-27T00:00")]
    [InlineData(Rhythm.Weekdays, 8, "2026-11-27T00:00", "Asia/Shanghai", "2026-11-30T00:00")]
    [InlineData(Rhythm.Weekly, 8, "2026-11-23T00:00", "Asia/Shanghai", "2026-11-30T00:00")]
    [InlineData(Rhythm.Monthly, 8, "2026-11-01T00:00", "Asia/Shanghai", "2026-11-30T00:00")]
    [InlineData(Rhythm.Monthly, 8, "2027-02-01T00:00", "Asia/Shanghai", "2027-02-28T00:00")]
    [InlineData(Rhythm.Monthly, 8, "2028-02-01T00:00", "Asia/Shanghai", "2028-02-29T00:00")]
    [InlineData(Rhythm.Monthly, 8, "2026-11-30T00:00", "Asia/Shanghai", "2026-12-31T00:00")]
    [InlineData(Rhythm.Daily, 2, "2026-03-29T00:59", "Europe/Berlin", "2026-03-29T01:00")] // 02:00 is left out: at 03:00
    [InlineData(Rhythm.Daily, 2, "2026-03-29T01:00", "Europe/Berlin", "2026-03-30T00:00")]
    [InlineData(Rhythm.Daily, 2, "2026-10-24T12:00", "Europe/Berlin", "2026-10-25T00:00")] // 02:00 comes twice: the first
    [InlineData(Rhythm.Daily, 2, "2026-10-25T00:00", "Europe/Berlin", "2026-10-26T01:00")]
    [InlineData(Rhythm.Daily, 0, "2026-09-06T03:59", "America/Santiago", "2026-09-06T04:00")] // midnight is left out: at 01:00
    public void The_next_time_is_the_first_after_an_instant_on_the_organisations_clock(Rhythm rhythm, int hour, string instant, string zone, string next)
    {
        var times = new MailingTimes(rhythm, DayOfWeek.Monday, 31, hour);

        Assert.Equal(At(next), times.NextAfter(At(instant), TimeZoneInfo.FindSystemTimeZoneById(zone)));
    }

    [Fact]
    public void Asked_again_and_again_each_day_comes_once_whatever_the_clocks_do()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        for (var hour = 0; hour < 24; hour++)
        {
            var (at, days) = (At("2025-12-31T12:00"), new HashSet<DateOnly>());
            for (var i = 0; i < 365; i++)
                Assert.True(days.Add(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at = new MailingTimes(Rhythm.Daily, default, 1, hour).NextAfter(at, berlin), berlin))));
            Assert.Equal(364, days.Max().DayNumber - days.Min().DayNumber);
        }
    }

    [Theory]
    [InlineData(ReportPeriod.Today, "2026-11-25", "2026-11-25")]
    [InlineData(ReportPeriod.Yesterday, "2026-11-24", "2026-11-24")]
    [InlineData(ReportPeriod.LastWeek, "2026-11-16", "2026-11-22")]
    [InlineData(ReportPeriod.LastMonth, "2026-10-01", "2026-10-31")]
    [InlineData(ReportPeriod.LastQuarter, "2026-07-01", "2026-09-30")]
    [InlineData(ReportPeriod.LastYear, "2025-01-01", "2025-12-31")]
    public void A_period_moves_on_with_the_day(ReportPeriod period, string first, string last)
    {
        Assert.Equal((Day(first), Day(last)), period.On(Day("2026-11-25")));
        Assert.Equal((Day("2028-02-01"), Day("2028-02-29")), ReportPeriod.LastMonth.On(Day("2028-03-31")));
    }

    [Fact]
    public void What_no_calendar_has_is_refused()
    {
        Assert.Equal("rhythm-off", Assert.IsType<Refused<MailingTimes>>(MailingTimes.Decide((Rhythm)9, DayOfWeek.Monday, 1, 8)).Reason.Key);
        Assert.Equal("month-day-off", Assert.IsType<Refused<MailingTimes>>(MailingTimes.Decide(Rhythm.Monthly, DayOfWeek.Monday, 32, 8)).Reason.Key);
        Assert.Equal("hour-off", Assert.IsType<Refused<MailingTimes>>(MailingTimes.Decide(Rhythm.Daily, DayOfWeek.Monday, 1, 24)).Reason.Key);
        Assert.Equal(At("2026-11-28T00:00"), Assert.IsType<Accepted<MailingTimes>>(MailingTimes.Decide(Rhythm.Daily, DayOfWeek.Monday, 1, 8)).Value.NextAfter(At("2026-11-27T00:00"), Shanghai));
    }

    private static DateTime At(string text) => DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
