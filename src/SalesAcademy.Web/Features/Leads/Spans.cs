using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>How long things have waited.</summary>
internal static class Spans
{
    /// <summary>The median; null of none.</summary>
    public static TimeSpan? Median(this IReadOnlyList<TimeSpan> inOrder) => inOrder.Count == 0 ? null : (inOrder[(inOrder.Count - 1) / 2] + inOrder[inOrder.Count / 2]) / 2;

    /// <summary>In the largest unit that is not zero.</summary>
    public static string Span(this IStringLocalizer<Words> words, TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => words.Count("span.days", (long)span.TotalDays),
        { TotalHours: >= 1 } => words.Count("span.hours", (long)span.TotalHours),
        _ => words.Count("span.minutes", (long)span.TotalMinutes),
    };
}
