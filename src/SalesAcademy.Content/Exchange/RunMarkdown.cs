using Markdig.Syntax;
using SalesAcademy.Content.Markup;
using SalesAcademy.Content.Questions;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Exchange;

/// <summary>Where a run of text stands, which decides what would be read as a mark at its beginning.</summary>
internal enum Place
{
    /// <summary>At the beginning of a line of its own.</summary>
    Line,

    /// <summary>Behind a box, a bar or the like.</summary>
    Behind,

    /// <summary>In a heading, with attributes behind it.</summary>
    Heading,
}

/// <summary>
/// Writes runs as Markdown that is read back as just these runs. Emphasis that Markdown cannot say in some place, such as inside a word,
/// is left out and told.
/// </summary>
internal static class RunMarkdown
{
    public static string Write(IReadOnlyList<Run> runs, Place place, Findings findings)
    {
        runs = Sayable(runs, findings);
        var written = new RunWriter(place).Write(runs);
        if (runs.All(run => run.Style == default) || ReadsAs(written, runs, place))
            return written;
        findings.Lose("emphasis that Markdown cannot show here is not kept");
        var plainer = Runs.Tidy(runs.Select(run => run with { Style = new(Link: run.Style.Link) }));
        written = new RunWriter(place).Write(plainer);
        if (ReadsAs(written, plainer, place))
            return written;
        findings.Lose("a link that Markdown cannot show here is not kept");
        return new RunWriter(place).Write(Runs.Tidy(plainer.Select(run => run with { Style = default })));
    }

    // Braces that would open a blank cannot be escaped inside code, nor a bar inside a table.
    private static IReadOnlyList<Run> Sayable(IReadOnlyList<Run> runs, Findings findings)
    {
        if (!runs.Any(IsUnsayable))
            return runs;
        findings.Lose("code that holds {{ or | is shown as plain text");
        return Runs.Tidy(runs.Select(run => IsUnsayable(run) ? run with { Style = run.Style with { Code = false } } : run));

        static bool IsUnsayable(Run run) => run.Style.Code && (run.Text.Contains("{{", StringComparison.Ordinal) || run.Text.Contains('|', StringComparison.Ordinal));
    }

    private static bool ReadsAs(string written, IReadOnlyList<Run> runs, Place place)
    {
        var problems = new Problems("");
        var before = place == Place.Line ? "" : "x ";
        var (text, blanks) = BlankMarks.Cut(before + written, 1, problems);
        if (SafeMarkdown.Parse(text, quiz: true, 1, problems) is not { Count: 1 } document || document[0] is not ParagraphBlock paragraph)
            return false;
        var context = new MarkupContext("course", Locales.English, 1, new Dictionary<string, CourseAsset>(StringComparer.Ordinal), problems) { Blanks = blanks };
        return new InlineWriter(context).Write(paragraph.Inline).Html == before + RunHtml.Of(runs) && problems.Found.Count == 0;
    }
}
