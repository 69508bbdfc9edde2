using System.Collections.Concurrent;
using System.Globalization;
using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Courses.Search;

/// <summary>The words of the trade in the order of a reader's language, and which of them a lesson uses.</summary>
internal sealed class GlossaryBook
{
    private const int MostKept = 5_000;

    // Chinese in the order of its sounds, as dictionaries have it.
    private static readonly StringComparer English = StringComparer.Create(CultureInfo.GetCultureInfo("en"), ignoreCase: true);
    private static readonly StringComparer Chinese = StringComparer.Create(CultureInfo.GetCultureInfo("zh-Hans"), ignoreCase: true);

    private readonly ConcurrentDictionary<(string Catalogue, string Text), IReadOnlyList<GlossaryTerm>> kept = [];

    public static IReadOnlyList<GlossaryTerm> InOrder(Catalogue catalogue, string locale) =>
        [.. catalogue.Glossary.OrderBy(term => term.Term.In(locale).Value, Locales.Nearest(locale) == Locales.Chinese ? Chinese : English)];

    /// <summary>The terms that a lesson uses, in the order in which it first does.</summary>
    public IReadOnlyList<GlossaryTerm> UsedIn(Catalogue catalogue, Shown<LessonText> text)
    {
        if (kept.Count > MostKept)
            kept.Clear();
        return kept.GetOrAdd((catalogue.Hash, text.Value.Hash), static (_, of) => Used(of.catalogue, of.text), (catalogue, text));
    }

    private static IReadOnlyList<GlossaryTerm> Used(Catalogue catalogue, Shown<LessonText> text)
    {
        var words = string.Join('\n', text.Value.Blocks.Select(block => block.Text));
        return [.. from term in catalogue.Glossary
                   let at = Place(words, term.Term.In(text.Locale).Value, text.Locale == Locales.English)
                   where at >= 0
                   orderby at
                   select term];
    }

    // In English a whole word, one or many of it.
    private static int Place(string words, string term, bool whole)
    {
        for (var at = words.IndexOf(term, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(term, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + term.Length;
            end += end < words.Length && words[end] is 's' ? 1 : 0;
            if (!whole || ((at == 0 || !char.IsLetterOrDigit(words[at - 1])) && (end >= words.Length || !char.IsLetterOrDigit(words[end]))))
                return at;
        }

        return -1;
    }
}
