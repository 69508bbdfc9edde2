using System.Globalization;
using SalesAcademy.Content;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>An argument of a notice that is said in the reader's language.</summary>
internal static class InBothLanguages
{
    /// <summary>The unit separator: nobody can type it into a name.</summary>
    public const char Between = '\u001f';

    public static string Of(string english, string chinese) => $"{english}{Between}{chinese}";

    /// <summary>A name of content; where it is written in one language only, the other borrows it.</summary>
    public static string Of(Localised<string> name) => Of(name.In(Locales.English).Value, name.In(Locales.Chinese).Value);

    /// <summary>What is said when each language is spoken in turn.</summary>
    public static string Of(Func<string> say)
    {
        var spoken = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        ReaderLanguage.Speak(ReaderLanguage.English);
        var english = say();
        ReaderLanguage.Speak(ReaderLanguage.Chinese);
        var both = Of(english, say());
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = spoken;
        return both;
    }
}
