using System.ComponentModel.DataAnnotations;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>What a report is called, and which days it takes in the place of those of its filter.</summary>
internal sealed record ReportForm
{
    public const int LongestName = 80;

    [Required(ErrorMessage = "report.name-needed"), StringLength(LongestName, ErrorMessage = "report.name-long")]
    public string? Name { get; init; }

    /// <summary>Null for the days as they were saved.</summary>
    public ReportPeriod? Period { get; init; }
}

/// <summary>When a report is mailed and to whom.</summary>
internal sealed record MailingForm
{
    public Rhythm Rhythm { get; init; } = Rhythm.Weekly;

    public DayOfWeek Weekday { get; init; } = DayOfWeek.Monday;

    [Range(1, 31, ErrorMessage = "mailing.month-day-off")]
    public int MonthDay { get; init; } = 1;

    [Range(0, 23, ErrorMessage = "mailing.hour-off")]
    public int Hour { get; init; } = 8;

    public Guid[] Reader { get; init; } = [];
}
