namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>One entry of the stack: its gap, in millimetres, is to the baseline above; leading, in em, is inside it.</summary>
internal sealed record StackEntry(string Field, FittedText Text, double Gap, double Leading = 1.16);

/// <summary>
/// Centres the body of a certificate between two heights. If a long name or title makes it too tall, the gaps shrink
/// together and the leading stays; below four fifths of the design the page would look crammed, and it is refused.
/// </summary>
internal static class TextStack
{
    private const double LeastGap = 0.80;

    // Height of the first line above its baseline, in em.
    private const double LatinCapital = 0.67;
    private const double HanBody = 0.84;

    public static IEnumerable<(string Field, string Line, TextStyle Style, double Baseline)> Place(IReadOnlyList<StackEntry> entries, double top, double bottom)
    {
        var first = entries[0];
        var height = (ScriptRuns.HasHan(first.Text.Lines[0]) ? HanBody : LatinCapital) * Millimetres(first.Text.Style);
        var room = bottom - top - height;
        var inner = entries.Sum(InnerLeading);
        var gaps = entries.Skip(1).Sum(entry => entry.Gap);
        var factor = Math.Min(1, (room - inner) / gaps);
        if (factor < LeastGap)
            throw CertificateCannotBeDrawn.TooLong(entries.MaxBy(InnerLeading)!.Field);

        var baseline = top + height + (room - inner - gaps * factor) / 2;
        foreach (var entry in entries)
        {
            if (entry != first)
                baseline += entry.Gap * factor;
            for (var i = 0; i < entry.Text.Lines.Count; i++)
            {
                if (i > 0)
                    baseline += Leading(entry);
                yield return (entry.Field, entry.Text.Lines[i], entry.Text.Style, baseline);
            }
        }
    }

    private static double InnerLeading(StackEntry entry) => (entry.Text.Lines.Count - 1) * Leading(entry);

    private static double Leading(StackEntry entry) => entry.Leading * Millimetres(entry.Text.Style);

    private static double Millimetres(TextStyle style) => style.Size * Typesetter.MillimetresPerPoint;
}
