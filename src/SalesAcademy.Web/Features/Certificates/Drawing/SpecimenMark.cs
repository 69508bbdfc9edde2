using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The word across the page of a specimen, under everything else: as outlines, so that it is not among the words one copies.</summary>
internal static class SpecimenMark
{
    private const string Word = "SPECIMEN";
    private const double Width = 215;
    private static readonly SKColor Grey = new(0xffeef1f4);

    public static void Draw(SKCanvas canvas, Sheet paper, FontPair fonts)
    {
        var face = fonts.Latin.Subset(Word.EnumerateRunes());
        using var font = new SKFont(face, 10_000) { Hinting = SKFontHinting.None };
        using var path = font.GetTextPath(Word);
        var bounds = path.TightBounds;
        using var ink = new SKPaint { Color = Grey, IsAntialias = true };
        canvas.Save();
        canvas.Translate(Micrometres.Of(paper.Width / 2), Micrometres.Of(paper.Height / 2));
        canvas.RotateDegrees(-28);
        canvas.Scale(Micrometres.Of(Width) / bounds.Width);
        canvas.Translate(-bounds.MidX, -bounds.MidY);
        canvas.DrawPath(path, ink);
        canvas.Restore();
    }
}
