namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// The unit of the page's drawing commands. Whole numbers of it are finer than any printer, and a PDF writes them
/// shorter than the binary fractions that millimetres come to: a third less in the ribbon and the code.
/// </summary>
internal static class Micrometres
{
    public const float PerMillimetre = 1000;

    public static float Of(double millimetres) => (float)Math.Round(millimetres * PerMillimetre);
}
