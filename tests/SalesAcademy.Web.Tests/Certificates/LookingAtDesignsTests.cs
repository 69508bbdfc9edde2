using System.Net;
using System.Text.RegularExpressions;
using SalesAcademy.Domain.Shared;
using SkiaSharp;
using UglyToad.PdfPig;

namespace SalesAcademy.Web.Tests.Certificates;

/// <summary>HR and authors see how certificates would look, and get nothing that could pass for one.</summary>
public sealed partial class LookingAtDesignsTests
{
    [Theory]
    [InlineData(Role.Hr, "a4", 842)]
    [InlineData(Role.Author, "letter", 792)]
    public async Task Every_design_is_shown_with_every_name_and_each_page_is_a_specimen(Role role, string paper, int width)
    {
        await using var app = new AcademyApp();
        using var reader = await app.SignIn(await app.Join("Helen", role));

        var html = await reader.Open($"/certificates/designs?certification=discovery&paper={paper}");

        var pictures = Picture().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value)).ToArray();
        Assert.Equal(10, pictures.Length);
        foreach (var picture in pictures)
        {
            using var drawn = SKBitmap.Decode(await (await reader.Get(picture)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal(1200, drawn.Width);
            using var pdf = PdfDocument.Open(await (await reader.Get(picture.Replace(".png", ".pdf", StringComparison.Ordinal))).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal(width, pdf.GetPage(1).Width, 0.5);
            Assert.Matches("Specimen, not a certificate|样本，并非证书", pdf.GetPage(1).Text);
            Assert.Contains("SPECIMEN", pdf.GetPage(1).Text, StringComparison.Ordinal);
        }

        Assert.Empty(await app.Certificates());
        Assert.Contains("/certificates/designs", role == Role.Hr ? await reader.Open("/certificates/desk") : html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/certificates/designs/nowhere/Short.pdf")]
    [InlineData("/certificates/designs/modern/Other.png")]
    [InlineData("/certificates/designs/modern/77.png")]
    public async Task What_there_is_not_is_not_found(string address)
    {
        await using var app = new AcademyApp();
        using var reader = await app.SignIn(await app.Join("Helen", Role.Hr));

        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get(address)).StatusCode);
    }

    [GeneratedRegex("src=\"(?<address>/certificates/designs/[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Picture();
}
