using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using SalesAcademy.Content;
using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The organisation's logo, ready to be drawn and to be put into documents; made once for each logo.</summary>
internal sealed class LogoImage
{
    private const int PngHeader = 8;
    private const int ChunkFrame = 12;

    private static readonly ConditionalWeakTable<OrganisationLogo, LogoImage> Made = [];

    private readonly double aspect;

    private LogoImage(OrganisationLogo logo)
    {
        aspect = (double)logo.Width / logo.Height;
        Picture = SKImage.FromEncodedData(logo.Png.Span) ?? throw new InvalidOperationException("Skia could not open the logo it has written.");
        Packed = StandIn.Stream(
            string.Create(CultureInfo.InvariantCulture, $"/Type /XObject /Subtype /Image /Width {logo.Width} /Height {logo.Height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Interpolate true /DecodeParms <</Predictor 15 /Colors 3 /Columns {logo.Width}>>"),
            Data(logo.Png.Span));
    }

    public SKImage Picture { get; }

    /// <summary>The stream of a PDF image.</summary>
    public byte[] Packed { get; }

    public static LogoImage Of(OrganisationLogo logo) => Made.GetValue(logo, one => new(one));

    /// <summary>As large as it can be in its own proportions, in millimetres.</summary>
    public (double Width, double Height) Within(double width, double height) => width / height > aspect ? (height * aspect, height) : (width, width / aspect);

    // What a PNG of three opaque channels holds is what a PDF means by predictor 15 (ISO 32000-1, 7.4.4.4): it is taken over as it is.
    private static byte[] Data(ReadOnlySpan<byte> png)
    {
        var data = new List<byte>(png.Length);
        for (var at = PngHeader; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            if (png.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
                data.AddRange(png.Slice(at + 8, length));
            at += length + ChunkFrame;
        }

        return [.. data];
    }
}

/// <summary>A logo and where it stands, in micrometres.</summary>
internal sealed record PlacedLogo(LogoImage Image, SKRect Where)
{
    /// <param name="logo">The organisation's; null where it has none.</param>
    /// <param name="width">What there is of room, in millimetres.</param>
    /// <param name="height">In millimetres.</param>
    /// <param name="left">Where it begins, given how wide it is.</param>
    /// <param name="centre">The height of its middle.</param>
    public static PlacedLogo? Within(OrganisationLogo? logo, double width, double height, Func<double, double> left, double centre)
    {
        if (logo is null)
            return null;
        var image = LogoImage.Of(logo);
        var (wide, high) = image.Within(width, height);
        return new(image, SKRect.Create(Micrometres.Of(left(wide)), Micrometres.Of(centre - (high / 2)), Micrometres.Of(wide), Micrometres.Of(high)));
    }

    public double Right => Where.Right / Micrometres.PerMillimetre;

    public void Draw(SKCanvas canvas) => canvas.DrawImage(Image.Picture, Where, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
}
