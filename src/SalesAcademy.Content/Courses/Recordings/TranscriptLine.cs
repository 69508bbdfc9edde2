namespace SalesAcademy.Content.Courses.Recordings;

/// <summary>What one speaker says in a row.</summary>
/// <param name="At">Seconds from the beginning; null where a written transcript does not say.</param>
/// <param name="Speaker">Who speaks; empty where nobody is named.</param>
/// <param name="Words">What is said, or in brackets what is heard or seen.</param>
internal sealed record TranscriptLine(double? At, string Speaker, string Words)
{
    private static readonly char[] Ends = ['.', '?', '!', '…', '。', '？', '！', ')', '）', ']', '”', '"', '」'];

    /// <summary>Captions as a text: what they cut to fit the picture is a sentence again.</summary>
    public static IReadOnlyList<TranscriptLine> Of(IReadOnlyList<Caption> captions)
    {
        var lines = new List<TranscriptLine>();
        foreach (var caption in captions)
            if (lines is [.., var last] && last.Speaker == caption.Speaker && !Ends.Contains(last.Words[^1]))
                lines[^1] = last with { Words = Join(last.Words, caption.Words) };
            else
                lines.Add(new(caption.From, caption.Speaker, caption.Words));
        return lines;
    }

    /// <summary>Two pieces in a row: with a space, but none between Chinese signs.</summary>
    public static string Join(string before, string after) =>
        before.Length == 0 || after.Length == 0 || (IsChinese(before[^1]) && IsChinese(after[0])) ? before + after : $"{before} {after}";

    private static bool IsChinese(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF') or '“' or '”' or '…' or '—';
}
