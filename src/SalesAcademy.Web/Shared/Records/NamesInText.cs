using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Records;

/// <summary>Free text about somebody else that names a person who is erased: the text stays, being about others, and the name becomes the pseudonym.</summary>
internal static class NamesInText
{
    /// <summary>What is looked for: names of two words or in Chinese, and addresses. A single word such as Rose would be found where nobody was meant.</summary>
    public static IReadOnlyList<string> Certain(params IEnumerable<string?> names) =>
        [.. names.OfType<string>().Select(name => name.Trim()).Where(name => name.Length > 1 && (name.Any(c => c is ' ' or '@') || name.Any(IsHan))).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length)];

    /// <summary>Puts the pseudonym in the place of each of the names, as they are written, in a column of text.</summary>
    public static async Task Rename<TRow>(this Erased erased, string column)
        where TRow : class
    {
        foreach (var name in erased.Names)
            await erased.Entry.Blank<TRow>(
                rows => rows.Where(row => EF.Property<string>(row, column).Contains(name)),
                set => set.SetProperty(row => EF.Property<string>(row, column), row => EF.Property<string>(row, column).Replace(name, erased.Pseudonym)));
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';
}
