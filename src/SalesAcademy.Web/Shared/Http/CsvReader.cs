using System.Text;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>A row of a CSV file.</summary>
/// <param name="Row">Its number in a spreadsheet, from 1; empty rows count.</param>
/// <param name="Cells">As they were meant: without quotation marks, and without the mark that keeps a cell from being a formula.</param>
/// <param name="Fault">What is wrong with its quotation marks, with the line of the file: csv-quote-inside, csv-quote-after, csv-quote-open; or csv-cells.</param>
internal sealed record CsvRecord(int Row, IReadOnlyList<string> Cells, Refusal? Fault)
{
    public bool IsEmpty => Fault is null && Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// Reads a CSV as RFC 4180 has it: cells in quotation marks may hold separators, line breaks and doubled quotation marks; rows end with CRLF, LF
/// or CR. Never throws: a row that breaks the rules says on which line, and reading goes on behind it.
/// </summary>
internal sealed class CsvReader(string text, char separator)
{
    private const int MostCells = 256;

    private readonly StringBuilder quoted = new();
    private int at;
    private int line = 1;
    private Refusal? fault;

    /// <summary>Which of comma, semicolon and tab stands most often in the first row, outside quotation marks.</summary>
    public static char SeparatorOf(string text)
    {
        var (counts, isQuoted) = (new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 }, false);
        foreach (var sign in text)
        {
            if (!isQuoted && sign is '\r' or '\n')
                break;
            isQuoted ^= sign == '"';
            if (!isQuoted && counts.TryGetValue(sign, out var count))
                counts[sign] = count + 1;
        }

        return counts.MaxBy(count => count.Value).Key;
    }

    /// <summary>The rows in order, read as they are asked for; once.</summary>
    public IEnumerable<CsvRecord> Rows()
    {
        for (var row = 1; at < text.Length; row++)
        {
            var cells = new List<string>();
            fault = null;
            do
            {
                var cell = CsvWriter.Plain(Peek == '"' ? Quoted() : Bare());
                if (cells.Count < MostCells)
                    cells.Add(cell);
                else
                    fault ??= new Refusal("csv-cells", line, MostCells);
            }
            while (Takes(separator));
            TakeLineBreak();
            yield return new CsvRecord(row, cells, fault);
        }
    }

    private char Peek => at < text.Length ? text[at] : '\0';

    private bool IsAtEnd => at == text.Length || text[at] == separator || text[at] is '\r' or '\n';

    private string Bare()
    {
        var begin = at;
        for (; !IsAtEnd; at++)
            if (text[at] == '"')
                fault ??= new Refusal("csv-quote-inside", line);
        return text[begin..at];
    }

    private string Quoted()
    {
        quoted.Clear();
        var opened = line;
        at++;
        while (at < text.Length)
        {
            if (text[at] != '"')
            {
                line += IsLineBreak() ? 1 : 0;
                quoted.Append(text[at++]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                quoted.Append('"');
                at += 2;
            }
            else
            {
                at++;
                for (; !IsAtEnd; at++)
                    fault ??= new Refusal("csv-quote-after", line);
                return quoted.ToString();
            }
        }

        fault ??= new Refusal("csv-quote-open", opened);
        return quoted.ToString();
    }

    // CRLF is one break: it is counted at its end.
    private bool IsLineBreak() => text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'));

    private bool Takes(char sign)
    {
        if (at == text.Length || text[at] != sign)
            return false;
        at++;
        return true;
    }

    private void TakeLineBreak()
    {
        var broke = Takes('\r');
        line += Takes('\n') || broke ? 1 : 0;
    }
}
