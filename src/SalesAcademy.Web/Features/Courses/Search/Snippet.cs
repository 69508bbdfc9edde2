using System.Runtime.InteropServices;
using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Courses.Search;

/// <summary>A piece of a passage, marked or not.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(string Text, bool Marked);

/// <summary>The passage of a text that answers a question best, cut to what can be read at a glance.</summary>
/// <param name="Block">Its id in the lesson.</param>
/// <param name="Pieces">Its words, those asked for marked.</param>
internal sealed record Snippet(string Block, IReadOnlyList<Piece> Pieces)
{
    private const int Around = 90;
    private const int Whole = 200;

    /// <summary>Null where no passage holds any of the words: only the title or the summary does.</summary>
    public static Snippet? Of(IReadOnlyList<LessonBlock> blocks, string asked)
    {
        var terms = SearchText.Terms(asked);
        var best = blocks.Select(block => (Block: block, Marks: Marks(block.Text, terms))).MaxBy(found => (found.Marks.Select(mark => mark.Term).Distinct().Count(), found.Marks.Count));
        return best.Marks is { Count: > 0 } marks ? new(best.Block.Id, Cut(best.Block.Text, marks)) : null;
    }

    private static List<(int Start, int End, int Term)> Marks(string text, IReadOnlyList<string> terms)
    {
        var marks = new List<(int Start, int End, int Term)>();
        foreach (var (i, term) in terms.Index())
            for (var at = Next(text, term, 0); at >= 0; at = Next(text, term, at + 1))
                marks.Add((at, End(text, term, at), i));
        marks.Sort();
        return marks;
    }

    // A word is found as the index finds it: at its beginning, whatever ending it has here.
    private static int Next(string text, string term, int from)
    {
        var chinese = SearchText.IsChinese(term[0]);
        var stem = chinese || term.Length < 5 ? term : term[..^2];
        for (var at = text.IndexOf(stem, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = at + 1 < text.Length ? text.IndexOf(stem, at + 1, StringComparison.OrdinalIgnoreCase) : -1)
            if (chinese || ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (term.Length > 3 || at + term.Length >= text.Length || !char.IsLetterOrDigit(text[at + term.Length]))))
                return at;
        return -1;
    }

    private static int End(string text, string term, int at)
    {
        var end = at + (SearchText.IsChinese(term[0]) ? term.Length : Math.Max(1, term.Length - 2));
        while (!SearchText.IsChinese(term[0]) && end < text.Length && char.IsLetterOrDigit(text[end]) && !SearchText.IsChinese(text[end]))
            end++;
        return end;
    }

    private static List<Piece> Cut(string text, List<(int Start, int End, int Term)> marks)
    {
        var (from, to) = text.Length <= Whole ? (0, text.Length) : (Boundary(text, marks[0].Start - Around), Boundary(text, Math.Max(marks[0].End + Around, marks[0].Start - Around + Whole)));
        var pieces = new List<Piece>();
        var at = from;
        if (from > 0)
            pieces.Add(new("…", Marked: false));
        foreach (var (start, end, _) in marks.Where(mark => mark.Start >= from && mark.End <= to))
        {
            if (end <= at)
                continue;
            if (start > at)
                pieces.Add(new(text[at..start], Marked: false));
            // Pairs of Chinese signs overlap: together they are one word.
            var word = text[Math.Max(at, start)..end];
            if (start <= at && pieces is [.., { Marked: true } last])
                pieces[^1] = new(last.Text + word, Marked: true);
            else
                pieces.Add(new(word, Marked: true));
            at = end;
        }
        if (at < to)
            pieces.Add(new(text[at..to], Marked: false));
        if (to < text.Length)
            pieces.Add(new("…", Marked: false));
        return pieces;
    }

    // Never inside a word or a pair of surrogates.
    private static int Boundary(string text, int at)
    {
        at = Math.Clamp(at, 0, text.Length);
        while (at > 0 && at < text.Length && (char.IsLowSurrogate(text[at]) || (char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1]) && !SearchText.IsChinese(text[at]) && !SearchText.IsChinese(text[at - 1]))))
            at--;
        return at;
    }
}
