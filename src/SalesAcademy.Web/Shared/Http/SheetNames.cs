using System.Text;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>What may be written at the head of a column and in cells of a few choices: a key, or its name in either language.</summary>
internal static class SheetNames
{
    /// <summary>The key that each name means, by its <see cref="Normal"/> form. Keys come first: a name never takes the place of one.</summary>
    public static Dictionary<string, string> Of(IReadOnlyList<string> keys, Func<string, string> name)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in keys)
            all.TryAdd(Normal(key), key);
        foreach (var key in keys)
            foreach (var spoken in InBothLanguages.Of(() => name(key)).Split(InBothLanguages.Between))
                all.TryAdd(Normal(spoken), key);
        return all;
    }

    /// <summary>E-mail, e_mail and ＥＭＡＩＬ are one name.</summary>
    public static string Normal(string name) => string.Concat(name.InForm(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The key of each heading, null for a column that is not read. Refused: file-empty, csv faults, headings-twice (name), headings-missing (names).</summary>
    /// <param name="first">The first row; null for a file without one.</param>
    /// <param name="find">The key of a heading.</param>
    /// <param name="nameOf">What a column is called.</param>
    /// <param name="missing">The keys that are needed and not among those given.</param>
    public static Decision<string?[]> Headings(CsvRecord? first, Func<string, string?> find, Func<string, string> nameOf, Func<IReadOnlyCollection<string>, IEnumerable<string>> missing)
    {
        if (first is null)
            return new Refusal("file-empty");
        if (first.Fault is { } fault)
            return fault;
        string?[] keys = [.. first.Cells.Select(find)];
        string[] known = [.. keys.OfType<string>()];
        if (known.CountBy(key => key).FirstOrDefault(key => key.Value > 1) is { Key: { } twice })
            return new Refusal("headings-twice", nameOf(twice));
        return string.Join(", ", missing(known).Select(nameOf)) is { Length: > 0 } lacking ? new Refusal("headings-missing", lacking) : keys;
    }
}
