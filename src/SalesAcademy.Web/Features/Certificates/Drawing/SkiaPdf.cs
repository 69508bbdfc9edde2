using System.Globalization;
using System.Text;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Reads a PDF as Skia writes it, object by object.</summary>
internal sealed class SkiaPdf
{
    private readonly byte[] pdf;
    private readonly int[] starts;
    private readonly int[] inOrder;

    public SkiaPdf(byte[] pdf)
    {
        this.pdf = pdf;
        var table = pdf.AsSpan().LastIndexOf("\nxref\n0 "u8) + 1;
        Trailer = Encoding.Latin1.GetString(pdf.AsSpan(table));
        if (table == 0 || !Trailer.Contains("trailer", StringComparison.Ordinal))
            throw new InvalidOperationException("The PDF is not laid out as Skia writes it.");
        starts = new int[PdfPacking.Number(Trailer, "/Size ")];
        var firstEntry = Trailer.IndexOf('\n', "xref\n".Length) + 1;
        for (var number = 0; number < starts.Length; number++)
            starts[number] = int.Parse(Trailer.AsSpan(firstEntry + (20 * number), 10), CultureInfo.InvariantCulture);
        starts[0] = table; // the last object ends where the table begins
        inOrder = [.. starts.Order()];
    }

    public string Trailer { get; }

    /// <summary>Its objects are 1 up to one less than this.</summary>
    public int Size => starts.Length;

    /// <summary>From behind "n 0 obj" to "endobj".</summary>
    public ReadOnlySpan<byte> Body(int number)
    {
        var end = inOrder[Array.BinarySearch(inOrder, starts[number]) + 1];
        var item = pdf.AsSpan(starts[number], end - starts[number]);
        return item[(item.IndexOf((byte)'\n') + 1)..item.LastIndexOf("endobj"u8)];
    }

    public string Text(int number) => Encoding.Latin1.GetString(Body(number));
}
