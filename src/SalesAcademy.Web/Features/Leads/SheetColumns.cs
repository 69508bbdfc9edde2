using System.Text;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The columns of a sheet of leads and what may stand in them: by their key, and by their name in either language.</summary>
internal sealed class SheetColumns(IStringLocalizer<Words> words, IStringLocalizer<HouseWords> house)
{
    public const string NoContact = "no-contact";

    /// <summary>What is wrong with a row, in a file of refused rows; never read.</summary>
    public const string Problem = "problem";

    /// <summary>In the order of the template.</summary>
    public static readonly IReadOnlyList<string> All =
        ["company", "contact", "email", "phone", "about", "tier", "source", "account", "value", "currency", "language", "region", "product", "industry", NoContact];

    /// <summary>A lead cannot do without.</summary>
    public static readonly IReadOnlyList<string> Needed = ["company", "contact"];

    /// <summary>One of them is needed, in the file and in each row.</summary>
    public static readonly IReadOnlyList<string> Reach = ["email", "phone"];

    private readonly Lazy<Dictionary<string, string>> columns = new(() => SheetNames.Of([.. All, Problem], key => words[$"field.{key}"]));

    private readonly Lazy<Dictionary<string, Dictionary<string, string>>> choices = new(() => new()
    {
        ["tier"] = SheetNames.Of(["C", "B", "A", "Enterprise"], tier => words[$"tier.{tier}"]),
        ["currency"] = SheetNames.Of(Currencies.All, currency => words[$"currency.{currency}"]),
        ["language"] = Tags(house, "language"),
        ["region"] = Tags(house, "region"),
        ["product"] = Tags(house, "product"),
        ["industry"] = Tags(house, "industry"),
        [NoContact] = new(SheetNames.Of(["yes", "no"], answer => words[$"sheet.{answer}"]), StringComparer.Ordinal) { ["true"] = "yes", ["1"] = "yes", ["false"] = "no", ["0"] = "no" }, // as spreadsheets write it
    });

    /// <summary>The name of a column in the language being spoken.</summary>
    public string NameOf(string key) => words[$"field.{key}"];

    /// <summary>The column that a heading names, or null.</summary>
    public string? Find(string heading) => columns.Value.GetValueOrDefault(SheetNames.Normal(heading));

    /// <summary>The value that a cell means in a column of a few choices, or null.</summary>
    public string? Choose(string column, string cell) => choices.Value[column].GetValueOrDefault(SheetNames.Normal(cell));

    /// <summary>What may be chosen in a column, in the language being spoken; null where anything may stand.</summary>
    public IReadOnlyList<string>? Offers(string column) => column switch
    {
        "tier" => [.. choices.Value[column].Values.Distinct().Select(tier => words[$"tier.{tier}"].Value)],
        "currency" => [.. choices.Value[column].Values.Distinct().Select(currency => words[$"currency.{currency}"].Value)],
        NoContact => [words["sheet.yes"], words["sheet.no"]],
        _ when Offered.Tags.TryGetValue(column, out var tags) => [.. tags.Select(tag => house.Tag(column, tag))],
        _ => null,
    };

    private static Dictionary<string, string> Tags(IStringLocalizer<HouseWords> house, string kind) => SheetNames.Of(Offered.Tags[kind], value => house.Tag(kind, value));
}
