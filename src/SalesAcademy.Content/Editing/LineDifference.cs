namespace SalesAcademy.Content.Editing;

/// <summary>A line of one text or of both.</summary>
/// <param name="Before">Its number in the earlier text, from 1; null when it is new.</param>
/// <param name="After">Its number in the later text, from 1; null when it is gone.</param>
/// <param name="Text">The line without its ending.</param>
public sealed record DifferenceLine(int? Before, int? After, string Text);

/// <summary>Tells two texts apart line by line, in the fewest lines gone and new. How lines end makes no difference.</summary>
public static class LineDifference
{
    // A table of as many cells is 8 MB; where more lines differ than that, all between the first and the last of them are gone and new.
    private const int MostCells = 4_000_000;

    /// <summary>All lines in reading order; of a changed place those that are gone first.</summary>
    public static IReadOnlyList<DifferenceLine> Of(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, fresh) = (Lines(before), Lines(after));
        var head = 0;
        while (head < old.Length && head < fresh.Length && old[head] == fresh[head])
            head++;
        var tail = 0;
        while (tail < old.Length - head && tail < fresh.Length - head && old[^(tail + 1)] == fresh[^(tail + 1)])
            tail++;

        var lines = new List<DifferenceLine>(fresh.Length + 8);
        for (var i = 0; i < head; i++)
            lines.Add(new(i + 1, i + 1, old[i]));
        Between(old.AsSpan(head, old.Length - head - tail), fresh.AsSpan(head, fresh.Length - head - tail), head, lines);
        for (var i = tail; i > 0; i--)
            lines.Add(new(old.Length - i + 1, fresh.Length - i + 1, old[^i]));
        return lines;
    }

    // The longest common subsequence, from the end, so that the walk below goes forwards.
    private static void Between(ReadOnlySpan<string> old, ReadOnlySpan<string> fresh, int offset, List<DifferenceLine> lines)
    {
        var (width, i, j) = (fresh.Length + 1, 0, 0);
        var common = (long)(old.Length + 1) * width <= MostCells ? new ushort[(old.Length + 1) * width] : [];
        if (common.Length > 0)
            for (var row = old.Length - 1; row >= 0; row--)
                for (var column = fresh.Length - 1; column >= 0; column--)
                    common[(row * width) + column] = old[row] == fresh[column]
                        ? (ushort)(common[((row + 1) * width) + column + 1] + 1)
                        : Math.Max(common[((row + 1) * width) + column], common[(row * width) + column + 1]);
        while (i < old.Length || j < fresh.Length)
            if (common.Length > 0 && i < old.Length && j < fresh.Length && old[i] == fresh[j])
                lines.Add(new(offset + i++ + 1, offset + j + 1, fresh[j++]));
            else if (i < old.Length && (j == fresh.Length || common.Length == 0 || common[((i + 1) * width) + j] >= common[(i * width) + j + 1]))
                lines.Add(new(offset + i + 1, null, old[i++]));
            else
                lines.Add(new(null, offset + j + 1, fresh[j++]));
    }

    private static string[] Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
}
