namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>A line where it stands on the page: pen position and baseline, in millimetres from the top left.</summary>
internal sealed record PlacedLine(SetLine Line, double X, double Baseline, SkiaSharp.SKColor Colour);

internal sealed record PlacedRule(double From, double To, double Y);

internal sealed record PlacedLink(string Address, double Left, double Top, double Right, double Bottom);

/// <summary>A page and what is drawn under its words.</summary>
internal sealed record LaidOut(CertificatePage Page, Artwork Artwork);

/// <summary>What the layout decides, before anything is drawn; the faces are subset from exactly these lines.</summary>
/// <param name="width">In millimetres.</param>
/// <param name="height">In millimetres.</param>
/// <param name="down">How much lower than asked for everything stands.</param>
internal sealed class CertificatePage(double width, double height, double down = 0)
{
    private readonly List<PlacedLine> _lines = [];
    private readonly List<PlacedRule> _rules = [];

    public double Width => width;

    public double Height => height;

    public IReadOnlyList<PlacedLine> Lines => _lines;

    public IReadOnlyList<PlacedRule> Rules => _rules;

    public PlacedLink? VerificationLink { get; private set; }

    public void Write(string field, string text, double left, double baseline, Fitting fitting, TextStyle style) =>
        Write(field, text, left, baseline, fitting.Fit(field, text, style).Style);

    public void Write(string field, string text, double left, double baseline, TextStyle style)
    {
        var line = Typesetter.Set(field, text, style);
        _lines.Add(new PlacedLine(line, style.AlignsByInk ? left - line.InkStart : left, baseline + down, style.Colour));
    }

    public void WriteAbout(string field, string text, double centre, double baseline, Fitting fitting, TextStyle style) =>
        WriteAbout(field, text, centre, baseline, fitting.Fit(field, text, style).Style);

    /// <summary>Centred by its ink.</summary>
    public void WriteAbout(string field, string text, double centre, double baseline, TextStyle style)
    {
        var line = Typesetter.Set(field, text, style);
        _lines.Add(new PlacedLine(line, centre - ((line.InkStart + line.InkEnd) / 2), baseline + down, style.Colour));
    }

    /// <summary>Right-aligned.</summary>
    public void WriteBefore(string field, string text, double right, double baseline, Fitting fitting, TextStyle style)
    {
        var line = Typesetter.Set(field, text, fitting.Fit(field, text, style).Style);
        _lines.Add(new PlacedLine(line, right - (style.AlignsByInk ? line.InkEnd : line.Advance), baseline + down, style.Colour));
    }

    public void Rule(double from, double to, double y) => _rules.Add(new PlacedRule(from, to, y + down));

    public void Link(string address, double left, double top, double right, double bottom) =>
        VerificationLink = new PlacedLink(address, left, top + down, right, bottom + down);
}
