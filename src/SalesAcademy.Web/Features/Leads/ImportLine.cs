namespace SalesAcademy.Web.Features.Leads;

/// <summary>What becomes of a row of a sheet, or became of it.</summary>
internal sealed record ImportLine
{
    /// <summary>As a spreadsheet counts: the headings are row 1.</summary>
    public required int Number { get; init; }

    public required string Company { get; init; }

    /// <summary>By what the customer is known: the address, else the number.</summary>
    public required string Reach { get; init; }

    public required ImportOutcome Outcome { get; init; }

    /// <summary>The customer account, as it is written.</summary>
    public string? Account { get; init; }

    /// <summary>The lead it became, belongs to or is about; null when that is not in yet.</summary>
    public Guid? Lead { get; init; }

    public string? LeadCompany { get; init; }

    /// <summary>The row above that is about the same customer.</summary>
    public int? Row { get; init; }

    public IReadOnlyList<string> Filled { get; init; } = [];

    public IReadOnlyList<string> Differing { get; init; } = [];

    public IReadOnlyList<CellFault> Faults { get; init; } = [];

    /// <summary>The lead as the row says it; null where something in it is wrong.</summary>
    public ArrivingLead? Arriving { get; init; }

    public static ImportLine Of(SheetLine line, ImportOutcome outcome) => new()
    {
        Number = line.Number,
        Company = Shown(line.Form.Company),
        Reach = Shown(line.Form.Email ?? line.Form.Phone),
        Outcome = outcome,
        Account = line.Lead?.Account,
        Arriving = line.Lead,
        Faults = line.Faults,
    };

    // What is longer than any field takes is refused: its beginning says which row it is.
    private static string Shown(string? text) => text is { Length: > 256 } ? $"{text[..(char.IsHighSurrogate(text[79]) ? 79 : 80)]}…" : text ?? "";
}
