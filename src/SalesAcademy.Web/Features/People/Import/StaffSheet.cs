using System.Globalization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.People.Import;

/// <summary>What is wrong with a cell: its column, null for the row as a whole, and why.</summary>
internal sealed record RowFault(string? Column, Refusal Why);

/// <summary>A row as it was meant. An empty cell is null: as it is.</summary>
internal sealed record StaffRow(int Number, IReadOnlyDictionary<string, string> Cells, IReadOnlyList<RowFault> Faults)
{
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyy 年 M 月 d 日"];

    public string Email => this[StaffColumns.Email]?.ToLowerInvariant() ?? "";

    public string? this[string column] => Cells.GetValueOrDefault(column);

    /// <summary>Days that are read in one way alone: the year first.</summary>
    public static DateOnly? DayOf(string cell) => DateOnly.TryParseExact(cell, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The parts of a cell that may hold several.</summary>
    public IReadOnlyList<string>? Parts(string column) => this[column] switch
    {
        null => null,
        StaffColumns.Nothing => [],
        var cell => cell.Split([';', '；', '、', '|', '｜', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };
}

/// <summary>A sheet of people.</summary>
internal sealed record StaffSheet(IReadOnlyList<string> NotRead, IReadOnlyList<StaffRow> Rows)
{
    /// <summary>Refused: file faults, csv faults of the first row, headings-twice (name), headings-missing (name), sheet-empty, sheet-long (limit).</summary>
    public static Decision<StaffSheet> Open(ReadOnlySpan<byte> bytes, StaffColumns columns, int mostRows) => TextFile.Read(bytes) switch
    {
        Accepted<string> { Value: var text } => Open(text, columns, mostRows),
        Refused<string> { Reason: var reason } => reason,
        _ => throw new InvalidOperationException("A decision is accepted or refused."),
    };

    private static Decision<StaffSheet> Open(string text, StaffColumns columns, int mostRows)
    {
        var records = new CsvReader(text, CsvReader.SeparatorOf(text)).Rows().Take(mostRows + 2).Where(record => !record.IsEmpty).ToList();
        var headings = SheetNames.Headings(records.FirstOrDefault(), columns.Find, columns.NameOf, known => known.Contains(StaffColumns.Email) ? [] : [StaffColumns.Email]);
        if (headings is not Accepted<string?[]> { Value: var keys })
            return ((Refused<string?[]>)headings).Reason;
        return records.Count switch
        {
            1 => new Refusal("sheet-empty"),
            var rows when rows > mostRows + 1 => new Refusal("sheet-long", mostRows),
            _ => new StaffSheet([.. records[0].Cells.Where((heading, at) => keys[at] is null && heading.Trim().Length > 0)], [.. records.Skip(1).Select(record => RowOf(record, keys))]),
        };
    }

    private static StaffRow RowOf(CsvRecord record, string?[] keys)
    {
        var faults = new List<RowFault>();
        if (record.Fault is { } fault)
            faults.Add(new(null, fault));
        if (record.Cells.Skip(keys.Length).Any(cell => cell.Trim().Length > 0))
            faults.Add(new(null, new Refusal("cells-many", record.Cells.Count, keys.Length)));
        var cells = keys.Zip(record.Cells).Where(cell => cell.First is not null && cell.Second.Trim().Length > 0).ToDictionary(cell => cell.First!, cell => cell.Second.Trim());
        return new StaffRow(record.Row, cells, faults);
    }
}
