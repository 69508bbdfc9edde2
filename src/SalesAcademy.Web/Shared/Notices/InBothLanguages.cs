namespace SalesAcademy.Web.Shared.Notices;

/// <summary>An argument of a notice that is said in the reader's language.</summary>
internal static class InBothLanguages
{
    /// <summary>The unit separator: nobody can type it into a name.</summary>
    public const char Between = '\u001f';

    public static string Of(string english, string chinese) => $"{english}{Between}{chinese}";
}
