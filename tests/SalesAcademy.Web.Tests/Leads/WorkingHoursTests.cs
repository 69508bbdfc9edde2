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
}
