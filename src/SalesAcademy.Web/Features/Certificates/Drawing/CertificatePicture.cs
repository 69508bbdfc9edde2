using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Draws a laid-out page as a PNG for the screen; what is issued is always the PDF.</summary>
internal static class CertificatePicture
{
    /// <param name="laid">The page.</param>
    /// <param name="width">In pixels.</param>
    public static byte[] Write(LaidOut laid, int width)
    {
        var page = laid.Page;
        var faces = CertificatePdf.Subset([page]);
        using var surface = SKSurface.Create(new SKImageInfo(width, (int)Math.Round(width * page.Height / page.Width))) ?? throw new InvalidOperationException("No picture can be drawn here.");
        surface.Canvas.Clear(Palette.Paper);
        surface.Canvas.Scale((float)(width / (page.Width * Micrometres.PerMillimetre)));
        laid.Artwork.Draw(surface.Canvas);
        CertificatePdf.Draw(surface.Canvas, page, faces);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
