using System.Globalization;
using System.Text;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Content.Exchange;

/// <summary>
/// Makes ids of names or, where there are none, of a question's first words. The same name gives the same id on every import; what no
/// id can be made of, such as Chinese, is named by its hash.
/// </summary>
internal sealed class QuestionNames(string quiz, IEnumerable<string> taken)
{
    private const int Longest = 60;
    private const int FirstWords = 7;

    private readonly HashSet<string> taken = new(taken, StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>The id, and the one it would have had were it free.</summary>
    public (string Id, string Wanted) Of(string name, string text)
    {
        var wanted = Wanted(name.Length > 0 ? name : string.Join(' ', text.Split(' ', FirstWords + 1).Take(FirstWords)), name.Length > 0 ? name : text);
        var id = wanted;
        while (!taken.Add(id))
            id = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{counts[wanted] = counts.GetValueOrDefault(wanted, 1) + 1}");
        return (id, wanted);
    }

    private string Wanted(string words, string whole)
    {
        var (slug, isWhole) = Slug(words);
        if (isWhole && slug.Length > 3)
            return slug;
        return isWhole && slug.Length > 0 ? $"{quiz}-{slug}" : $"{(slug.Length > 3 ? slug : quiz)}-{ContentHash.Of(whole)[..8]}";
    }

    // Not whole where letters other than Latin ones went.
    private static (string Slug, bool IsWhole) Slug(string words)
    {
        var (slug, isWhole) = (new StringBuilder(), true);
        foreach (var c in words.InForm(NormalizationForm.FormKD))
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (c is '\'' or '’' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            else
            {
                isWhole &= !char.IsLetterOrDigit(c) && !char.IsSurrogate(c);
                if (slug is [.., not '-'])
                    slug.Append('-');
            }
        var text = slug.ToString().Trim('-');
        if (text.Length > Longest)
            text = text[..(text.LastIndexOf('-', Longest) is var cut and > 20 ? cut : Longest)].TrimEnd('-');
        return (text, isWhole);
    }
}
