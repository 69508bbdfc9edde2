using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What is wrong with a cell: the column, and why in a key of the words with its figures.</summary>
/// <param name="Column">Null when it is the row as a whole.</param>
/// <param name="Cell">What stands there, where it says what is wrong.</param>
internal sealed record CellFault(string? Column, Refusal Why, string? Cell = null);

/// <summary>A row of a sheet that holds something: a lead, or what is wrong with it.</summary>
internal sealed record SheetLine(CsvRecord Record, ArrivalForm Form, IReadOnlyList<CellFault> Faults)
{
    public int Number => Record.Row;

    /// <summary>The lead; null of a row in which something is wrong.</summary>
    public ArrivingLead? Lead { get; } = Faults.Count == 0 ? Form.ToLead() : null;
}

/// <summary>A sheet of leads: its headings are understood, its rows are read one by one and as often as they are asked for.</summary>
internal sealed class LeadSheet
{
    private readonly SheetColumns columns;
    private readonly char separator;

    private LeadSheet(SheetColumns columns, string text, char separator, IReadOnlyList<string> headings) =>
        (this.columns, Text, this.separator, Headings) = (columns, text, separator, headings);

    public string Text { get; }

    /// <summary>The headings as they are written.</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <summary>Headings of columns that are not read; that of the problems is not meant to be.</summary>
    public IEnumerable<string> NotRead => Headings.Where(heading => heading.Trim().Length > 0 && columns.Find(heading) is null);

    /// <summary>Refused: csv faults of the first row, headings-twice (name), headings-missing (names), sheet-empty, sheet-long (limit).</summary>
    public static Decision<LeadSheet> Open(string text, SheetColumns columns, int mostRows)
    {
        var sign = CsvReader.SeparatorOf(text);
        var first = new CsvReader(text, sign).Rows().FirstOrDefault();
        if (SheetNames.Headings(first, columns.Find, columns.NameOf, known => [.. SheetColumns.Needed.Except(known), .. SheetColumns.Reach.Any(known.Contains) ? [] : SheetColumns.Reach.Take(1)])
            is Refused<string?[]> { Reason: var reason })
            return reason;
        var sheet = new LeadSheet(columns, text, sign, first!.Cells); // or it was refused
        return sheet.Records().Take(mostRows + 1).Count() switch
        {
            0 => new Refusal("sheet-empty"),
            var rows when rows > mostRows => new Refusal("sheet-long", mostRows),
            _ => sheet,
        };
    }

    /// <summary>The rows below the headings, without those that are empty.</summary>
    public IEnumerable<SheetLine> Lines()
    {
        string?[] keys = [.. Headings.Select(columns.Find)];
        return Records().Select(record => SheetCells.Read(record, keys, columns));
    }

    private IEnumerable<CsvRecord> Records() => new CsvReader(Text, separator).Rows().Skip(1).Where(record => !record.IsEmpty);
}
