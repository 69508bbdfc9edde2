namespace SalesAcademy.Content.Exchange;

/// <summary>The two options of a statement; which words say so depends on the language of the file.</summary>
internal static class TrueFalseWords
{
    public static IReadOnlyList<Run> True { get; } = [new("True")];

    public static IReadOnlyList<Run> False { get; } = [new("False")];

    /// <summary>The same options in the words of a language.</summary>
    public static DraftAnswer In(string locale, DraftAnswer answer) => answer is DraftChoice { Options: [var first, var second] } choice && locale == Locales.Chinese && ReferenceEquals(first.Text, True)
        ? choice with { Options = [first with { Text = [new("对")] }, second with { Text = [new("错")] }] }
        : answer;
}
