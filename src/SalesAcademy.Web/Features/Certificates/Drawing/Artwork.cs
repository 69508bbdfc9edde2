using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>What lies under the words of a page.</summary>
/// <param name="DrawShared">Line work and mark, alike on every certificate that is set so; a document takes them as one form.</param>
/// <param name="Logo">The organisation's own in place of the mark, where there is one.</param>
/// <param name="Code">What only this one has.</param>
internal sealed record Artwork(Action<SKCanvas> DrawShared, PlacedLogo? Logo, PlacedCode? Code)
{
    public void Draw(SKCanvas canvas)
    {
        DrawShared(canvas);
        Logo?.Draw(canvas);
        Code?.Draw(canvas);
    }
}
