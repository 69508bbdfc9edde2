namespace SalesAcademy.Web.Shared.Http;

/// <summary>A table to be taken along, whatever the format of the file.</summary>
/// <param name="Name">What the file is called, without a day and an ending.</param>
/// <param name="About">What was asked for and as of when, written above the headings of a workbook; a CSV begins with its headings, for programs.</param>
/// <param name="Headings">One for each column.</param>
/// <param name="Rows">As many cells each as there are headings, read as they are written.</param>
internal sealed record SheetTable(string Name, IReadOnlyList<string> About, IReadOnlyList<string> Headings, IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows);

/// <summary>A cell that keeps its kind: words stay words, an amount can be added up, a day can be sorted.</summary>
internal abstract record SheetCell
{
    private SheetCell()
    {
    }

    public static implicit operator SheetCell(string? words) => new Words(words ?? "");

    public static implicit operator SheetCell(int amount) => new Amount(amount);

    public static implicit operator SheetCell(DateOnly? day) => day is { } known ? new Day(known) : new Words("");

    /// <summary>Names, ids, codes and numbers nobody adds up.</summary>
    public sealed record Words(string Text) : SheetCell;

    public sealed record Amount(double Number) : SheetCell;

    public sealed record Day(DateOnly Date) : SheetCell;
}
