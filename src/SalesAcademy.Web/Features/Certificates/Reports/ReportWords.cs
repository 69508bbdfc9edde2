using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>Says when a report is mailed, in the language being spoken.</summary>
internal sealed class ReportWords(IStringLocalizer<Words> words)
{
    public string Of(MailingTimes times)
    {
        var hour = Hour(times.Hour);
        return times.Rhythm switch
        {
            Rhythm.Daily => words["times.Daily", hour],
            Rhythm.Weekdays => words["times.Weekdays", hour],
            Rhythm.Weekly => words["times.Weekly", Weekday(times.Weekday), hour],
            _ => words["times.Monthly", times.MonthDay, hour],
        };
    }

    public static string Hour(int hour) => new TimeOnly(hour, 0).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Weekday(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);
}
