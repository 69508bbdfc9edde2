using SalesAcademy.Content;
using SkiaSharp;

namespace SalesAcademy.Web.Tests.Certificates.Drawing;

/// <summary>Logos as the content compiler hands them on: on white, opaque.</summary>
internal static class Logos
{
    private static readonly SKColor Plum = SKColor.Parse("#7a1f3d");

    /// <summary>A sail above a wave beside four bars, five times as wide as high.</summary>
    public static OrganisationLogo Wide { get; } = Drawn(1418, 284, canvas =>
    {
        Sail(canvas, 284);
        using var ink = new SKPaint { Color = Plum };
        for (var bar = 0; bar < 4; bar++)
            canvas.DrawRoundRect(380 + (bar * 270), 92, 228, 100, 24, 24, ink);
    });

    public static OrganisationLogo Square { get; } = Drawn(284, 284, canvas => Sail(canvas, 284));

    public static OrganisationLogo Tall { get; } = Drawn(100, 284, canvas => canvas.DrawRect(0, 0, 100, 284, new SKPaint { Color = Plum }));

    /// <summary>As a designer exports it: with a margin, and nothing behind it.</summary>
    public static byte[] File()
    {
        using var bitmap = new SKBitmap(600, 600);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        canvas.Translate(50, 50);
        Sail(canvas, 500);
        return Png(bitmap);
    }

    private static void Sail(SKCanvas canvas, float size)
    {
        using var ink = new SKPaint { Color = Plum, IsAntialias = true };
        using var path = SKPath.ParseSvgPathData("M50 0 L50 72 L8 72 Q30 40 50 0 M58 14 Q92 40 92 72 L58 72 Z M0 82 Q25 72 50 84 T100 82 L100 92 Q75 102 50 92 T0 92 Z");
        path.Transform(SKMatrix.CreateScale(size / 100, size / 100));
        canvas.DrawPath(path, ink);
    }

    private static OrganisationLogo Drawn(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        draw(canvas);
        return new() { Name = "logo.png", Hash = "", Width = width, Height = height, Png = Png(bitmap) };
    }

    private static byte[] Png(SKBitmap bitmap)
    {
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
