using CsCheck;
using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Domain.Tests.Coaching;

public sealed class QuietHoursTests
{
    private static readonly QuietHours Nights = new(new TimeOnly(20, 0), new TimeOnly(8, 0), [DayOfWeek.Saturday, DayOfWeek.Sunday]);

    [Theory]
    [InlineData("2026-11-23T08:00", "2026-11-23T08:00")]
    [InlineData("2026-11-23T19:59", "2026-11-23T19:59")]
    [InlineData("2026-11-23T20:00", "2026-11-24T08:00")]
    [InlineData("2026-11-24T03:00", "2026-11-24T08:00")]
    [InlineData("2026-11-27T21:00", "2026-11-30T08:00")]
    [InlineData("2026-11-28T12:00", "2026-11-30T08:00")]
    public void Quiet_ends_in_the_next_working_hour(string at, string ends)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;

        Assert.Equal(DateTime.Parse(ends, invariant), Nights.Ends(DateTime.Parse(at, invariant)));
    }

    [Fact]
    public void Only_working_time_counts()
    {
        var friday = new DateTime(2026, 11, 27, 18, 0, 0, DateTimeKind.Unspecified);

        Assert.Equal(TimeSpan.FromHours(2 + 4), Nights.Worked(friday, friday.Date.AddDays(3).AddHours(12)));
        Assert.Equal(TimeSpan.FromDays(3), QuietHours.None.Worked(friday, friday.AddDays(3)));
        Assert.Equal(TimeSpan.Zero, Nights.Worked(friday, friday.AddDays(-1)));
    }

    [Fact]
    public void Whatever_the_hours_quiet_ends_and_working_time_is_what_a_count_by_minutes_gives() =>
        Gen.Select(Gen.Int[0, 1439], Gen.Int[0, 1439], Gen.Int[0, 6].HashSet[0, 6], Gen.Int[0, 20_000], Gen.Int[0, 8_000]).Sample((from, until, free, start, length) =>
        {
            var quiet = new QuietHours(TimeOnly.MinValue.AddMinutes(from), TimeOnly.MinValue.AddMinutes(until), [.. free.Select(day => (DayOfWeek)day)]);
            var begin = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(start);

            Assert.False(quiet.IsQuiet(quiet.Ends(begin)));
            Assert.Equal(Enumerable.Range(0, length).Count(minute => !quiet.IsQuiet(begin.AddMinutes(minute))), quiet.Worked(begin, begin.AddMinutes(length)).TotalMinutes);
        }, iter: 300);
}
