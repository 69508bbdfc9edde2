using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Reads a PDF as <see cref="PdfPacking"/> has written it, object by object.</summary>
internal sealed class PackedPdf
{
    private const int EntrySize = PdfPacking.EntrySize;
    private const byte InPlace = 1;

    private readonly byte[] pdf;
    private readonly byte[] entries;

    public PackedPdf(byte[] pdf)
    {
        this.pdf = pdf;
        var end = pdf.AsSpan().LastIndexOf("startxref\n"u8);
        if (end < 0 || !pdf.AsSpan().EndsWith("%%EOF\n"u8))
            throw new InvalidDataException("The PDF is not laid out as certificates are.");
        TableAt = PdfPacking.Number(Encoding.Latin1.GetString(pdf.AsSpan(end)), "startxref\n");
        var (dictionary, table) = Stream(TableAt);
        entries = table;
        (Root, Info, Table) = (PdfPacking.Number(dictionary, "/Root "), PdfPacking.Number(dictionary, "/Info "), PdfPacking.Number(dictionary, "/Size ") - 1);
    }

    /// <summary>The numbers of the objects are 1 up to this one, which finds the others.</summary>
    public int Table { get; }

    /// <summary>Where that one begins.</summary>
    public int TableAt { get; }

    public int Root { get; }

    public int Info { get; }

    /// <summary>The text of an object that is no stream.</summary>
    public string Text(int number) => Packed()[number];

    /// <summary>Its objects in their order: each with its dictionary and, where it is a stream, the bytes from "stream" to "endstream"; without what only packs and finds others.</summary>
    public IEnumerable<(int Number, string Dictionary, ReadOnlyMemory<byte> Content)> Objects()
    {
        var packed = Packed();
        for (var number = 1; number < Table; number++)
            if (entries[EntrySize * number] != InPlace)
                yield return (number, packed[number], default);
            else if (Whole(number) is var (dictionary, content) && !dictionary.Contains("/Type /ObjStm", StringComparison.Ordinal))
                yield return (number, dictionary, content);
    }

    private (string Dictionary, ReadOnlyMemory<byte> Content) Whole(int number)
    {
        var at = At(number);
        var start = at + pdf.AsSpan(at).IndexOf((byte)'\n') + 1;
        var stream = start + pdf.AsSpan(start).IndexOf("stream\n"u8);
        var dictionary = Encoding.Latin1.GetString(pdf.AsSpan(start, stream - start));
        var length = "stream\n".Length + PdfPacking.Number(dictionary, "/Length ") + "\nendstream\n".Length;
        return (dictionary, pdf.AsMemory(stream, length));
    }

    private Dictionary<int, string> Packed()
    {
        var (dictionary, content) = Stream(At(Table - 1));
        var (count, first) = (PdfPacking.Number(dictionary, "/N "), PdfPacking.Number(dictionary, "/First "));
        var text = Encoding.Latin1.GetString(content);
        int[] index = [.. text[..first].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(figure => int.Parse(figure, CultureInfo.InvariantCulture))];
        return Enumerable.Range(0, count).ToDictionary(i => index[2 * i], i => text[(first + index[2 * i + 1])..(i + 1 < count ? first + index[2 * i + 3] : text.Length)]);
    }

    private int At(int number) => BinaryPrimitives.ReadInt32BigEndian(entries.AsSpan(EntrySize * number + 1));

    private (string Dictionary, byte[] Content) Stream(int at)
    {
        var start = pdf.AsSpan(at).IndexOf("stream\n"u8);
        var dictionary = Encoding.Latin1.GetString(pdf.AsSpan(at, start));
        using var packed = new ZLibStream(new MemoryStream(pdf, at + start + "stream\n"u8.Length, PdfPacking.Number(dictionary, "/Length ")), CompressionMode.Decompress);
        using var content = new MemoryStream();
        packed.CopyTo(content);
        return (dictionary, content.ToArray());
    }
}
