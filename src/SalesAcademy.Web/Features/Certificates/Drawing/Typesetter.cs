using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Sets a line: chooses the face of every character, spaces the runs and measures the result in millimetres.</summary>
internal static class Typesetter
{
    public const double MillimetresPerPoint = 25.4 / 72;

    // Optical: Chinese stands a little lower than Latin on the same baseline.
    private const double HanDrop = 0.02;

    public static SetLine Set(string field, string text, TextStyle style)
    {
        var size = style.Size * MillimetresPerPoint;
        var segments = new List<SetSegment>();
        double pen = 0, inkStart = double.PositiveInfinity, inkEnd = double.NegativeInfinity;
        ScriptRun? previous = null;
        foreach (var run in ScriptRuns.Of(text))
        {
            var gap = previous is { } before ? Gap(before, run, style) * size : 0;
            if (run.AfterSpace)
                segments[^1] = segments[^1].WithSpace(pen);
            pen += gap;
            var em = run.IsHan ? size * style.HanScale : size;
            var tracking = (run.IsHan ? style.HanTracking : style.LatinTracking) * em;
            var drop = run.IsHan && style.HanScale < 1 ? HanDrop * em : 0;
            foreach (var (face, part) in ByFace(field, run, style.Fonts))
            {
                var shaped = Shape(field, face, part);
                var glyphs = shaped.Glyphs.Select((glyph, i) => new SetGlyph(glyph.Character, pen + glyph.X * em + i * tracking, glyph.Y * em + drop)).ToList();
                inkStart = Math.Min(inkStart, pen + shaped.InkStart * em);
                inkEnd = Math.Max(inkEnd, pen + shaped.InkEnd * em + (glyphs.Count - 1) * tracking);
                segments.Add(new SetSegment(face, em, glyphs));
                pen += shaped.Advance * em + glyphs.Count * tracking;
            }
            pen -= tracking;
            previous = run;
        }
        return double.IsFinite(inkStart)
            ? new SetLine(segments, pen, inkStart, inkEnd)
            : throw CertificateCannotBeDrawn.Missing(field);
    }

    private static double Gap(ScriptRun before, ScriptRun after, TextStyle style) =>
        after.StartsPair ? style.PairGap
        : ScriptRuns.IsFullWidthMark(after.IsHan ? after.Text[0] : before.Text[^1]) ? 0
        : style.ScriptGap;

    /// <summary>The face of the script first, the other one for what it lacks; a character that neither has is refused.</summary>
    private static IEnumerable<(FontFace Face, string Text)> ByFace(string field, ScriptRun run, FontPair fonts)
    {
        var (first, second) = run.IsHan ? (fonts.Han, fonts.Latin) : (fonts.Latin, fonts.Han);
        FontFace? current = null;
        var part = new StringBuilder();
        foreach (var character in run.Text.EnumerateRunes())
        {
            var face = IsNoText(character) ? null : first.Has(character) ? first : second.Has(character) ? second : null;
            if (face is null)
                throw CertificateCannotBeDrawn.UnknownCharacter(field, character);
            if (current is not null && face != current)
            {
                yield return (current, part.ToString());
                part.Clear();
            }
            current = face;
            part.Append(character.ToString());
        }
        if (current is not null)
            yield return (current, part.ToString());
    }

    // Some faces do draw these, or draw them as nothing; a name that holds one is damaged.
    private static bool IsNoText(Rune character) =>
        character == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse;

    private static ShapedText Shape(string field, FontFace face, string text)
    {
        var shaped = face.Shape(text);
        if (shaped.FirstMerged is { } merged)
            throw CertificateCannotBeDrawn.UnknownCharacter(field, merged);
        return shaped;
    }
}

/// <summary>A character where it is drawn, in millimetres right of the line's start and below its baseline.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SetGlyph(Rune Character, double X, double Y);

internal sealed record SetSegment(FontFace Face, double Em, IReadOnlyList<SetGlyph> Glyphs)
{
    /// <summary>Draws nothing; it keeps the words apart for whoever copies or searches the text.</summary>
    public SetSegment WithSpace(double x) => this with { Glyphs = [.. Glyphs, new SetGlyph(new Rune(' '), x, 0)] };
}

/// <summary>A line with its first pen position at 0; ink is what is black, advance what is taken up.</summary>
internal sealed record SetLine(IReadOnlyList<SetSegment> Segments, double Advance, double InkStart, double InkEnd);
