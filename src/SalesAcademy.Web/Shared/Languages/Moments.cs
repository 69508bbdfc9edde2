using System.Globalization;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Languages;

/// <summary>Dates and times as the reader writes them, in the reader's zone.</summary>
public sealed class Moments(Clock clock, IHttpContextAccessor http)
{
    private TimeZoneInfo Zone => http.HttpContext?.Features.Get<CurrentPerson>()?.Zone ?? clock.Zone;

    /// <summary>The reader's local date now.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(clock.Now));

    /// <summary>The reader's local date at an instant.</summary>
    public DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>Wed 25 Nov; 11 月 25 日（周三）. Of another year 25 November 2027; 2027 年 11 月 25 日.</summary>
    public string Day(DateOnly day) => day.Year != Today.Year ? LongDay(day)
        : day.ToString(Chinese ? "M 月 d 日（ddd）" : "ddd d MMM", CultureInfo.CurrentCulture);

    /// <summary>25 November 2026; 2026 年 11 月 25 日.</summary>
    public static string LongDay(DateOnly day) => day.ToString(Chinese ? "yyyy 年 M 月 d 日" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Monday 23 November; 11 月 23 日，星期一.</summary>
    public static string FullDay(DateOnly day) => day.ToString(Chinese ? "M 月 d 日，dddd" : "dddd d MMMM", CultureInfo.CurrentCulture);

    /// <summary>09:41.</summary>
    public string Time(DateTime instant) => Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>09:41:07.</summary>
    public string Seconds(DateTime instant) => Local(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Today the time, else the day with the time; of another year, that too.</summary>
    public string Moment(DateTime instant)
    {
        var day = DateOnly.FromDateTime(Local(instant));
        return day == Today ? Time(instant) : $"{Day(day)} {Time(instant)}";
    }

    /// <summary>For the datetime attribute of a time element.</summary>
    public static string Machine(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static bool Chinese => ReaderLanguage.Current == ReaderLanguage.Chinese;

    private DateTime Local(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, Zone);
}
