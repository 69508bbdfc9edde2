namespace SalesAcademy.Content.Exchange;

/// <summary>A text by its structure, whichever notation it came in: the few forms that a question can have.</summary>
internal abstract record Prose;

/// <summary>A paragraph.</summary>
internal sealed record Paragraph(IReadOnlyList<Run> Runs) : Prose;

/// <summary>A list, numbered or not; each item is a text of its own.</summary>
internal sealed record Listing(bool IsNumbered, IReadOnlyList<IReadOnlyList<Prose>> Items) : Prose;

/// <summary>A table; the first row names the columns.</summary>
internal sealed record Grid(IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> Rows) : Prose;

/// <summary>Text shown as it stands.</summary>
internal sealed record Verbatim(string Text) : Prose;

/// <summary>A quotation.</summary>
internal sealed record Quotation(IReadOnlyList<Prose> Content) : Prose;

/// <summary>Squeezes a text into one paragraph, for places that take no more.</summary>
internal static class Flattening
{
    /// <summary>The text as one paragraph with line breaks, and whether something of its layout went.</summary>
    public static (IReadOnlyList<Run> Runs, bool IsSqueezed) Flatten(IReadOnlyList<Prose> prose)
    {
        var lines = prose.SelectMany(Lines).SelectMany(line => line.Prepend(Run.Break)).ToArray();
        return (Runs.Tidy(lines), prose.Any(block => block is not Paragraph));
    }

    private static IEnumerable<IEnumerable<Run>> Lines(Prose block) => block switch
    {
        Paragraph paragraph => [paragraph.Runs],
        Listing list => list.Items.SelectMany(item => item.SelectMany(Lines).Select((line, place) => place == 0 ? line.Prepend(new("– ")) : line)),
        Grid grid => grid.Rows.Select(row => row.SelectMany((cell, column) => column == 0 ? cell : cell.Prepend(new(" | ")))),
        Quotation quotation => quotation.Content.SelectMany(Lines),
        Verbatim verbatim => verbatim.Text.Split('\n').Select(line => new[] { new Run(line) }),
        _ => [],
    };
}
