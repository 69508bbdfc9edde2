using System.Net;
using SalesAcademy.Domain.Shared;
using UglyToad.PdfPig;

namespace SalesAcademy.Web.Tests.Certificates.Desk;

public sealed class ReadingATranscriptTests
{
    [Fact]
    public async Task It_says_what_was_learned_and_whether_it_counted_on_a_day()
    {
        await using var app = new AcademyApp();
        var today = app.Clock.Today;
        var person = await app.Join("欧阳娜娜", Role.Rep, profile: "sdr", latinName: "Ouyang Nana");
        var held = await app.Holds(person, "discovery", today.AddDays(-20), today.AddDays(3));
        using var own = await app.SignIn(person);

        var now = await own.Open($"/certificates/people/{person}");
        var last = await own.Open($"/certificates/people/{person}?on={today.AddDays(3):yyyy-MM-dd}");
        var after = await own.Open($"/certificates/people/{person}?on={today.AddDays(4):yyyy-MM-dd}");
        var before = await own.Open($"/certificates/people/{person}?on={today.AddDays(-21):yyyy-MM-dd}");

        Assert.Contains(held.Number, now, StringComparison.Ordinal);
        Assert.Contains("<b>Yes</b>", last, StringComparison.Ordinal);
        Assert.Contains("<b>No</b>", after, StringComparison.Ordinal);
        Assert.Contains("No certificate had been issued by that day", before, StringComparison.Ordinal);
        Assert.Contains($"/certificates/people/{person}", await own.Open("/certificates"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_person_their_manager_and_hr_read_it()
    {
        await using var app = new AcademyApp();
        var (manager, stranger) = (await app.Join("Mona", Role.Manager), await app.Join("Max", Role.Manager));
        var person = await app.Join("Anna", Role.Rep, await app.Team("East", manager), "sdr");
        var colleague = await app.Join("Ben", Role.Rep, profile: "sdr");
        var (hr, operations) = (await app.Join("Helen", Role.Hr), await app.Join("Otto", Role.SalesOps));

        foreach (var (reader, expected) in new[] { (person, HttpStatusCode.OK), (manager, HttpStatusCode.OK), (hr, HttpStatusCode.OK), (stranger, HttpStatusCode.NotFound), (colleague, HttpStatusCode.NotFound), (operations, HttpStatusCode.NotFound) })
        {
            using var browser = await app.SignIn(reader);
            foreach (var url in new[] { $"/certificates/people/{person}", $"/certificates/people/{person}/transcript.pdf" })
                Assert.Equal((url, expected), (url, (await browser.Get(url)).StatusCode));
        }
    }

    [Fact]
    public async Task From_a_lead_it_is_read_as_of_the_day_the_lead_was_assigned()
    {
        await using var app = new AcademyApp();
        var floor = new Leads.Floor(app);
        var manager = await app.Join("Mona", Role.Manager);
        var seller = await floor.ReadySeller("Lin Yue", await app.Team("East", manager));
        var lead = await floor.Arrives();
        await floor.Until(lead, row => row.Owner == seller);
        using var boss = await app.SignIn(manager);
        using var operations = await app.SignIn(await app.Join("Otto", Role.SalesOps));

        Assert.Contains($"/certificates/people/{seller}?on=2026-11-23", await boss.Open($"/leads/{lead}"), StringComparison.Ordinal);
        Assert.DoesNotContain("/certificates/people/", await operations.Open($"/leads/{lead}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("欧阳娜娜", "Ouyang Nana", "zh-Hans", "学习记录", "截至")]
    [InlineData("Aleksandra Katarzyna O'Brien-Łukasiewicz von und zu Hohenstein-Wittgenstein", null, "en", "Transcript", "As of")]
    [InlineData("Nana 欧阳 O'Brien", null, "en", "Transcript", "As of")]
    public async Task The_pdf_is_sound_and_its_words_can_be_copied(string name, string? latinName, string language, string title, string basis)
    {
        await using var app = new AcademyApp();
        var person = await app.Join(name, Role.Rep, profile: "sdr", language: language, latinName: latinName);
        for (var i = 0; i < 40; i++)
            await app.Holds(person, $"大型集团客户多年期框架协议谈判 framework agreements of several years, part {i}", app.Clock.Today.AddDays(-i), app.Clock.Today.AddDays(300));
        using var own = await app.SignIn(person);

        var bytes = await own.Http.GetByteArrayAsync($"/certificates/people/{person}/transcript.pdf", TestContext.Current.CancellationToken);

        var file = Path.Combine(app.DataFolder, "transcript.pdf");
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        await Programs.Output("qpdf", "--check", file);
        var text = await Programs.Output("pdftotext", "-layout", file, "-");
        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.Contains(basis, text, StringComparison.Ordinal);
        Assert.Contains(name.Split(' ')[0], text, StringComparison.Ordinal);
        Assert.Contains("LT-2026-000001", text, StringComparison.Ordinal);
        using var document = PdfDocument.Open(bytes);
        Assert.InRange(document.NumberOfPages, 2, 6);
    }
}
