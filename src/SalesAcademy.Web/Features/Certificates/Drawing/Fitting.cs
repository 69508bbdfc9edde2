namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// Finds the largest size at which a text fits: one line down to <see cref="OneLineFloor"/>, then two lines from there
/// down to <see cref="TwoLineFloor"/>. Never condenses, abbreviates or cuts; what still does not fit is refused.
/// </summary>
internal sealed record Fitting(double Width, double OneLineFloor, double? TwoLineFloor = null, double Step = 0.5)
{
    private const string NeverStartsALine = "，。、：；！？）》」』”";
    private const string NeverEndsALine = "（《「『“";
    private const string GoodBreak = "：:—,，、·";

    public FittedText Fit(string field, string text, TextStyle style)
    {
        var widthPerPoint = WidthPerPoint(field, text, style);
        if (LargestSize(widthPerPoint, style.Size, OneLineFloor) is { } oneLine)
            return new FittedText([text], style with { Size = oneLine });
        if (TwoLineFloor is { } floor)
        {
            var breaks = BreaksOf(text)
                .Select(at => (First: text[..at].TrimEnd(), Second: text[at..].TrimStart()))
                .Where(lines => lines.First.Length > 0 && lines.Second.Length > 0)
                .Select(lines => (lines.First, lines.Second, FirstWidth: WidthPerPoint(field, lines.First, style), SecondWidth: WidthPerPoint(field, lines.Second, style)))
                .ToList();
            for (var size = OneLineFloor; size >= floor; size -= Step)
            {
                var fitting = breaks.Where(lines => Math.Max(lines.FirstWidth, lines.SecondWidth) * size <= Width).ToList();
                if (fitting.Count == 0)
                    continue;
                var best = fitting.MinBy(lines => Cost(lines.First, lines.FirstWidth * size, lines.SecondWidth * size));
                return new FittedText([best.First, best.Second], style with { Size = size });
            }
        }
        throw CertificateCannotBeDrawn.TooLong(field);
    }

    public bool Fits(string field, string text, TextStyle style) =>
        LargestSize(WidthPerPoint(field, text, style), style.Size, OneLineFloor) is not null;

    private double? LargestSize(double widthPerPoint, double from, double floor)
    {
        for (var size = from; size >= floor; size -= Step)
            if (widthPerPoint * size <= Width)
                return size;
        return null;
    }

    private static double WidthPerPoint(string field, string text, TextStyle style) =>
        Typesetter.Set(field, text, style with { Size = 1 }).Advance;

    /// <summary>Two lines of like length, and rather after a mark that pauses anyway.</summary>
    private double Cost(string first, double firstWidth, double secondWidth) =>
        (Math.Max(firstWidth, secondWidth) + 0.3 * Math.Abs(firstWidth - secondWidth)) / Width
        - (GoodBreak.Contains(first[^1], StringComparison.Ordinal) ? 0.12 : 0);

    /// <summary>After a space, a hyphen or a middle dot; between Chinese characters except beside marks that cling.</summary>
    private static IEnumerable<int> BreaksOf(string text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            var (before, after) = (text[at - 1], text[at]);
            var insideCharacter = char.IsLowSurrogate(after);
            var betweenHan = ScriptRuns.IsHanBefore(text, at) && ScriptRuns.IsHanAfter(text, at);
            var clings = NeverStartsALine.Contains(after, StringComparison.Ordinal) || NeverEndsALine.Contains(before, StringComparison.Ordinal);
            if (!insideCharacter && !clings && (before is ' ' or '·' || (before == '-' && after != ' ') || betweenHan))
                yield return at;
        }
    }
}

internal sealed record FittedText(IReadOnlyList<string> Lines, TextStyle Style);
