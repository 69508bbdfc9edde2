using QRCoder;
using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The address as a QR code, error correction M: one path round its dark areas, so that no seam shows between modules in any viewer.</summary>
internal static class VerificationQr
{
    // QRCoder adds the quiet zone of four modules; the page's own white does that here.
    private const int QuietZone = 4;
    // The sixth version of the code still fits into the seal of the Classic design at this; a scanner or a telephone reads it from paper.
    private const double SmallestModule = 0.56;

    public static void Draw(SKCanvas canvas, string address, double x, double y, double size, SKColor colour)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix.Count - 2 * QuietZone;
        var module = size / modules;
        if (module < SmallestModule)
            throw CertificateCannotBeDrawn.TooLong(nameof(CertificateText.VerificationAddress));

        using SKRegion dark = new(), ofRow = new();
        for (var row = 0; row < modules; row++)
        {
            ofRow.SetEmpty();
            var line = code.ModuleMatrix[row + QuietZone];
            for (var start = 0; start < modules; start++)
            {
                var end = start;
                while (end < modules && line[end + QuietZone])
                    end++;
                if (end == start)
                    continue;
                ofRow.Op(new SKRectI(start, row, end, row + 1), SKRegionOperation.Union);
                start = end;
            }

            dark.Op(ofRow, SKRegionOperation.Union);
        }
        using var path = dark.GetBoundaryPath();
        using var ink = new SKPaint { Color = colour, IsAntialias = true };
        canvas.Save();
        canvas.Translate(Micrometres.Of(x), Micrometres.Of(y));
        canvas.Scale((float)(module * Micrometres.PerMillimetre));
        canvas.DrawPath(path, ink);
        canvas.Restore();
    }
}
