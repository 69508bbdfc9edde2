using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>How long something has waited, in the largest unit that is not zero.</summary>
internal static class Spans
{
    public static string Span(this IStringLocalizer<Words> words, TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => words.Count("span.days", (long)span.TotalDays),
        { TotalHours: >= 1 } => words.Count("span.hours", (long)span.TotalHours),
        _ => words.Count("span.minutes", (long)span.TotalMinutes),
    };
}
