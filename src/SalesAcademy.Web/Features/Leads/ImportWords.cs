using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Says what becomes of rows of a file, and what is wrong with them, in the language being spoken.</summary>
internal sealed class ImportWords(IStringLocalizer<Words> words, SheetColumns columns)
{
    public string NameOf(ImportOutcome outcome) => words[$"outcome.{outcome}"];

    /// <summary>Why a file as a whole is refused.</summary>
    public string Say(Refusal refusal) => Say(refusal, [.. refusal.Arguments]);

    /// <summary>What is wrong with a cell, and what would be right.</summary>
    public string Say(CellFault fault)
    {
        var why = fault switch
        {
            { Why.Key: "cell-choice", Column: { } column } => words["fault.cell-choice", fault.Cell ?? "", Join(columns.Offers(column) ?? [])].Value,
            _ => Say(fault.Why),
        };
        return fault.Column is { } named ? words["fault.in", columns.NameOf(named), why] : why;
    }

    /// <summary>Everything worth saying about a row beside its outcome.</summary>
    public string Say(ImportLine line) => string.Join(' ', Details(line));

    /// <summary>Fields by name, as a list.</summary>
    public string Fields(IReadOnlyList<string> fields) => Join(fields.Select(field => words[$"field.{field}"] is { ResourceNotFound: false } known ? known.Value : field));

    private IEnumerable<string> Details(ImportLine line) => line.Outcome switch
    {
        ImportOutcome.Refused => line.Faults.Select(Say),
        ImportOutcome.Known or ImportOutcome.Merged or ImportOutcome.Locked =>
        [
            .. line is { Row: { } row } ? [words["import.row", row].Value] : line.LeadCompany is { } company && line.Lead is not null ? [words["import.lead-named", company].Value] : Array.Empty<string>(),
            .. line.Filled.Count > 0 ? [words["merged.filled", Fields(line.Filled)].Value] : Array.Empty<string>(),
            .. line.Differing.Count > 0 ? [words["import.differing", Fields(line.Differing)].Value] : Array.Empty<string>(),
        ],
        _ => [],
    };

    private string Say(Refusal refusal, object[] arguments) => ((string[])[$"fault.{refusal.Key}", $"refusal.{refusal.Key}", refusal.Key])
        .Select(key => words[key, arguments]).First(said => !said.ResourceNotFound).Value;

    private string Join(IEnumerable<string> parts) => parts.DefaultIfEmpty("").Aggregate((before, next) => words["list.pair", before, next]);
}
