namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The body of the Modern design, from the title down to the closing line. Sizes in points, gaps in millimetres.</summary>
internal static class ModernBody
{
    public static IReadOnlyList<StackEntry> Of(CertificateText text, FontLibrary fonts, double width)
    {
        var entries = text.Language == CertificateLanguage.Mixed ? Mixed(text, fonts, width) : OneLanguage(text, fonts, width);
        return [.. entries];
    }

    private static IEnumerable<StackEntry> OneLanguage(CertificateText text, FontLibrary fonts, double width)
    {
        var chinese = text.Language == CertificateLanguage.Chinese;
        var sentence = new TextStyle(fonts.Regular, chinese ? 12 : 11.5, chinese ? Palette.Ink : Palette.Soft);
        var fitting = new Fitting(width, 10, 9.5);

        var title = new TextStyle(fonts.SemiBold, chinese ? 17 : 15.5, Palette.Teal) { LatinTracking = -0.012, HanTracking = 0.14 };
        yield return new(nameof(text.Title), new Fitting(width, 12).Fit(nameof(text.Title), text.Title.In(text.Language), title), 0);

        yield return new(nameof(text.Language), new FittedText([CertificateWords.Lead.In(text.Language)], sentence with { HanTracking = 0.06, Colour = Palette.Soft }), 13);

        yield return Name(text.Holder.In(text.Language), fonts, width);

        yield return new(nameof(text.Statement), fitting.Fit(nameof(text.Statement), text.Statement.In(text.Language), sentence with { HanTracking = 0.03 }), 14, Leading: 1.4);

        yield return Course(text.Course.In(text.Language), fonts, width);

        if (text.Closing is { } closing)
            yield return new(nameof(text.Closing), fitting.Fit(nameof(text.Closing), closing.In(text.Language), sentence with { HanTracking = 0.06 }), chinese ? 10.5 : 9, Leading: 1.4);
    }

    private static IEnumerable<StackEntry> Mixed(CertificateText text, FontLibrary fonts, double width)
    {
        var title = new TextStyle(fonts.Medium, 14.5, Palette.Teal) { LatinTracking = -0.005, HanTracking = 0.08, HanScale = 0.97 };
        yield return new(nameof(text.Title), new Fitting(width, 11).Fit(nameof(text.Title), text.Title.In(text.Language), title), 0);

        var lead = new TextStyle(fonts.Regular, 11, Palette.Soft) { HanTracking = 0.04, HanScale = 0.97 };
        yield return new(nameof(text.Language), new FittedText([CertificateWords.Lead.In(text.Language)], lead), 13);

        var (chineseName, latinName) = (text.Holder.In(CertificateLanguage.Chinese), text.Holder.In(CertificateLanguage.English));
        yield return Name(chineseName, fonts, width);
        var hasBothNames = chineseName != latinName;
        if (hasBothNames)
            yield return new(nameof(text.Holder), new Fitting(width, 10, 9).Fit(nameof(text.Holder), latinName, new TextStyle(fonts.Regular, 14, Palette.Ink) { LatinTracking = -0.008 }), 8.4);

        var (chinese, english) = (text.Statement.In(CertificateLanguage.Chinese), text.Statement.In(CertificateLanguage.English));
        var sentence = new TextStyle(fonts.Regular, 12, Palette.Ink) { HanTracking = 0.03 };
        yield return new(nameof(text.Statement), new Fitting(width, 10, 9.5).Fit(nameof(text.Statement), chinese, sentence), hasBothNames ? 11.5 : 14, Leading: 1.4);
        if (chinese != english)
            yield return new(nameof(text.Statement), new Fitting(width, 9.5, 9).Fit(nameof(text.Statement), english, new TextStyle(fonts.Regular, 10.5, Palette.Soft)), 5.8, Leading: 1.4);

        // One course title, and in English, the language it was taught in beside the Chinese of the rest.
        yield return Course(text.Course.In(CertificateLanguage.English), fonts, width);
    }

    private static StackEntry Name(string name, FontLibrary fonts, double width)
    {
        var han = ScriptRuns.HasHan(name);
        var style = new TextStyle(fonts.SemiBold, han ? 40 : 36, Palette.Ink)
        {
            LatinTracking = han ? 0 : -0.022,
            HanTracking = NameTracking(name),
        };
        return new(nameof(CertificateText.Holder), new Fitting(width, 25, 16).Fit(nameof(CertificateText.Holder), name, style), han ? 18 : 16.4);
    }

    private static StackEntry Course(string course, FontLibrary fonts, double width)
    {
        var style = new TextStyle(fonts.SemiBold, ScriptRuns.HasHan(course) ? 22 : 21, Palette.Ink) { LatinTracking = -0.018, HanTracking = 0.04 };
        return new(nameof(CertificateText.Course), new Fitting(width, 17, 13).Fit(nameof(CertificateText.Course), course, style), 12, Leading: 1.24);
    }

    /// <summary>The shorter a Chinese name, the wider it is set, so that it holds the line; Modern takes three fifths of the classic measure.</summary>
    private static double NameTracking(string name) => 0.6 * name.EnumerateRunes().Count() switch
    {
        <= 2 => 0.50,
        3 => 0.25,
        4 => 0.12,
        _ => 0.04,
    };
}
