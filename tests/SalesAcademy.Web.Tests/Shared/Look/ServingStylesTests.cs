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

        var sheet = await visitor.Get(Assert.Single(Sheet().Matches(page)).Groups[1].Value);
        var styles = await sheet.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var fonts = Font().Matches(styles).Select(match => match.Groups[1].Value).Distinct().ToArray();
        var preloaded = await visitor.Get(Preload().Match(page).Groups[1].Value);
        var another = await visitor.Get($"/lib/site/{fonts[0]}");

        Assert.DoesNotContain("@import", styles, StringComparison.Ordinal);
        Assert.True(fonts.Length > 90, "Chinese comes in about a hundred parts");
        Assert.All([sheet, preloaded, another], answer => Assert.Contains("immutable", answer.EnsureSuccessStatusCode().Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal));
    }

    [GeneratedRegex("""<link rel="stylesheet" href="([^"]+)">""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sheet();

    [GeneratedRegex("""<link rel="preload" href="([^"]+\.woff2)" """, RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Preload();

    [GeneratedRegex("""url\("?\./([^")]+\.woff2)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Font();
}
