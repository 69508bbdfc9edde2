using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// Strands that swing about a line. From crest to crest one swing is like the next: it is drawn as the same piece again, elsewhere. A PDF that says
/// something again packs it to almost nothing, and what is not alike, the ways round the corners, is one piece and its three reflections.
/// </summary>
internal static class Braid
{
    // From a crest to the next trough a cubic with level handles this far follows a sine within a thousandth of its height: half the curves that its slopes alone would take.
    private const double Handle = 0.3642;

    // Radians: where the line itself turns by more between the two, as about a corner, the swing is followed in parts.
    private const double Bend = 0.2;
    private const int PartsInBend = 3;

    /// <summary>About a rounded rectangle, in the middle of the paper; everything in millimetres.</summary>
    public static void Along(SKCanvas canvas, RoundedOutline outline, int strands, int periods, double wave, SKPaint pen)
    {
        var period = outline.Length / periods;
        // Near the middle of a period on both sides alike, so that a reflection leads from strands to strands.
        double[] crests = [.. Enumerable.Range(0, strands).Select(strand => 0.25 - ((double)strand / strands)).Select(crest => period * (crest - Math.Ceiling(crest - 0.5)))];
        var (first, last) = (crests.Min(), crests.Max());
        var pieces = outline.Straights.Select(straight => (From: (int)Math.Ceiling((straight.From - first) / period), To: (int)Math.Floor((straight.To - last) / period))).ToArray();

        using var swing = new SKPath();
        foreach (var crest in crests)
            Swing(swing, crest, crest + period, period / 2, s => (s, -wave * Math.Cos(2 * Math.PI * (s - crest) / period)));
        foreach (var (straight, (from, to)) in outline.Straights.Zip(pieces))
            for (var piece = from; piece < to; piece++)
                Draw(canvas, straight.At(piece * period), swing, pen);

        using var corner = new SKPath();
        foreach (var crest in crests)
            Swing(corner, (pieces[0].To * period) + crest, (pieces[1].From * period) + crest, period / 2, s =>
            {
                var (x, y, normalX, normalY) = outline.At(s);
                var swung = wave * Math.Cos(2 * Math.PI * (s - crest) / period);
                return (x + (normalX * swung), y + (normalY * swung));
            });
        var (across, down) = (Micrometres.Of(outline.Width), Micrometres.Of(outline.Height));
        foreach (var matrix in new[] { SKMatrix.Identity, new(-1, 0, across, 0, 1, 0, 0, 0, 1), new(1, 0, 0, 0, -1, down, 0, 0, 1), new(-1, 0, across, 0, -1, down, 0, 0, 1) })
            Draw(canvas, matrix, corner, pen);
    }

    /// <summary>About a circle.</summary>
    public static void Round(SKCanvas canvas, double centreX, double centreY, double radius, int strands, int periods, double wave, SKPaint pen)
    {
        var period = 2 * Math.PI / periods;
        using var swing = new SKPath();
        foreach (var crest in Enumerable.Range(0, strands).Select(strand => period * strand / strands))
            Swing(swing, crest, crest + period, period / 2, angle =>
            {
                var reach = radius + (wave * Math.Cos((angle - crest) * periods));
                return (reach * Math.Sin(angle), -reach * Math.Cos(angle));
            });
        for (var piece = 0; piece < periods; piece++)
            Draw(canvas, SKMatrix.CreateTranslation(Micrometres.Of(centreX), Micrometres.Of(centreY)).PreConcat(SKMatrix.CreateRotationDegrees(360f * piece / periods)), swing, pen);
    }

    private static void Draw(SKCanvas canvas, SKMatrix where, SKPath path, SKPaint pen)
    {
        canvas.Save();
        canvas.Concat(in where);
        canvas.DrawPath(path, pen);
        canvas.Restore();
    }

    /// <summary>From one crest to a later one, in cubics from crest to trough and back.</summary>
    private static void Swing(SKPath path, double from, double to, double half, Func<double, (double X, double Y)> at)
    {
        var (x, y) = at(from);
        path.MoveTo(Micrometres.Of(x), Micrometres.Of(y));
        for (var i = 0; i < (int)Math.Round((to - from) / half); i++)
        {
            var start = from + (i * half);
            if (Angle(Slope(start), Slope(start + half)) < Bend)
                To(start, start + half, Handle);
            else
                for (var part = 0; part < PartsInBend; part++)
                    To(start + (half * part / PartsInBend), start + (half * (part + 1) / PartsInBend), 1.0 / 3); // by its slopes alone (Hermite form)
        }

        void To(double start, double end, double handle)
        {
            var ((startX, startY), (endX, endY), (outX, outY), (inX, inY), reach) = (at(start), at(end), Slope(start), Slope(end), handle * (end - start));
            path.CubicTo(
                Micrometres.Of(startX + (outX * reach)), Micrometres.Of(startY + (outY * reach)), Micrometres.Of(endX - (inX * reach)), Micrometres.Of(endY - (inY * reach)), Micrometres.Of(endX), Micrometres.Of(endY));
        }

        (double X, double Y) Slope(double place)
        {
            const double step = 1e-5;
            var (before, after) = (at(place - step), at(place + step));
            return ((after.X - before.X) / (2 * step), (after.Y - before.Y) / (2 * step));
        }
    }

    private static double Angle((double X, double Y) one, (double X, double Y) other) =>
        Math.Abs(Math.Atan2((one.X * other.Y) - (one.Y * other.X), (one.X * other.X) + (one.Y * other.Y)));
}
