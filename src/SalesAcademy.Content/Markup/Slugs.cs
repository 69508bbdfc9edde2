using System.Globalization;
using System.Text;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Content.Markup;

/// <summary>Heading anchors in GitHub's style: lower case, spaces to hyphens, letters of every script kept, twins numbered.</summary>
internal sealed class Slugs
{
    /// <summary>Keeps authors' anchors apart from the ids of the page around them.</summary>
    public const string Prefix = "h-";

    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    public string Add(string title)
    {
        var slug = new StringBuilder();
        foreach (var rune in title.Trim().InForm(NormalizationForm.FormC).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_')
                slug.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.IsWhiteSpace(rune))
                slug.Append('-');
        if (slug.Length == 0)
            slug.Append("section");
        var stem = slug.ToString();
        var id = stem;
        for (var count = used.GetValueOrDefault(stem); !used.TryAdd(id, 0); used[stem] = count)
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{++count}");
        return Prefix + id;
    }
}
