namespace SalesAcademy.Content.Exchange;

/// <summary>Reads plain text: an empty line between lines asked for parts paragraphs, one alone breaks the line, and a wrapped line goes on.</summary>
internal static class PlainProse
{
    /// <summary>Marks a line end that was asked for, unlike one where a file merely wraps.</summary>
    public const char LineEnd = '\u2028';

    public static IReadOnlyList<Prose> Read(string text) =>
        [.. Parts(text).Select(part => Runs.Tidy(part.Split(LineEnd).SelectMany(line => new[] { new Run(line), Run.Break }))).Where(runs => runs.Count > 0).Select(runs => new Paragraph(runs))];

    private static IEnumerable<string> Parts(string text)
    {
        var (start, lines) = (0, text.Split(LineEnd));
        for (var at = 0; at <= lines.Length; at++)
            if (at == lines.Length || string.IsNullOrWhiteSpace(lines[at]))
            {
                yield return string.Join(LineEnd, lines[start..at]);
                start = at + 1;
            }
    }
}
