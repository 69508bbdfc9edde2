using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// One weight of one family, mapped from its file and shared by all threads: HarfBuzz objects may be read from
/// anywhere once nothing sets them any more. Measures are in em, so that they hold at every size.
/// </summary>
internal sealed class FontFace : IDisposable
{
    // Kerning and mark placement only. A substituted glyph has no character of its own, and the text of the PDF
    // would lose it: ligatures first, and with them digits.
    private static readonly Feature[] KerningOnly =
        [.. new[] { "liga", "clig", "calt", "rlig", "ccmp", "locl", "rclt" }.Select(tag => new Feature(Tag.Parse(tag), 0, 0, uint.MaxValue))];

    private static readonly Language English = new("en");

    private readonly Blob _blob;
    private readonly Face _face;
    private readonly Font _font;
    private readonly double _unitsPerEm;
    private readonly ConcurrentDictionary<Rune, bool> _has = new();

    // A line is measured to be fitted and again to be set; and most lines, and with them the characters of a face, are those of the last certificate.
    private readonly Remembered<string, ShapedText> _shaped = new(512);
    private readonly Remembered<string, SKTypeface> _subsets = new(24);

    public FontFace(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException("A face of the certificate is missing; the build restores it.", path);
        _blob = Blob.FromFile(path);
        _face = new Face(_blob, 0);
        _font = new Font(_face);
        _font.SetFunctionsOpenType();
        _face.MakeImmutable();
        _unitsPerEm = _face.UnitsPerEm;
    }

    public bool Has(Rune character) =>
        _has.GetOrAdd(character, rune => _font.TryGetNominalGlyph((uint)rune.Value, out var glyph) && glyph != 0);

    public ShapedText Shape(string text) => _shaped.Of(text, ShapeAnew);

    /// <summary>The face with these characters only. It is shared, and so never disposed by who asked for it.</summary>
    public SKTypeface Subset(IEnumerable<Rune> characters) =>
        _subsets.Of(string.Concat(characters.Distinct().Order().Select(character => character.ToString())), text => FontSubset.Open(_face, text.EnumerateRunes()));

    public void Dispose()
    {
        _font.Dispose();
        _face.Dispose();
        _blob.Dispose();
    }

    private ShapedText ShapeAnew(string text)
    {
        // The language is fixed because HarfBuzz would guess it from the machine, and with it the kerning.
        using var buffer = new Buffer { Direction = Direction.LeftToRight, Language = English };
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        _font.Shape(buffer, KerningOnly);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();

        var glyphs = new ShapedGlyph[infos.Length];
        Rune? merged = null;
        double inkStart = double.PositiveInfinity, inkEnd = double.NegativeInfinity, pen = 0;
        for (var i = 0; i < glyphs.Length; i++)
        {
            var x = pen + positions[i].XOffset / _unitsPerEm;
            var character = Rune.GetRuneAt(text, (int)infos[i].Cluster);
            if (!_font.TryGetNominalGlyph((uint)character.Value, out var nominal) || nominal != infos[i].Codepoint)
                merged ??= character;
            glyphs[i] = new ShapedGlyph(character, x, -positions[i].YOffset / _unitsPerEm);
            if (_font.TryGetGlyphExtents(infos[i].Codepoint, out var ink) && ink.Width != 0)
            {
                inkStart = Math.Min(inkStart, x + ink.XBearing / _unitsPerEm);
                inkEnd = Math.Max(inkEnd, x + (ink.XBearing + ink.Width) / _unitsPerEm);
            }
            pen += positions[i].XAdvance / _unitsPerEm;
        }
        return new ShapedText(glyphs, pen, inkStart, inkEnd, merged);
    }
}

/// <summary>A character and where its glyph stands, right of the start and below the baseline, in em.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ShapedGlyph(Rune Character, double X, double Y);

/// <summary>
/// A run of glyphs without tracking, in em. Ink is infinite when there is none. A merged character has lost its own
/// glyph to its neighbour's and must not be drawn by it.
/// </summary>
internal sealed record ShapedText(IReadOnlyList<ShapedGlyph> Glyphs, double Advance, double InkStart, double InkEnd, Rune? FirstMerged);
