namespace SalesAcademy.Web.Features.Leads;

/// <summary>What becomes of a row of a sheet, or became of it.</summary>
internal sealed record ImportLine
{
    /// <summary>As a spreadsheet counts: the headings are row 1.</summary>
    public required int Number { get; init; }

    public required string Company { get; init; }

    public required string Email { get; init; }

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
        Company = line.Form.Company ?? "",
        Email = line.Form.Email ?? "",
        Outcome = outcome,
        Account = line.Lead?.Account,
        Arriving = line.Lead,
        Faults = line.Faults,
    };
}
