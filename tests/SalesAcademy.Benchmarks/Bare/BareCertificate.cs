using SalesAcademy.Web.Features.Certificates.Drawing;
using SkiaSharp;

namespace SalesAcademy.Benchmarks.Bare;

/// <summary>The same page by SkiaSharp alone: its lines are set already, its faces are cut already; what is left is to draw and write it.</summary>
internal sealed class BareCertificate(LaidOut laid)
{
    private const float PointsPerMicrometre = 72 / 25.4f / Micrometres.PerMillimetre;

    private readonly Dictionary<FontFace, SKTypeface> faces = CertificatePdf.Subset([laid.Page]);

    public byte[] Draw()
    {
        using var stream = new SKDynamicMemoryWStream();
        using (var document = SKDocument.CreatePdf(stream))
        {
            var canvas = document.BeginPage((float)laid.Page.Width * PointsPerMicrometre * Micrometres.PerMillimetre, (float)laid.Page.Height * PointsPerMicrometre * Micrometres.PerMillimetre);
            canvas.Scale(PointsPerMicrometre);
            laid.Artwork.Draw(canvas);
            CertificatePdf.Draw(canvas, laid.Page, faces);
            document.EndPage();
            document.Close();
        }

        using var data = stream.DetachAsData();
        return data.ToArray();
    }
}
