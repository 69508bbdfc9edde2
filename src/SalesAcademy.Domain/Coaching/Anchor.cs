namespace SalesAcademy.Domain.Coaching;

/// <summary>The words of a lesson a note is about, kept with what stands around them, so that they are found again or honestly reported lost.</summary>
/// <param name="Block">The passage's id; it names the passage's own words, so it is gone when they change.</param>
/// <param name="Quote">The words as they stood.</param>
/// <param name="Prefix">Up to 32 characters before them in the passage.</param>
/// <param name="Suffix">Up to 32 characters behind them in the passage.</param>
public sealed record Anchor(string Block, string Quote, string Prefix, string Suffix)
{
    private const int Around = 32;

    /// <summary>The anchor at words of a passage: at the given offset if they stand there, else at their first place; null when the passage does not hold them.</summary>
    public static Anchor? At(Passage passage, string quote, int offset)
    {
        ArgumentNullException.ThrowIfNull(passage);
        ArgumentNullException.ThrowIfNull(quote);
        var at = offset >= 0 && offset <= passage.Text.Length - quote.Length && string.CompareOrdinal(passage.Text, offset, quote, 0, quote.Length) == 0
            ? offset
            : passage.Text.IndexOf(quote, StringComparison.Ordinal);
        return at < 0 || quote.Length == 0 ? null : new Anchor(
            passage.Id, quote, passage.Text[Math.Max(0, at - Around)..at],
            passage.Text.Substring(at + quote.Length, Math.Min(Around, passage.Text.Length - at - quote.Length)));
    }

    /// <summary>
    /// Where the words stand in a lesson as it is now: in their own passage, or in the one passage that still holds them with the same
    /// surroundings. Null when neither is sure: a note is rather shown with its old words than beside the wrong ones.
    /// </summary>
    public string? FindIn(IReadOnlyList<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(passages);
        if (passages.Any(passage => passage.Id == Block))
            return Block;
        var whole = Prefix + Quote + Suffix;
        var holding = passages.Where(passage => passage.Text.Contains(whole, StringComparison.Ordinal)).Take(2).ToArray();
        return holding is [var only] ? only.Id : null;
    }
}

/// <summary>A passage of a lesson.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its plain text, white space folded.</param>
public sealed record Passage(string Id, string Text);
