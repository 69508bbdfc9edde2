namespace SalesAcademy.Domain.Courses;

/// <summary>The words of a lesson that a note, a highlight or a mark is about, kept with what stands around them, so that they are found again or honestly reported lost.</summary>
/// <param name="Block">The passage's id; it names the passage's own words, so it is gone when they change.</param>
/// <param name="Quote">The words as they stood.</param>
/// <param name="Prefix">What stood before them: 32 characters, or as many as no other passage of the lesson shared. A line break ends a passage.</param>
/// <param name="Suffix">What stood behind them, likewise.</param>
public sealed record Anchor(string Block, string Quote, string Prefix, string Suffix)
{
    private const int Around = 32;

    /// <summary>The part of the prefix that stands in the passage itself.</summary>
    public string Before => Prefix[(Prefix.LastIndexOf(Passage.End) + 1)..];

    /// <summary>The part of the suffix that stands in the passage itself.</summary>
    public string After => Suffix.IndexOf(Passage.End, StringComparison.Ordinal) is >= 0 and var end ? Suffix[..end] : Suffix;

    // Only the surroundings of words that the lesson said twice reach into other passages.
    private bool IsTwin => Prefix.LastIndexOf(Passage.End) > 0 || Suffix.IndexOf(Passage.End, StringComparison.Ordinal) is >= 0 and var end && end < Suffix.Length - 1;

    private static Found Orphan { get; } = new(AnchorFate.Orphan, null);

    private string Whole => Prefix + Quote + Suffix;

    /// <summary>
    /// The anchor at words of a passage: at the given offset if they stand there, else at their first place; null when the passage does not
    /// hold them. So much of what stands around is kept that no other place of the lesson could be taken for this one later: beside a
    /// passage that differs in a word, up to that word; of two passages that say the same, the whole lesson.
    /// </summary>
    public static Anchor? At(Passage passage, string quote, int offset, IReadOnlyList<Passage>? lesson = null)
    {
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentNullException.ThrowIfNull(quote);
        var at = offset >= 0 && offset <= passage.Text.Length - quote.Length && string.CompareOrdinal(passage.Text, offset, quote, 0, quote.Length) == 0
            ? offset
            : passage.Text.IndexOf(quote, StringComparison.Ordinal);
        if (at < 0 || quote.Length == 0)
            return null;

        var (text, start) = Passage.Join(lesson ?? [passage], passage.Id);
        var (first, last) = (start + at, start + at + quote.Length);
        var (from, to) = (start, start + passage.Text.Length);
        for (var around = Around; ; around *= 2)
        {
            var anchor = Cut(Math.Max(from, first - around), Math.Min(to, last + around));
            if (!anchor.StandsTwiceIn(text))
                return anchor;
            if (first - around <= from && last + around >= to)
                break;
        }

        var passageWithItsEnds = Cut(from - 1, to + 1);
        return passageWithItsEnds.StandsTwiceIn(text) ? Cut(0, text.Length) : passageWithItsEnds;

        Anchor Cut(int begin, int end) => new(passage.Id, quote, text[begin..first], text[last..end]);
    }

    /// <summary>
    /// Where the words stand in a lesson as it is now: in their own passage (exact), or in the one place that still holds them with the same
    /// surroundings (moved). Orphan when neither is sure: a note is rather shown with its old words than beside the wrong ones.
    /// </summary>
    public Found FindIn(IReadOnlyList<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        var text = Passage.Join(passages, "").Text;
        // Passages that say the same change places unseen: only a lesson nobody has touched says which is which.
        if (IsTwin)
            return text == Whole ? new Found(AnchorFate.Exact, Block) : Orphan;
        // An id says the words, and a copy put before its passage takes it.
        var own = passages.FirstOrDefault(passage => passage.Id == Block);
        if (own is not null && passages.Count(passage => passage.Text == own.Text) == 1)
            return new Found(AnchorFate.Exact, Block);
        if (!text.Contains(Whole, StringComparison.Ordinal) || StandsTwiceIn(text))
            return Orphan;
        return new Found(AnchorFate.Moved, Passage.IdAt(passages, text.IndexOf(Whole, StringComparison.Ordinal) + Prefix.Length));
    }

    private bool StandsTwiceIn(string text)
    {
        var once = text.IndexOf(Whole, StringComparison.Ordinal);
        return once >= 0 && text.IndexOf(Whole, once + 1, StringComparison.Ordinal) >= 0;
    }
}

/// <summary>What became of the words a note is about.</summary>
public enum AnchorFate
{
    /// <summary>Their passage stands as it was.</summary>
    Exact,

    /// <summary>They stand as they were, in a passage that has changed.</summary>
    Moved,

    /// <summary>They are no longer to be found, or no longer in one place only.</summary>
    Orphan,
}

/// <summary>Where the words of a note stand now.</summary>
/// <param name="Fate">What became of them.</param>
/// <param name="Passage">The passage that holds them; null for an orphan.</param>
public sealed record Found(AnchorFate Fate, string? Passage);
