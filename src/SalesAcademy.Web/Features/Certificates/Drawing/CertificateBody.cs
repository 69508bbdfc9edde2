namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The body of a certificate, from the title down to the closing line, by the measures of its design.</summary>
internal sealed class CertificateBody(CertificateText text, PageDesign design, double width)
{
    private readonly bool isMixed = text.Language == CertificateLanguage.Mixed;

    public IReadOnlyList<StackEntry> Entries() => [.. Titles(), Lead(), .. isMixed ? MixedStatement() : Statement()];

    private IEnumerable<StackEntry> Titles()
    {
        var title = design.Style("title", isMixed ? design.Faces.MixedTitle : design.Faces.Title, design.Accent);
        var (whole, chinese, english) = (text.Title.In(text.Language), text.Title.In(CertificateLanguage.Chinese), text.Title.In(CertificateLanguage.English));
        var isTwoLines = isMixed && design.Has("english-title.size") && chinese != english;
        yield return new(nameof(text.Title), design.Fitting("title", width).Fit(nameof(text.Title), isTwoLines ? chinese : whole, title), 0);
        if (isTwoLines)
            yield return Fitted(nameof(text.Title), english, "english-title", design.Style("english-title", design.Faces.Title, design.Accent));
    }

    private StackEntry Lead() => new(
        nameof(text.Language),
        new FittedText([CertificateWords.Lead.In(text.Language)], design.Style("lead", design.IsClassic && text.Language == CertificateLanguage.Chinese ? design.Faces.Text : design.Faces.Italic, design.Soft)),
        design.Of("lead.gap"));

    private IEnumerable<StackEntry> Statement()
    {
        var colour = design.IsClassic || text.Language == CertificateLanguage.Chinese ? design.Ink : design.Soft;
        yield return Holder(text.Holder.In(text.Language));
        yield return Fitted(nameof(text.Statement), text.Statement.In(text.Language), "statement", design.Style("statement", design.Faces.Text, colour));
        yield return Course(text.Course.In(text.Language));
        if (text.Closing is { } closing)
            yield return Fitted(nameof(text.Closing), closing.In(text.Language), "closing", design.Style("closing", design.Faces.Text, colour));
    }

    private IEnumerable<StackEntry> MixedStatement()
    {
        var (chineseName, latinName) = (text.Holder.In(CertificateLanguage.Chinese), text.Holder.In(CertificateLanguage.English));
        yield return Holder(chineseName);
        var hasBothNames = chineseName != latinName;
        if (hasBothNames)
            yield return Fitted(nameof(text.Holder), latinName, "latin-holder", design.Style("latin-holder", design.Faces.Italic, design.Ink));

        var (chinese, english) = (text.Statement.In(CertificateLanguage.Chinese), text.Statement.In(CertificateLanguage.English));
        yield return Fitted(nameof(text.Statement), chinese, "statement", design.Style("statement", design.Faces.Text, design.Ink)) with
        {
            Gap = design.Of("statement.gap", hasBothNames ? CertificateLanguage.Mixed : CertificateLanguage.Chinese),
        };
        if (chinese != english)
            yield return Fitted(nameof(text.Statement), english, "english-statement", design.Style("english-statement", design.Faces.Italic, design.Soft));

        // One course title, and in English, the language it was taught in beside the Chinese of the rest.
        yield return Course(text.Course.In(CertificateLanguage.English));
    }

    private StackEntry Holder(string name)
    {
        var language = LanguageOf(name);
        var style = design.Style("holder", design.Faces.Display, design.Ink, language) with { HanTracking = NameTracking(name) * design.Of("holder.spread") };
        return Fitted(nameof(text.Holder), name, "holder", style) with { Gap = design.Of("holder.gap", language) };
    }

    private StackEntry Course(string course) => Fitted(
        nameof(text.Course), course, "course", design.Style("course", design.Faces.Display, design.IsClassic ? design.Accent : design.Ink, LanguageOf(course)),
        design.Has("course.inset") ? text.Paper.Width - (2 * design.Of("course.inset")) : width);

    private StackEntry Fitted(string field, string words, string element, TextStyle style, double? within = null) =>
        new(field, design.Fitting(element, within ?? width).Fit(field, words, style), design.Of($"{element}.gap"), design.Has($"{element}.leading") ? design.Of($"{element}.leading") : 1.16);

    // A name in Latin letters is set as such on every certificate.
    private CertificateLanguage LanguageOf(string words) =>
        !ScriptRuns.HasHan(words) ? CertificateLanguage.English : isMixed ? CertificateLanguage.Mixed : CertificateLanguage.Chinese;

    /// <summary>The shorter a Chinese name, the wider it is set, so that it holds the line.</summary>
    private static double NameTracking(string name) => name.EnumerateRunes().Count() switch
    {
        <= 2 => 0.50,
        3 => 0.25,
        4 => 0.12,
        _ => 0.04,
    };
}
