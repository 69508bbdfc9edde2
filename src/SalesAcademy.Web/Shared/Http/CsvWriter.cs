using System.Text;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>A CSV as RFC 4180 has it, opened by Excel as UTF-8, in which no cell can be taken for a formula.</summary>
internal sealed class CsvWriter(Stream stream) : IAsyncDisposable
{
    // Spreadsheets also read the full-width signs as the beginning of a formula.
    private const string BeginsAFormula = "=+-@\t\r\n＝＋－＠|";

    private readonly StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    public Task Write(params IReadOnlyList<string?> cells) => writer.WriteLineAsync(string.Join(',', cells.Select(Cell)));

    public static string Cell(string? text)
    {
        text ??= "";
        if (text.Length > 0 && BeginsAFormula.Contains(text[0], StringComparison.Ordinal))
            text = "'" + text;
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A cell as it was before it was kept from being a formula.</summary>
    public static string Plain(string cell) => cell is ['\'', var first, ..] && BeginsAFormula.Contains(first, StringComparison.Ordinal) ? cell[1..] : cell;

    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
