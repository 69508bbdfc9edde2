using System.Globalization;
using SalesAcademy.Domain.People;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class WorkingHoursTests
{
    private static readonly WorkingHours Office = new()
    {
        From = new TimeOnly(9, 0),
        Until = new TimeOnly(18, 0),
        Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
    };

    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("2026-11-23T09:00", null)]
    [InlineData("2026-11-23T17:59", null)]
    [InlineData("2026-11-23T08:59", "2026-11-23T09:00")]
    [InlineData("2026-11-23T18:00", "2026-11-24T09:00")]
    [InlineData("2026-11-27T19:00", "2026-11-30T09:00")]
    [InlineData("2026-12-01T10:00", "2026-12-07T09:00")]
    public void Somebody_is_back_when_hours_days_and_leave_allow(string local, string? back)
    {
        var leave = new DaysAway(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 4));
        var now = TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), Shanghai);

        var found = Office.Back(now, Shanghai, [leave]);

        Assert.Equal(back is null ? null : new DateTimeOffset(DateTime.Parse(back, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)), found);
    }

    [Fact]
    public void Without_set_hours_everybody_is_always_at_work() =>
        Assert.Null(new WorkingHours().Back(new DateTime(2026, 11, 22, 19, 0, 0, DateTimeKind.Utc), Shanghai, []));

    [Theory]
    [InlineData("2026-06-01 00:00", "2026-06-01 00:30")]
    [InlineData("2026-03-29 00:10", "2026-03-29 01:00")] // the clocks jump over the end of the day
    [InlineData("2026-10-25 00:10", "2026-10-25 00:30")] // and go through it twice
    public void Somebody_at_work_goes_away_at_the_end_of_the_day_by_their_own_clock(string now, string off)
    {
        var nights = new WorkingHours { Until = new TimeOnly(2, 30) };

        var away = nights.Off(At(now), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), [new DaysAway(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 2))]);

        Assert.Equal(At(off), away?.UtcDateTime);

        static DateTime At(string text) => DateTime.SpecifyKind(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), DateTimeKind.Utc);
    }
}
