using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

internal static class Palette
{
    public static readonly SKColor Ink = new(0xff152033);
    public static readonly SKColor Soft = new(0xff52607a);
    public static readonly SKColor Teal = new(0xff0f766e);
    public static readonly SKColor Paper = new(0xffffffff);
}
