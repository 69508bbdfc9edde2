using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>What lies under the words of a page.</summary>
/// <param name="DrawShared">Line work and mark, alike on every certificate that is set so; a document takes them as one form.</param>
/// <param name="DrawOwn">What only this one has, such as its code.</param>
/// <param name="Logo">The organisation's own in place of the mark, where there is one.</param>
internal sealed record Artwork(Action<SKCanvas> DrawShared, Action<SKCanvas> DrawOwn, PlacedLogo? Logo = null)
{
    public void Draw(SKCanvas canvas)
    {
        DrawShared(canvas);
        Logo?.Draw(canvas);
        DrawOwn(canvas);
    }
}
