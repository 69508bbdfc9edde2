using System.Text.RegularExpressions;
using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Courses;
using SalesAcademy.Content.Reading;
using SkiaSharp;

namespace SalesAcademy.Content.Documents;

/// <summary>Takes in the logo of the organisation, as it will be printed on white paper.</summary>
internal static partial class LogoReader
{
    private const string Png = "image/png";
    private const int FileLimit = 512 * 1024;
    private const int MostPixels = 4096;

    /// <summary>What it may add to every certificate: room for one in flat colours, none for a photograph.</summary>
    private const int PackedLimit = 32 * 1024;

    private const double MillimetresPerInch = 25.4;
    private const int LeastWide = (int)(OrganisationLogo.MostWide * OrganisationLogo.DotsPerInch / MillimetresPerInch) + 1;
    private const int LeastHigh = (int)(OrganisationLogo.MostHigh * OrganisationLogo.DotsPerInch / MillimetresPerInch) + 1;

    // A shape is told from the paper at 3 to 1 (WCAG 2.2, 1.4.11); a fifth of what is not white has to be.
    private const double LeastContrast = 3;
    private const int PaleParts = 5;

    public static bool IsName(string name) => NameForm().IsMatch(name);

    public static Part? Read(ContentFolder folder, string name, Problems problems)
    {
        if (folder.Read(name, FileLimit, problems) is not { } bytes)
            return null;
        var logo = Prepared(name, bytes, out var fault);
        if (fault is { } found)
            problems.Error(0, found);
        return logo is null ? null : new(name, logo, [ArchiveEntry.Of(name, bytes)], []);
    }

    private static OrganisationLogo? Prepared(string name, byte[] bytes, out Phrase? fault)
    {
        fault = new("logo-form");
        if (!PixelImage.IsOf(Png, bytes) || PixelImage.Size(Png, bytes) is not ({ } width, { } height))
            return null;
        fault = new("logo-size.big", width, height, MostPixels);
        if (width > MostPixels || height > MostPixels)
            return null;
        using var whole = Decoded(bytes);
        fault = new("logo-form");
        if (whole is null)
            return null;
        using var flat = OnWhite(whole);
        fault = new("logo-pale");
        if (Ink(flat) is not { } ink)
            return null;
        fault = new("logo-size", ink.Width, ink.Height, LeastWide, LeastHigh, OrganisationLogo.DotsPerInch);
        if (ink.Width < LeastWide && ink.Height < LeastHigh)
            return null;
        var scale = Math.Min(1, Math.Min((double)LeastWide / ink.Width, (double)LeastHigh / ink.Height));
        using var printed = Scaled(flat, ink, Math.Max(1, (int)Math.Round(ink.Width * scale)), Math.Max(1, (int)Math.Round(ink.Height * scale)));
        using var pixels = printed.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 9)) ?? throw new InvalidOperationException("Skia could not write a PNG.");
        fault = png.Size > PackedLimit ? new Phrase("logo-heavy", png.Size / 1024, PackedLimit / 1024) : null;
        return fault is not null ? null : new() { Name = name, Hash = ContentHash.Of(bytes), Width = printed.Width, Height = printed.Height, Png = png.ToArray() };
    }

    // Skia shows what there is of a file that breaks off; it does not print.
    private static SKBitmap? Decoded(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return null;
        var whole = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        if (codec.GetPixels(whole.Info, whole.GetPixels()) == SKCodecResult.Success)
            return whole;
        whole.Dispose();
        return null;
    }

    private static SKBitmap OnWhite(SKBitmap whole)
    {
        var flat = new SKBitmap(new SKImageInfo(whole.Width, whole.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(flat);
        canvas.Clear(SKColors.White);
        canvas.DrawBitmap(whole, 0, 0);
        return flat;
    }

    /// <summary>Where it is not white; null where nothing is, or too little of it can be seen.</summary>
    private static SKRectI? Ink(SKBitmap flat)
    {
        const byte white = 250;
        var (ink, inked, seen) = (SKRectI.Empty, 0, 0);
        var pixels = flat.Pixels;
        for (var at = 0; at < pixels.Length; at++)
        {
            var pixel = pixels[at];
            if (pixel is { Red: >= white, Green: >= white, Blue: >= white })
                continue;
            var (x, y) = (at % flat.Width, at / flat.Width);
            ink = inked++ == 0 ? new(x, y, x + 1, y + 1) : new(Math.Min(ink.Left, x), ink.Top, Math.Max(ink.Right, x + 1), y + 1);
            if (Colour.OnWhite((uint)pixel) >= LeastContrast)
                seen++;
        }

        return inked > 0 && seen * PaleParts >= inked ? ink : null;
    }

    private static SKBitmap Scaled(SKBitmap flat, SKRectI ink, int width, int height)
    {
        var printed = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(printed);
        using var image = SKImage.FromBitmap(flat);
        canvas.DrawImage(image, ink, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return printed;
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\.png\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NameForm();
}
