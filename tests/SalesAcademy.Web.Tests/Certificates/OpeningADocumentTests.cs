using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;
using UglyToad.PdfPig;

namespace SalesAcademy.Web.Tests.Certificates;

public sealed class OpeningADocumentTests
{
    [Theory]
    [InlineData("Zoë O'Brien-Łukasiewicz", null, "en", "This certifies that", "Zoë O’Brien-Łukasiewicz", "22 November 2028")]
    [InlineData("欧阳娜娜", null, "zh-Hans", "兹证明", "欧阳娜娜", "2028年11月22日")]
    [InlineData("欧阳娜娜", "Ouyang Nana", "zh-Hans", "兹证明 This certifies that", "Ouyang Nana", "2028-11-22")]
    [InlineData("Gabriel Costa", null, "zh-Hans", "兹证明", "Gabriel Costa", "2028年11月22日")]
    public async Task It_speaks_the_holders_language_and_both_where_there_are_both_names(string name, string? latinName, string language, params string[] said)
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Address"] = "https://academy.lanteng.example" });
        var person = await app.Join(name, Role.Rep, profile: "sdr", language: language, latinName: latinName);
        using var browser = await app.SignIn(person);
        var certificate = await app.Certify(person);

        var bytes = await browser.Http.GetByteArrayAsync($"/certificates/{certificate.Id}/document.pdf", TestContext.Current.CancellationToken);

        using var pdf = PdfDocument.Open(bytes);
        var text = pdf.GetPage(1).Text;
        Assert.All([.. said, certificate.Number, certificate.Code, "academy.lanteng.example/v/"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_issued_is_given_out_again_byte_by_byte_whatever_has_changed_since()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("Anna Berg", Role.Rep, profile: "sdr");
        using var browser = await app.SignIn(person);
        var certificate = await app.Certify(person);
        var first = await browser.Http.GetByteArrayAsync($"/certificates/{certificate.Id}/document.pdf", TestContext.Current.CancellationToken);

        await app.Rename(person, "Anna Lindqvist");
        app.Time.Advance(TimeSpan.FromDays(40));
        using var later = await app.SignIn(person);
        var second = await later.Http.GetByteArrayAsync($"/certificates/{certificate.Id}/document.pdf", TestContext.Current.CancellationToken);

        Assert.Equal(first, second);
        await using var db = app.Read();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(second)), (await db.Set<DocumentRow>().SingleAsync(TestContext.Current.CancellationToken)).Hash);
    }

    [Fact]
    public async Task Only_the_holder_their_manager_and_hr_may_open_it()
    {
        await using var app = new AcademyApp();
        var (manager, otherManager) = (await app.Join("M1", Role.Manager), await app.Join("M2", Role.Manager));
        var (team, otherTeam) = (await app.Team("One", manager), await app.Team("Two", otherManager));
        var holder = await app.Join("Holder", Role.Rep, team, "sdr");
        var certificate = await app.Certify(holder);

        await Expect(HttpStatusCode.OK, holder, manager, await app.Join("H", Role.Hr), await app.Join("X", Role.Admin));
        await Expect(HttpStatusCode.NotFound, otherManager, await app.Join("Colleague", Role.Rep, team, "sdr"), await app.Join("Stranger", Role.Rep, otherTeam, "sdr"),
            await app.Join("Author", Role.Author), await app.Join("Ops", Role.SalesOps));

        async Task Expect(HttpStatusCode expected, params Guid[] people)
        {
            foreach (var person in people)
            {
                using var browser = await app.SignIn(person);
                Assert.Equal(expected, (await browser.Get($"/certificates/{certificate.Id}/document.pdf")).StatusCode);
            }
        }
    }

    [Fact]
    public async Task Its_headers_keep_it_out_of_caches_and_its_name_whole()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("欧阳娜娜", Role.Rep, profile: "sdr", language: "zh-Hans");
        using var browser = await app.SignIn(person);
        var certificate = await app.Certify(person);

        var answer = await browser.Get($"/certificates/{certificate.Id}/document.pdf?download=true");

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("LT-2026-000001-欧阳娜娜-需求挖掘.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("inline", (await browser.Get($"/certificates/{certificate.Id}/document.pdf")).Content.Headers.ContentDisposition!.DispositionType);
    }
}
