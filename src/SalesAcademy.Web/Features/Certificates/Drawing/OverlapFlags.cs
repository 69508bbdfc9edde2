using System.Buffers.Binary;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// Takes the "outlines overlap" hint off the glyphs of a TrueType subset. The faces were cut from variable ones, where
/// strokes overlap; on the hint Skia merges the strokes of every glyph it meets, which costs more than all the rest of
/// the drawing and changes nothing: a PDF viewer fills overlapping outlines alike (non-zero winding).
/// </summary>
internal static class OverlapFlags
{
    // OpenType specification, tables head, loca and glyf
    private const int LocationFormat = 50;
    private const int GlyphHeader = 10;
    private const byte OverlapSimple = 0x40;

    public static void Clear(Span<byte> font)
    {
        var locations = Table(font, "loca"u8);
        var glyphs = Table(font, "glyf"u8);
        var isLong = BinaryPrimitives.ReadInt16BigEndian(Table(font, "head"u8)[LocationFormat..]) == 1;
        var count = locations.Length / (isLong ? 4 : 2) - 1;
        for (var i = 0; i < count; i++)
        {
            var (start, end) = (Location(locations, i, isLong), Location(locations, i + 1, isLong));
            if (end <= start)
                continue;
            var glyph = glyphs[start..end];
            var contours = BinaryPrimitives.ReadInt16BigEndian(glyph);
            // A negative count marks a composite, whose parts are glyphs of their own.
            if (contours <= 0)
                continue;
            var instructions = GlyphHeader + 2 * contours;
            glyph[instructions + 2 + BinaryPrimitives.ReadUInt16BigEndian(glyph[instructions..])] &= unchecked((byte)~OverlapSimple);
        }
    }

    private static Span<byte> Table(Span<byte> font, ReadOnlySpan<byte> tag)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(font[4..]);
        for (var i = 0; i < count; i++)
        {
            var entry = font.Slice(12 + 16 * i, 16);
            if (entry[..4].SequenceEqual(tag))
                return font.Slice(BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
        }
        throw new InvalidOperationException("The face is not TrueType.");
    }

    private static int Location(ReadOnlySpan<byte> locations, int index, bool isLong) =>
        isLong ? BinaryPrimitives.ReadInt32BigEndian(locations[(4 * index)..]) : 2 * BinaryPrimitives.ReadUInt16BigEndian(locations[(2 * index)..]);
}
