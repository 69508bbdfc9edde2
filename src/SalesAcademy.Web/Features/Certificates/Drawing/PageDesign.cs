using SalesAcademy.Content;
using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>A design as it holds for one certificate: its measures in that language, its faces, and its colours with the organisation's accent among them.</summary>
internal sealed class PageDesign(CertificateText text, FontLibrary fonts)
{
    // How far the line work stands back behind the accent of an organisation, as it does in the designs' own colours.
    private const double LineTint = 0.4;
    private const double PaleTint = 0.6;

    private readonly CertificateDesign design = text.Design;

    public bool IsClassic => design.Arrangement == "classic";

    public FontFamily Faces { get; } = text.Design.HasSerifs ? fonts.WithSerifs : fonts.WithoutSerifs;

    public SKColor Ink => Colour("ink");

    public SKColor Soft => Colour("soft");

    public SKColor Accent => text.Accent is { } own ? Opaque(own) : Colour("accent");

    public SKColor Line => text.Accent is null ? Colour("line") : IsClassic ? Tinted(LineTint) : Accent;

    /// <summary>The far edge of the ribbon, or hairlines.</summary>
    public SKColor Pale => text.Accent is null || IsClassic ? Colour("pale") : Tinted(PaleTint);

    public bool Has(string name) => design.Measures.ContainsKey(name);

    public double Of(string name) => Of(name, text.Language);

    public double Of(string name, CertificateLanguage language)
    {
        var measure = design.Measures[name];
        return language == CertificateLanguage.English ? measure.English : language == CertificateLanguage.Chinese ? measure.Chinese : measure.Mixed;
    }

    public TextStyle Style(string element, FontPair faces, SKColor colour) => Style(element, faces, colour, text.Language);

    /// <param name="element">Whose measures.</param>
    /// <param name="faces">What it is set in.</param>
    /// <param name="colour">Of the letters.</param>
    /// <param name="language">A name and a title are measured by their own script, not by the language of the certificate.</param>
    public TextStyle Style(string element, FontPair faces, SKColor colour, CertificateLanguage language)
    {
        var style = new TextStyle(faces, Of($"{element}.size", language), colour);
        return style with
        {
            LatinTracking = Or("latin-tracking", 0),
            HanTracking = Or("han-tracking", 0),
            HanScale = Or("han-scale", 1),
            ScriptGap = Or("script-gap", style.ScriptGap),
            PairGap = Or("pair-gap", style.PairGap),
        };

        double Or(string property, double standard) => Has($"{element}.{property}") ? Of($"{element}.{property}", language) : standard;
    }

    /// <summary>The organisation's logo in the place of the mark.</summary>
    /// <param name="left">Where it begins, given how wide it is, in millimetres.</param>
    public PlacedLogo? Logo(Func<double, double> left) => PlacedLogo.Within(text.Logo, Of("mark.width"), Of("mark.height"), left, Of("mark.y") + text.Paper.Down);

    public Fitting Fitting(string element, double width) => new(
        width, Of($"{element}.least"), Has($"{element}.least-of-two") ? Of($"{element}.least-of-two") : null, Has($"{element}.step") ? Of($"{element}.step") : 0.5);

    private SKColor Colour(string name) => Opaque(design.Colours[name]);

    private static SKColor Opaque(uint colour) => new(0xff000000 | colour);

    private SKColor Tinted(double white)
    {
        var accent = Accent;
        return new(Mix(accent.Red), Mix(accent.Green), Mix(accent.Blue));
        byte Mix(byte channel) => (byte)Math.Round(channel + ((255 - channel) * white));
    }
}
