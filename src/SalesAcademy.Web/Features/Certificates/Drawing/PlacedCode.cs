using System.Globalization;
using System.Text;
using QRCoder;
using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The address as a QR code, error correction M: its dark modules row by row in one path, so that no seam shows between them.</summary>
/// <param name="Address">What it says.</param>
/// <param name="X">In millimetres.</param>
/// <param name="Y">In millimetres.</param>
/// <param name="Size">In millimetres.</param>
/// <param name="Colour">Of what is dark.</param>
internal sealed record PlacedCode(string Address, double X, double Y, double Size, SKColor Colour)
{
    // QRCoder adds the quiet zone of four modules; the page's own white does that here.
    private const int QuietZone = 4;
    // The sixth version of the code still fits into the seal of the Classic design at this; a scanner or a telephone reads it from paper.
    private const double SmallestModule = 0.56;

    public SKRect Where => SKRect.Create(Micrometres.Of(X), Micrometres.Of(Y), Micrometres.Of(Size), Micrometres.Of(Size));

    public void Draw(SKCanvas canvas)
    {
        var (modules, runs) = Runs();
        using var path = new SKPath();
        foreach (var (row, start, end) in runs)
            path.AddRect(new SKRect(start, row, end, row + 1));
        using var ink = new SKPaint { Color = Colour, IsAntialias = true };
        canvas.Save();
        canvas.Translate(Where.Left, Where.Top);
        canvas.Scale(Where.Width / modules);
        canvas.DrawPath(path, ink);
        canvas.Restore();
    }

    /// <summary>The same as the stream of a form that fills the unit square: half the bytes of the path that Skia writes.</summary>
    public byte[] Packed()
    {
        var (modules, runs) = Runs();
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"{Colour.Red / 255.0:0.####} {Colour.Green / 255.0:0.####} {Colour.Blue / 255.0:0.####} rg\n");
        foreach (var (row, start, end) in runs)
            content.Append(CultureInfo.InvariantCulture, $"{start} {row} {end - start} 1 re\n");
        content.Append("f\n");
        return StandIn.Stream(
            string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Form /BBox [0 0 {modules} {modules}] /Matrix [{1.0 / modules:0.############} 0 0 {-1.0 / modules:0.############} 0 1]"),
            PdfPacking.Deflated(Encoding.ASCII.GetBytes(content.ToString())));
    }

    private (int Modules, IReadOnlyList<(int Row, int Start, int End)> Runs) Runs()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix.Count - (2 * QuietZone);
        if (Size / modules < SmallestModule)
            throw CertificateCannotBeDrawn.TooLong(nameof(CertificateText.VerificationAddress));

        var runs = new List<(int, int, int)>();
        for (var row = 0; row < modules; row++)
        {
            var line = code.ModuleMatrix[row + QuietZone];
            for (var start = 0; start < modules; start++)
            {
                var end = start;
                while (end < modules && line[end + QuietZone])
                    end++;
                if (end == start)
                    continue;
                runs.Add((row, start, end));
                start = end;
            }
        }

        return (modules, runs);
    }
}
