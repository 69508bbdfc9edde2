using System.Globalization;
using Microsoft.Net.Http.Headers;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Languages;

/// <summary>The two languages of the house, and which one a reader gets: their own choice, else the cookie of a visitor, else what the browser asks for.</summary>
public static class ReaderLanguage
{
    public const string English = "en";
    public const string Chinese = "zh-Hans";
    public const string Cookie = "language";

    // Formatting needs a country (a neutral culture writes ¤ for money); words need only the language.
    private static readonly CultureInfo EnglishFormats = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo ChineseFormats = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo EnglishWords = CultureInfo.GetCultureInfo(English);
    private static readonly CultureInfo ChineseWords = CultureInfo.GetCultureInfo(Chinese);

    public static bool IsKnown(string? language) => language is English or Chinese;

    /// <summary>Speaks a language on this flow of work; also for mail and background work, which have no request.</summary>
    public static void Speak(string language)
    {
        CultureInfo.CurrentCulture = language == Chinese ? ChineseFormats : EnglishFormats;
        CultureInfo.CurrentUICulture = language == Chinese ? ChineseWords : EnglishWords;
    }

    /// <summary>The language being spoken.</summary>
    public static string Current => CultureInfo.CurrentUICulture.Name == Chinese ? Chinese : English;

    internal static IApplicationBuilder UseReaderLanguage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Speak(context.Features.Get<CurrentPerson>()?.Language ?? (IsOfMachines(context.Request) ? English : OfVisitor(context.Request)));
        return next(context);
    });

    // Programs compare what they are told.
    private static bool IsOfMachines(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static string OfVisitor(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { } chosen && IsKnown(chosen))
            return chosen;
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var asked))
            return English;
        var wanted = asked.OrderByDescending(a => a.Quality ?? 1).Select(a => a.Value.Value ?? "")
            .FirstOrDefault(a => a.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || a.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return wanted?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Chinese : English;
    }
}
