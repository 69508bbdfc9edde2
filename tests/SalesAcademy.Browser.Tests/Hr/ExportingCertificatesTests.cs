using System.IO.Compression;
using Microsoft.Playwright;
using SalesAcademy.Web.Features.Demo;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Browser.Tests.Hr;

public sealed class ExportingCertificatesTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    private const string English = "Zoë O'Brien-Łukasiewicz";
    private const string Chinese = "欧阳娜娜";

    [Theory, InlineData("en", English), InlineData("zh-Hans", Chinese)]
    public async Task HR_downloads_certificates_and_anybody_reads_what_one_of_them_is_worth(string language, string holder)
    {
        var hr = await SignIn(language, "孙洁");
        await hr.Go("Certificates", "证书管理");
        await Filter(hr, hr.Say("Western Europe", "西欧团队"));
        await Assertions.Expect(hr.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = English })).ToHaveCountAsync(3);
        await Assertions.Expect(hr.Text(Chinese, Chinese)).ToHaveCountAsync(0);
        await Filter(hr, hr.Say("Every team", "所有团队"));

        var exported = await Unpack(await hr.Page.RunAndWaitForDownloadAsync(() => hr.Link("Export 6 as ZIP", "导出 6 张 ZIP").ClickAsync()));

        Assert.Equal(6, exported.Count);
        Assert.All(exported, document => Assert.Contains(document.Key.Contains(Chinese, StringComparison.Ordinal) ? Chinese : English, document.Value.Text, StringComparison.Ordinal));
        var (name, chosen) = exported.First(document => document.Key.Contains(holder, StringComparison.Ordinal));
        var stranger = await Window(language);
        await stranger.Page.GotoAsync((await chosen.Scan()).PathAndQuery);
        await stranger.Reads("Valid", "有效");
        await Assertions.Expect(stranger.Page.GetByText(holder)).ToBeVisibleAsync();

        await hr.Page.GetByRole(AriaRole.Link, new() { Name = hr.Say("Revoke", "吊销") + " " + name[..14] }).ClickAsync();
        await hr.Field("Reason", "吊销原因").FillAsync(hr.Say("Taken by somebody else", "由他人代考"));
        await hr.Button("Revoke", "吊销").ClickAsync();
        await Assertions.Expect(hr.Text("The certificate has been revoked.", "证书已吊销。")).ToBeVisibleAsync();
        await stranger.Page.ReloadAsync();
        await stranger.Reads("Revoked", "已吊销");
        await Assertions.Expect(stranger.Text("Taken by somebody else", "由他人代考")).ToHaveCountAsync(0);
    }

    [Theory, InlineData("en", "siqi", "discovery"), InlineData("zh-Hans", "haoran", "sales-process")]
    public async Task Anybody_reads_that_a_certificate_has_expired_and_later_that_another_has_taken_its_place(string language, string holder, string course)
    {
        OnceUnlessThorough(language);
        var person = DemoOrganisation.IdOf(holder);
        await Academy.Pass(person, course, daysAgo: 800);
        var old = (await Academy.CertificatesOf(person))[^1];
        var stranger = await Window(language);

        await stranger.Page.GotoAsync($"/v/{old.Code}");
        await stranger.Reads("Expired", "已过期");
        await Academy.Pass(person, course, daysAgo: 0);
        await stranger.Page.ReloadAsync();
        await stranger.Reads("Superseded", "已换发");
        await stranger.Link("Open it", "查看").ClickAsync();
        await stranger.Reads("Valid", "有效");
    }

    /// <summary>What the English and the Chinese colleague have earned lies between these days.</summary>
    private async Task Filter(Person hr, string team)
    {
        var today = Academy.The<Clock>().Today;
        await hr.Field("Team", "团队").SelectOptionAsync(team);
        await hr.Field("Issued from", "签发自").FillAsync($"{today.AddDays(-130):yyyy-MM-dd}");
        await hr.Field("to", "至").FillAsync($"{today.AddDays(-90):yyyy-MM-dd}");
        await hr.Page.Locator("#filters").GetByRole(AriaRole.Button).ClickAsync();
    }

    private static async Task<Dictionary<string, PdfText>> Unpack(IDownload download)
    {
        await using var zip = await ZipFile.OpenReadAsync(await download.PathAsync());
        var documents = new Dictionary<string, PdfText>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            await using var content = await entry.OpenAsync();
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            documents[entry.Name] = PdfText.Of(bytes.ToArray());
        }

        return documents;
    }
}
