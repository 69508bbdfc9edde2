using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// Finishes a PDF as Skia writes it. States the language, for screen readers, which Skia cannot; and packs the small
/// objects, which Skia leaves as plain text, into one compressed object stream: a tenth of the file
/// (PDF 1.5; ISO 32000-1, 7.5.7 object streams and 7.5.8 cross-reference streams).
/// </summary>
internal static class PdfPacking
{
    private const byte Packed = 2;
    private const byte InPlace = 1;
    public const int EntrySize = 7;

    /// <param name="written">As Skia writes it.</param>
    /// <param name="languageTag">Of its words.</param>
    /// <param name="inserted">What stands where a picture of that width keeps its place.</param>
    public static byte[] Pack(byte[] written, string languageTag, IReadOnlyDictionary<int, byte[]> inserted)
    {
        var pdf = new SkiaPdf(written);
        var root = Number(pdf.Trailer, "/Root ");
        // The objects, then the two streams that hold and find them.
        var (objectStream, table) = (pdf.Size, pdf.Size + 1);
        var entries = new byte[EntrySize * (table + 1)];

        using var file = new MemoryStream(written.Length + inserted.Values.Sum(one => one.Length));
        file.Write("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var (index, bodies, packed) = (new StringBuilder(), new StringBuilder(), 0);
        for (var number = 1; number < pdf.Size; number++)
        {
            var body = pdf.Body(number);
            if (body.EndsWith("endstream\n"u8))
            {
                Enter(entries, number, InPlace, (int)file.Position, 0);
                file.Write(Latin(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
                file.Write(LeanFont.IsOne(body) ? LeanFont.Of(body) : inserted.TryGetValue(StandIn.PixelsOf(body), out var stream) ? stream : body);
                file.Write("endobj\n"u8);
                continue;
            }
            Enter(entries, number, Packed, objectStream, packed++);
            index.Append(CultureInfo.InvariantCulture, $"{number} {bodies.Length} ");
            var text = Encoding.Latin1.GetString(body);
            bodies.Append(number == root ? WithLanguage(text, languageTag) : text);
        }
        Enter(entries, objectStream, InPlace, (int)file.Position, 0);
        WriteStream(file, objectStream, string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm /N {packed} /First {index.Length}"), Encoding.Latin1.GetBytes($"{index}{bodies}"));
        var tableAt = file.Position;
        Enter(entries, table, InPlace, (int)tableAt, 0);
        WriteStream(file, table, string.Create(CultureInfo.InvariantCulture, $"/Type /XRef /Size {table + 1} /W [1 4 2] /Root {root} 0 R /Info {Number(pdf.Trailer, "/Info ")} 0 R"), entries);
        file.Write(Latin(CultureInfo.InvariantCulture, $"startxref\n{tableAt}\n%%EOF\n"));
        return file.ToArray();
    }

    private static string WithLanguage(string catalogue, string languageTag) =>
        catalogue.Insert(catalogue.LastIndexOf(">>", StringComparison.Ordinal), $"/Lang ({languageTag})/ViewerPreferences <</DisplayDocTitle true>>");

    /// <summary>The whole number behind some words of a dictionary.</summary>
    public static int Number(string text, string after)
    {
        var start = text.IndexOf(after, StringComparison.Ordinal) + after.Length;
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture);
    }

    private static void Enter(byte[] entries, int number, byte kind, int place, int position)
    {
        var entry = entries.AsSpan(EntrySize * number, EntrySize);
        entry[0] = kind;
        BinaryPrimitives.WriteInt32BigEndian(entry[1..], place);
        BinaryPrimitives.WriteInt16BigEndian(entry[5..], (short)position);
    }

    private static void WriteStream(MemoryStream file, int number, string entries, byte[] content)
    {
        file.Write(Latin(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
        file.Write(StandIn.Stream(entries, Deflated(content)));
        file.Write("endobj\n"u8);
    }

    public static byte[] Deflated(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write(content);
        return compressed.ToArray();
    }

    private static byte[] Latin(IFormatProvider culture, FormattableString text) => Encoding.Latin1.GetBytes(text.ToString(culture));
}
