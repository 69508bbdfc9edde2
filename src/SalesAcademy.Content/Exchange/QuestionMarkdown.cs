using System.Globalization;

namespace SalesAcademy.Content.Exchange;

/// <summary>Writes a question as a person would have written it into a quiz file.</summary>
internal static class QuestionMarkdown
{
    /// <summary>The question's part of the file, ended by a line feed.</summary>
    public static string Write(QuestionDraft question, string locale, Findings findings)
    {
        var answer = question.Answer;
        var lines = new List<string> { $"## {RunMarkdown.Write(Runs.Tidy(question.Title.Select(run => run.IsBreak ? new(" ") : run)), Place.Heading, findings)} {Attributes(question)}" };
        Add(lines, ProseMarkdown.Lines(Fitting(question.Body, answer), findings, isAboveNumbers: answer is DraftOrder));
        Add(lines, Answer(answer, locale, findings));
        Add(lines, [.. ProseMarkdown.Lines(question.General, findings).Select(ProseMarkdown.Quoted)]);
        return string.Join('\n', lines) + "\n";
    }

    private static void Add(List<string> lines, IReadOnlyList<string> more)
    {
        if (more.Count > 0)
            lines.AddRange(["", .. more]);
    }

    private static string Attributes(QuestionDraft question)
    {
        var attributes = question.Attributes;
        var type = question.Answer switch
        {
            DraftChoice { Several: true } choice when choice.Options.Count(option => option.IsRight) == 1 => "multiple",
            DraftAreas => "hotspot",
            _ => null,
        };
        return $"{{#{attributes.Id} competency={attributes.Competency}{Optional("type", type)}{Optional("variant", attributes.Variant)}{Optional("points", attributes.Points)}}}";

        static string Optional(string name, string? value) => value is null ? "" : $" {name}={value}";
    }

    // A numbered list above a table would itself be taken for the answer.
    private static IReadOnlyList<Prose> Fitting(IReadOnlyList<Prose> body, DraftAnswer answer) =>
        answer is DraftPairs ? [.. body.Select(block => block is Listing { IsNumbered: true } list ? list with { IsNumbered = false } : block)] : body;

    private static IReadOnlyList<string> Answer(DraftAnswer answer, string locale, Findings findings) => answer switch
    {
        DraftChoice choice => [.. choice.Options.SelectMany(option => Option(option, findings))],
        DraftAreas areas => [$"![{Alternative(areas.Picture, findings)}](../assets/{areas.Asset})", "", .. areas.Options.SelectMany(option => Option(option, findings))],
        DraftAccepted accepted => [.. accepted.Accepted.Select(words => $"= {words}")],
        DraftPairs pairs => ProseMarkdown.Table([Columns(locale), .. pairs.Rows.Select(row => new[] { row.Left, row.Right })], findings),
        DraftOrder order => [.. order.Items.SelectMany((item, place) => Indented($"{place + 1}. ", RunMarkdown.Write(item, Place.Line, findings).Split('\n')))],
        _ => [],
    };

    private static IReadOnlyList<Run>[] Columns(string locale) =>
        locale == Locales.Chinese ? [Runs.Of("题目"), Runs.Of("对应")] : [Runs.Of("What is asked"), Runs.Of("What belongs to it")];

    private static string Alternative(string picture, Findings findings) =>
        RunMarkdown.Write(Runs.Of(picture), Place.Behind, findings).Replace("]", "\\]", StringComparison.Ordinal);

    private static IEnumerable<string> Option(DraftOption option, Findings findings)
    {
        var place = option.Area is { } area ? string.Create(CultureInfo.InvariantCulture, $" ({area.Left}, {area.Top}, {area.Width}, {area.Height})") : "";
        var words = Indented($"- [{(option.IsRight ? 'x' : ' ')}] ", (RunMarkdown.Write(option.Text, Place.Behind, findings) + place).Split('\n'), 2);
        return words.Concat(ProseMarkdown.Lines(option.Feedback, findings).Select(line => $"  {ProseMarkdown.Quoted(line)}"));
    }

    private static IEnumerable<string> Indented(string mark, string[] lines, int? indent = null) =>
        lines.Select((line, at) => (at == 0 ? mark : new string(' ', indent ?? mark.Length)) + line);
}
