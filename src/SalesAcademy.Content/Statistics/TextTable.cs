using System.Globalization;

namespace SalesAcademy.Content.Statistics;

/// <summary>A table of plain text: the first column to the left, every other to the right, under its own heading.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> rows = [headings];

    public void Add(string name, params IReadOnlyList<object> cells) => rows.Add([name, .. cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")]);

    public void Write(TextWriter writer)
    {
        var widths = Enumerable.Range(0, headings.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
            writer.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))));
    }
}
