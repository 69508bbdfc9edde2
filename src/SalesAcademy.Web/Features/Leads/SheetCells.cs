using System.ComponentModel.DataAnnotations;
using System.Reflection;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Reads the cells of a row into the form by which a lead is typed in, and asks its rules: a file may bring what the form may, and nothing else.</summary>
internal static class SheetCells
{
    private static readonly (PropertyInfo Property, ValidationAttribute[] Rules)[] Fields =
        [.. typeof(ArrivalForm).GetProperties().Select(p => (p, p.GetCustomAttributes<ValidationAttribute>().ToArray())).Where(p => p.Item2.Length > 0)];

    public static SheetLine Read(CsvRecord record, IReadOnlyList<string?> keys, SheetColumns columns)
    {
        if (record.Fault is { } fault)
            return new(record, new ArrivalForm(), [new CellFault(Column: null, fault)]);
        if (record.Cells.Skip(keys.Count).Any(cell => cell.Trim().Length > 0))
            return new(record, new ArrivalForm(), [new CellFault(Column: null, new Refusal("cells-many", record.Cells.Count, keys.Count))]);
        var faults = new List<CellFault>();
        var cells = keys.Zip(record.Cells, (key, cell) => (Key: key ?? SheetColumns.Problem, Text: OneLine(cell)))
            .Where(cell => cell.Key != SheetColumns.Problem && cell.Text.Length > 0).ToDictionary(cell => cell.Key, cell => cell.Text);
        foreach (var (column, _) in cells.Where(cell => cell.Value.Any(char.IsControl)))
            faults.Add(new CellFault(column, new Refusal("cell-control")));
        var form = new ArrivalForm
        {
            Company = Text("company"),
            Contact = Text("contact"),
            Email = Text("email"),
            Phone = Text("phone"),
            About = Text("about"),
            Tier = Enum.Parse<Tier>(Choice("tier") ?? nameof(Tier.C)),
            Source = Text("source"),
            Account = Text("account"),
            Value = Text("value"),
            Currency = Choice("currency") ?? "CNY",
            Language = Choice("language"),
            Region = Choice("region"),
            Product = Choice("product"),
            Industry = Choice("industry"),
            NoContact = Choice(SheetColumns.NoContact) == "yes",
        };
        foreach (var (property, rules) in Fields)
            if (rules.FirstOrDefault(rule => !rule.IsValid(property.GetValue(form))) is { } broken)
                faults.Add(new CellFault(property.Name.ToLowerInvariant(), broken is StringLengthAttribute length ? new Refusal("cell-long", length.MaximumLength) : new Refusal(broken.ErrorMessage!))); // the others have words of their own
        foreach (var broken in faults.Count > 0 ? [] : form.Validate(new ValidationContext(form)))
            faults.Add(new CellFault(broken.MemberNames.First().ToLowerInvariant(), new Refusal(broken.ErrorMessage!))); // as above
        return new(record, form, faults);

        string? Text(string column) => cells.GetValueOrDefault(column);

        string? Choice(string column)
        {
            if (!cells.TryGetValue(column, out var cell))
                return null;
            if (columns.Choose(column, cell) is { } chosen)
                return chosen;
            faults.Add(new CellFault(column, new Refusal("cell-choice"), cell));
            return null;
        }
    }

    // A lead is written in lines of its own nowhere.
    private static string OneLine(string cell) => string.Join(' ', cell.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
