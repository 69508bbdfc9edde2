using Microsoft.Extensions.Localization;

namespace SalesAcademy.Web.Shared.Languages;

/// <summary>Words that depend on a number: keys end in .one and .other, and Chinese has only .other.</summary>
public static class Plurals
{
    public static string Count(this IStringLocalizer words, string key, long number, params ReadOnlySpan<object> more)
    {
        var form = number == 1 && ReaderLanguage.Current == ReaderLanguage.English ? "one" : "other";
        return words[$"{key}.{form}", [number, .. more]];
    }
}
