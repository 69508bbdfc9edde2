using System.Text;

namespace SalesAcademy.Web.Features.Courses.Search;

/// <summary>
/// Writes texts and questions as the index keeps them: small letters, and Chinese, which has no spaces, as pairs of neighbouring signs
/// (公海线索 becomes 公海 海线 线索), so that a word is found wherever it stands and nobody has to say where it ends.
/// </summary>
internal static class SearchText
{
    public const int MostAsked = 200;

    private const int MostTerms = 24;

    // They stand in every text and would only make a question find nothing.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "are", "as", "at", "be", "before", "by", "can", "do", "does", "for", "from", "has", "have", "he", "how", "i", "if", "in", "is", "it", "me", "my", "of",
        "on", "or", "our", "she", "should", "that", "the", "their", "them", "they", "this", "to", "was", "we", "what", "when", "which", "who", "why", "will", "with", "you", "your",
        "什么", "怎么", "么办", "如何", "为什", "怎样", "哪些", "可以", "应该", "是不", "不是", "的时", "时候", "一个", "我们", "他们",
    };

    /// <summary>A text for the index.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length * 2);
        foreach (var run in Runs(text))
            foreach (var term in run.IsChinese ? Pairs(run.Text, last: true) : [run.Text])
                folded.Append(term).Append(' ');
        return folded.ToString();
    }

    /// <summary>A question that only texts answer in which what stands in quotation marks stands as it is; null where none do.</summary>
    public static string? Quoted(string asked)
    {
        string[] parts = Short(asked).Split(['"', '“', '”', '「', '」', '„']);
        if (parts.Length < 3)
            return null;
        var phrases = parts.Index().Where(part => part.Index % 2 == 1 && part.Index < parts.Length - 1).Select(part => string.Join(' ', Runs(part.Item).SelectMany(run => run.IsChinese && run.Text.Length > 1 ? Pairs(run.Text, last: false) : [run.Text])));
        var asWritten = string.Join(" AND ", phrases.Where(phrase => phrase.Length > 0).Take(MostTerms).Select(phrase => $"\"{phrase}\""));
        var around = All(string.Concat(parts.Index().Where(part => part.Index % 2 == 0 || part.Index == parts.Length - 1).Select(part => part.Item + ' ')));
        return asWritten.Length == 0 ? null : around is null ? asWritten : $"{asWritten} AND {around}";
    }

    /// <summary>A question that only texts with all of its words answer, its Chinese as it was written; null where it asks for nothing.</summary>
    public static string? All(string asked) =>
        string.Join(" AND ", Runs(Short(asked)).Where(run => !Common.Contains(run.Text)).Take(MostTerms).Select(run => run.IsChinese ? Phrase(run.Text) : Word(run.Text))) is { Length: > 0 } all ? all : null;

    /// <summary>A question that texts with any of these words answer; null without one.</summary>
    public static string? Any(IEnumerable<string> terms) => string.Join(" OR ", terms.Take(MostTerms).Select(One)) is { Length: > 0 } any ? any : null;

    /// <summary>A question for one word.</summary>
    public static string One(string term) => IsChinese(term[0]) ? $"\"{term}\"" : Word(term);

    /// <summary>Whether a question names something: the name stands in it, and where it is written with spaces at the beginning of a word.</summary>
    public static bool Names(string asked, string name) =>
        IsChinese(name[0]) ? Plain(Short(asked)).Contains(Plain(name), StringComparison.Ordinal) : Spaced(asked).Contains(Spaced(name).TrimEnd(), StringComparison.Ordinal);

    /// <summary>The words of a text that are written with spaces.</summary>
    public static IEnumerable<string> Words(string text) => Runs(text).Where(run => !run.IsChinese).Select(run => run.Text);

    /// <summary>What of a question is worth marking in a text: words, and pairs of Chinese signs.</summary>
    public static IReadOnlyList<string> Terms(string asked) =>
        [.. Runs(Short(asked)).SelectMany(run => run.IsChinese ? Pairs(run.Text, last: run.Text.Length == 1) : [run.Text]).Where(term => !Common.Contains(term)).Distinct(StringComparer.Ordinal)];

    public static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    private static string Short(string asked) => asked.Length > MostAsked ? asked[..MostAsked] : asked;

    private static string Spaced(string text) => $" {string.Join(' ', Runs(Short(text)).Select(run => run.Text))} ";

    private static string Phrase(string run) => run.Length == 1 ? $"\"{run}\"*" : $"\"{string.Join(' ', Pairs(run, last: false))}\"";

    // Found as it is and as the beginning of a longer one; a few letters begin too many.
    private static string Word(string word) => word.Length > 3 ? $"\"{word}\"*" : $"\"{word}\"";

    // The last sign stands by itself too, so that one sign finds every place of it.
    private static IEnumerable<string> Pairs(string run, bool last)
    {
        for (var i = 0; i + 1 < run.Length; i++)
            yield return run.Substring(i, 2);
        if (last)
            yield return run[^1..];
    }

    private static IEnumerable<(string Text, bool IsChinese)> Runs(string text)
    {
        var plain = Plain(text);
        for (var (start, i) = (0, 0); i <= plain.Length; i++)
            if (i == plain.Length || Kind(plain[i]) != Kind(plain[start]))
            {
                if (i > start && Kind(plain[start]) is not ' ')
                    yield return (plain[start..i], Kind(plain[start]) == '中');
                start = i;
            }
    }

    // Half of a pair of surrogates is no text: normalising would throw.
    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    private static char Kind(char c) => IsChinese(c) ? '中' : char.IsLetterOrDigit(c) ? 'a' : ' ';
}
