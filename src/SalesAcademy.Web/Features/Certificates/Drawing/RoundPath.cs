using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Circles and rectangles with round corners, each quarter one cubic: nearer to the arc than a printer can show, where Skia writes four with all their decimals.</summary>
internal static class RoundPath
{
    // 4/3 (√2 − 1): the cubic that leaves an arc of a quarter by no more than 0.03 % of its radius.
    private const double Quarter = 0.5522847498;

    public static SKPath Circle(double centreX, double centreY, double radius) => Rectangle(centreX - radius, centreY - radius, centreX + radius, centreY + radius, radius);

    /// <summary>In millimetres.</summary>
    public static SKPath Rectangle(double left, double top, double right, double bottom, double radius)
    {
        var path = new SKPath();
        var reach = radius * (1 - Quarter);
        path.MoveTo(At(left + radius, top));
        path.LineTo(At(right - radius, top));
        path.CubicTo(At(right - reach, top), At(right, top + reach), At(right, top + radius));
        path.LineTo(At(right, bottom - radius));
        path.CubicTo(At(right, bottom - reach), At(right - reach, bottom), At(right - radius, bottom));
        path.LineTo(At(left + radius, bottom));
        path.CubicTo(At(left + reach, bottom), At(left, bottom - reach), At(left, bottom - radius));
        path.LineTo(At(left, top + radius));
        path.CubicTo(At(left, top + reach), At(left + reach, top), At(left + radius, top));
        path.Close();
        return path;
    }

    private static SKPoint At(double x, double y) => new(Micrometres.Of(x), Micrometres.Of(y));
}
