namespace SalesAcademy.Content.Exchange;

/// <summary>Writes a text as the lines of a Markdown file.</summary>
internal static class ProseMarkdown
{
    /// <param name="prose">The text.</param>
    /// <param name="findings">Told what Markdown cannot show.</param>
    /// <param name="isAboveNumbers">Whether a numbered list follows, which one at the end must not run into.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<Prose> prose, Findings findings, bool isAboveNumbers = false)
    {
        var (parts, isApart, below) = (new List<IReadOnlyList<string>>(), isAboveNumbers, isAboveNumbers ? new Listing(IsNumbered: true, []) : null);
        foreach (var block in prose.Reverse())
        {
            // Two lists in a row would be read as one, unless they have different marks.
            isApart = block is Listing list && list.IsNumbered == below?.IsNumbered && (below.Items.Count == 0 || !isApart);
            below = block as Listing;
            parts.Add(parts.Count > 0 ? [.. Lines(block, findings, isApart), ""] : Lines(block, findings, isApart));
        }
        return [.. Enumerable.Reverse(parts).SelectMany(part => part)];
    }

    private static IReadOnlyList<string> Lines(Prose block, Findings findings, bool isApart) => block switch
    {
        Paragraph paragraph => RunMarkdown.Write(paragraph.Runs, Place.Line, findings).Split('\n'),
        Listing list => [.. list.Items.SelectMany((item, place) => Item(list, item, place, findings, isApart))],
        Grid grid => Table(grid.Rows, findings),
        Quotation quotation => [.. Lines(quotation.Content, findings).Select(Quoted)],
        Verbatim verbatim => Fenced(verbatim.Text, findings),
        _ => [],
    };

    /// <summary>A line of a quotation.</summary>
    public static string Quoted(string line) => line.Length == 0 ? ">" : $"> {line}";

    /// <summary>A table; a cell is one line.</summary>
    public static IReadOnlyList<string> Table(IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> rows, Findings findings)
    {
        var columns = rows.Max(row => row.Count);
        var lines = rows.Select(row => $"|{string.Concat(Enumerable.Range(0, columns).Select(column => $" {(column < row.Count ? Cell(row[column]) : "")} |"))}").ToList();
        lines.Insert(1, $"|{string.Concat(Enumerable.Repeat("---|", columns))}");
        return lines;

        string Cell(IReadOnlyList<Run> runs) => RunMarkdown.Write(Runs.Tidy(runs.Select(run => run.IsBreak ? new(" ") : run)), Place.Heading, findings);
    }

    private static IEnumerable<string> Item(Listing list, IReadOnlyList<Prose> item, int place, Findings findings, bool isApart)
    {
        var mark = list.IsNumbered ? $"{place + 1}{(isApart ? ')' : '.')} " : isApart ? "* " : "- ";
        var isLoose = list.Items.Any(other => other.Count > 2 || other.Skip(1).Any(block => block is not Listing));
        var lines = item is [Paragraph words, Listing below] && !isLoose ? [.. Lines([words], findings), .. Lines([below], findings)] : Lines(item, findings);
        for (var at = 0; at < lines.Count; at++)
            yield return lines[at].Length == 0 ? "" : (at == 0 ? mark : new string(' ', mark.Length)) + lines[at];
        if (isLoose && place < list.Items.Count - 1)
            yield return "";
    }

    // Braces that would open a blank cannot be escaped inside a fence.
    private static string[] Fenced(string text, Findings findings)
    {
        var lines = text.Split('\n').Select(line => Characters.Clean(line).Replace("\t", "    ", StringComparison.Ordinal).TrimEnd()).ToArray();
        if (text.Contains("{{", StringComparison.Ordinal))
            return RunMarkdown.Write(Runs.Tidy(lines.SelectMany(line => new[] { new Run(line), Run.Break })), Place.Line, findings).Split('\n');
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
            fence += '`';
        return [fence, .. lines, fence];
    }
}
