using System.Text.RegularExpressions;

namespace SalesAcademy.Web.Tests.Shared.Look;

public sealed partial class ServingStylesTests
{
    [Fact]
    public async Task A_page_asks_for_one_style_sheet_and_neither_it_nor_a_font_is_asked_for_again()
    {
        await using var app = new AcademyApp();
        using var visitor = app.Visitor();
        var page = await visitor.Open("/people/sign-in");

        var sheet = Assert.Single(Sheet().Matches(page)).Groups["file"].Value;
        var styles = await visitor.Open(sheet);
        var fonts = Font().Matches(styles).Select(match => match.Groups["file"].Value).Distinct().ToArray();
        var preloaded = await visitor.Get(Preload().Match(page).Groups["file"].Value);
        var another = await visitor.Get($"/lib/site/{fonts[0]}");

        Assert.Matches(@"^/lib/site/site\.\w{10}\.css$", sheet); // such an address is kept for ever once published
        Assert.DoesNotContain("@import", styles, StringComparison.Ordinal);
        Assert.True(fonts.Length > 90, "Chinese comes in about a hundred parts");
        Assert.All([preloaded, another], answer => Assert.Contains("immutable", answer.EnsureSuccessStatusCode().Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal));
    }

    [GeneratedRegex("""<link rel="stylesheet" href="(?<file>[^"]+)">""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sheet();

    [GeneratedRegex("""<link rel="preload" href="(?<file>[^"]+\.woff2)" """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Preload();

    [GeneratedRegex("""url\("?\./(?<file>[^")]+\.woff2)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Font();
}
