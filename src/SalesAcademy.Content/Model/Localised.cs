namespace SalesAcademy.Content;

/// <summary>The languages content is written in.</summary>
public static class Locales
{
    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>Simplified Chinese.</summary>
    public const string Chinese = "zh-Hans";

    /// <summary>Both, English first.</summary>
    public static IReadOnlyList<string> All { get; } = [English, Chinese];

    /// <summary>The content language nearest to a culture name: every form of Chinese is zh-Hans, all else English.</summary>
    public static string Nearest(string culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;
    }
}

/// <summary>The same thing in both languages; one of them may be missing, never both.</summary>
/// <param name="English">In English, or null.</param>
/// <param name="Chinese">In Simplified Chinese, or null.</param>
public sealed record Localised<T>(T? English, T? Chinese) where T : class
{
    /// <summary>What to show a reader of that language, and whether it is the other language for want of their own.</summary>
    public Shown<T> In(string locale)
    {
        var chinese = Locales.Nearest(locale) == Locales.Chinese;
        var own = chinese ? Chinese : English;
        return own is not null
            ? new(own, chinese ? Locales.Chinese : Locales.English, FellBack: false)
            : new((chinese ? English : Chinese)!, chinese ? Locales.English : Locales.Chinese, FellBack: true); // never both null
    }

    /// <summary>The same with each language turned into something else.</summary>
    public Localised<TOther> Select<TOther>(Func<T, TOther> select) where TOther : class
    {
        ArgumentNullException.ThrowIfNull(select);
        return new(English is null ? null : select(English), Chinese is null ? null : select(Chinese));
    }
}

/// <summary>A text as shown: set <c>lang</c> to <paramref name="Locale"/> and say so when it fell back.</summary>
/// <param name="Value">The text or thing.</param>
/// <param name="Locale">The language it is really in.</param>
/// <param name="FellBack">True when the reader's language is missing.</param>
public readonly record struct Shown<T>(T Value, string Locale, bool FellBack);
