using System.Buffers;
using System.Text;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>A stretch of one script. A space on the border to another script has become a gap.</summary>
internal readonly record struct ScriptRun(string Text, bool IsHan, bool StartsPair, bool AfterSpace);

/// <summary>Cuts a line where Chinese meets Latin, and where the two languages of a pair meet.</summary>
internal static class ScriptRuns
{
    private const string FullWidthMarks = "，。、：；（）“”！？《》「」『』";

    public static IReadOnlyList<ScriptRun> Of(string line)
    {
        var runs = new List<ScriptRun>();
        foreach (var language in line.Split(Bilingual.PairSpace, StringSplitOptions.RemoveEmptyEntries))
        {
            var startsPair = runs.Count > 0;
            var afterSpace = startsPair;
            foreach (var (text, isHan) in Stretches(language))
            {
                afterSpace |= text[0] == ' ';
                if (text.Trim(' ') is { Length: > 0 } words)
                {
                    runs.Add(new ScriptRun(words, isHan, startsPair, afterSpace && runs.Count > 0));
                    startsPair = false;
                    afterSpace = text[^1] == ' ';
                }
            }
        }
        return runs;
    }

    public static bool IsHan(Rune character) => character.Value is
        (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF00 and <= 0xFFEF) or (>= 0x20000 and <= 0x3FFFF);

    public static bool IsHanBefore(string text, int index) =>
        Rune.DecodeLastFromUtf16(text.AsSpan(0, index), out var character, out _) == OperationStatus.Done && IsHan(character);

    public static bool IsHanAfter(string text, int index) =>
        Rune.DecodeFromUtf16(text.AsSpan(index), out var character, out _) == OperationStatus.Done && IsHan(character);

    public static bool HasHan(string text) => text.EnumerateRunes().Any(IsHan);

    public static bool IsFullWidthMark(char character) => FullWidthMarks.Contains(character, StringComparison.Ordinal);

    private static IEnumerable<(string Text, bool IsHan)> Stretches(string text)
    {
        var start = 0;
        bool? current = null;
        for (var i = 0; i < text.Length;)
        {
            var character = Rune.GetRuneAt(text, i);
            var isHan = IsHan(character) || (IsSharedMark(character) && (current == true || IsHanAfter(text, i + 1)));
            if (current is not null && isHan != current)
            {
                yield return (text[start..i], current.Value);
                start = i;
            }
            current = isHan;
            i += character.Utf16SequenceLength;
        }
        if (current is not null)
            yield return (text[start..], current.Value);
    }

    // These have one code for both languages; behind or before Chinese they are Chinese, full width.
    private static bool IsSharedMark(Rune character) => character.Value is '“' or '”' or '—' or '…';
}
