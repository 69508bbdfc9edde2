using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>How a line is set. The size is in points; tracking and gaps are in em.</summary>
internal sealed record TextStyle(FontPair Fonts, double Size, SKColor Colour)
{
    public double LatinTracking { get; init; }

    public double HanTracking { get; init; }

    /// <summary>Chinese looks larger than Latin of the same size; beside Latin it is set by this much smaller.</summary>
    public double HanScale { get; init; } = 1;

    /// <summary>Between Latin and Chinese inside a sentence.</summary>
    public double ScriptGap { get; init; } = 0.20;

    /// <summary>Between the two languages of a pair.</summary>
    public double PairGap { get; init; } = 0.62;

    /// <summary>Large text aligns by its ink, because the side bearing of the first letter would show.</summary>
    public bool AlignsByInk { get; init; } = Size >= 10;
}
