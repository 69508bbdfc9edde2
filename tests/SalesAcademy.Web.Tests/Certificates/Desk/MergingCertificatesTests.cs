using System.Net;
using System.Text;
using SalesAcademy.Domain.Shared;
using UglyToad.PdfPig;

namespace SalesAcademy.Web.Tests.Certificates.Desk;

public sealed class MergingCertificatesTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task All_that_a_filter_finds_is_one_sound_pdf_in_the_order_of_their_numbers(Store store)
    {
        await using var app = new AcademyApp(store);
        string[] names = ["欧阳娜娜", "Anna Berg", "O'Brien-Łukasiewicz"];
        foreach (var name in names)
            await app.Certify(await app.Join(name, Role.Rep, profile: "sdr", latinName: name == "欧阳娜娜" ? "Ouyang Nana" : null));
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));

        var answer = await hr.Get("/certificates/desk/export/merged.pdf");
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var file = Path.Combine(app.DataFolder, "merged.pdf");
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        await Programs.Output("qpdf", "--check", file);
        using var document = PdfDocument.Open(bytes);
        Assert.Equal(names.Length, document.NumberOfPages);
        Assert.Equal(names.Length + 1, Encoding.Latin1.GetString(bytes).Split("/Subtype /Form").Length - 1); // each code, and the ribbon of all
        foreach (var (i, name) in names.Index())
        {
            var text = await Programs.Output("pdftotext", "-f", $"{i + 1}", "-l", $"{i + 1}", file, "-");
            Assert.Contains($"LT-2026-{i + 1:D6}", text, StringComparison.Ordinal);
            Assert.Contains(name.Replace('\'', '’'), text.Replace('\'', '’'), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Each_page_looks_as_the_certificate_does()
    {
        await using var app = new AcademyApp();
        var first = await app.Certify(await app.Join("Anna Berg", Role.Rep, profile: "sdr"));
        await app.Certify(await app.Join("Ben Carter", Role.Rep, profile: "sdr"));
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));

        var (one, both) = (await Save(hr, app, $"/certificates/{first.Id}/document.pdf", "one"), await Save(hr, app, "/certificates/desk/export/merged.pdf", "both"));

        Assert.Equal(await Picture(one, app), await Picture(both, app));
    }

    [Fact]
    public async Task Those_chosen_on_the_page_and_no_others_and_only_for_hr()
    {
        await using var app = new AcademyApp();
        var anna = await app.Join("Anna Berg", Role.Rep, profile: "sdr");
        await app.Certify(anna);
        var two = await app.Certify(await app.Join("Ben Carter", Role.Rep, profile: "sdr"));
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));
        using var seller = await app.SignIn(anna);

        var answer = await hr.Get($"/certificates/desk/export/chosen/merged.pdf?id={two.Id}");

        using var document = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, document.NumberOfPages);
        Assert.Equal(HttpStatusCode.Forbidden, (await seller.Get("/certificates/desk/export/merged.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await hr.Get("/certificates/desk/export/chosen/merged.pdf")).StatusCode);
    }

    private static async Task<string> Save(Browser browser, AcademyApp app, string url, string name)
    {
        var file = Path.Combine(app.DataFolder, $"{name}.pdf");
        await File.WriteAllBytesAsync(file, await browser.Http.GetByteArrayAsync(url, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return file;
    }

    private static async Task<string> Picture(string file, AcademyApp app)
    {
        var picture = Path.Combine(app.DataFolder, Path.GetFileNameWithoutExtension(file));
        await Programs.Output("pdftoppm", "-r", "50", "-f", "1", "-l", "1", "-singlefile", "-png", file, picture);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync($"{picture}.png", TestContext.Current.CancellationToken)));
    }
}
