using System.Text;
using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Demo;

namespace SalesAcademy.Browser.Tests.Hr;

/// <summary>What human resources see of certificates and of people.</summary>
internal static class HrsPages
{
    public static async Task Walk(Tour tour)
    {
        // No font of the app has this character, so the certificate waits for HR.
        var undrawable = await tour.Academy.Join("王𰻞", Role.Rep, "zh-Hans", team: "east", profile: "sdr");
        await tour.Academy.Pass(undrawable.Id, "sales-process", daysAgo: 0);
        var hr = await tour.As("孙洁");
        await Certificates(tour, hr);
        await People(hr);
    }

    private static async Task Certificates(Tour tour, Visitor hr)
    {
        await hr.Open("/", "/certificates/desk", "/certificates/desk?q=nobody");
        var certificate = (await tour.Academy.CertificatesOf(DemoOrganisation.IdOf("zhaolei")))[0];
        await hr.Open($"/certificates/{certificate.Id}/revocation");
        await hr.Person.Field("Reason", "吊销原因").FillAsync(" ");
        await hr.Person.Button("Revoke", "吊销").ClickAsync();
        await hr.Look();
        await hr.Person.Field("Reason", "吊销原因").FillAsync(hr.Person.Say("Issued by mistake", "误发"));
        await hr.Person.Button("Revoke", "吊销").ClickAsync();
        await hr.Look();
        await hr.Open("/certificates/desk?state=revoked", $"/certificates/verify/{certificate.Code}");
        var seller = DemoOrganisation.IdOf("zhaolei");
        await Recognition(hr, seller);
        await Bulk(hr);
        await hr.Open($"/certificates/{(await tour.Academy.CertificatesOf(DemoOrganisation.IdOf("zhaolei")))[^1].Id}/correction");
        await Reports(hr);
        await hr.Open("/certificates/compliance", "/certificates/compliance?holding=held&tier=enterprise", "/certificates/compliance?on=2020-01-01", $"/certificates/people/{seller}", $"/certificates/people/{seller}?on=2020-01-01");
    }

    private static async Task Bulk(Visitor hr)
    {
        await hr.Open("/certificates/bulk");
        await hr.Page.Locator("#Certification").SelectOptionAsync("sales-process");
        await hr.Page.Locator("input[name=Waives][value=Certification]").CheckAsync();
        await hr.Page.Locator("#Reason").FillAsync(hr.Person.Say("Sold for ten years elsewhere", "曾在其他公司从事销售十年"));
        await hr.Page.Locator("main .btn-primary").ClickAsync();
        await hr.Look();
        await hr.Page.Locator("form[action='/certificates/bulk'] .btn-primary").ClickAsync();
        await hr.Page.WaitForURLAsync("**/certificates/bulk/*-*");
        await hr.Look();
    }

    private static async Task Reports(Visitor hr)
    {
        await hr.Open("/certificates/reports", "/certificates/compliance", "/certificates/reports/new?list=certificates&state=expiring");
        await hr.Page.Locator("#Name").FillAsync(hr.Person.Say("Ending soon", "即将到期的证书"));
        await hr.Page.Locator("main .btn-primary").ClickAsync();
        await hr.Look();
        await hr.Page.Locator("form[action$='/mailing'] .btn-primary").ClickAsync();
        await hr.Look();
        await hr.Open("/certificates/reports");
        await hr.Page.Locator(".row-acts .btn").First.ClickAsync();
        await hr.Page.Locator("form[action$='/deletion'] button").ClickAsync();
        await hr.Look();
    }

    private static async Task Recognition(Visitor hr, Guid seller)
    {
        await hr.Open($"/certificates/people/{seller}/waivers");
        await hr.Page.Locator("#Target").SelectOptionAsync("course/working-together");
        await hr.Page.Locator("#Reason").FillAsync(hr.Person.Say("Taught it elsewhere", "曾在其他公司讲授"));
        await hr.Person.Button("Do not ask it of them", "免除").ClickAsync();
        await hr.Look();
        foreach (var title in new[] { hr.Person.Say("Negotiation", "谈判技巧"), hr.Person.Say("Presenting", "演示技巧") })
        {
            await hr.Open($"/certificates/people/{seller}/external");
            await hr.Page.Locator("#Title").FillAsync(title);
            await hr.Page.Locator("#Issuer").FillAsync(hr.Person.Say("Institute of Sales", "销售研究院"));
            await hr.Page.Locator("#IssuedOn").FillAsync("2026-03-02");
            await hr.Page.Locator("#Document").SetInputFilesAsync(new FilePayload { Name = "certificate.pdf", MimeType = "application/pdf", Buffer = Encoding.UTF8.GetBytes($"%PDF-1.4\n{title}\n%%EOF") });
            await hr.Page.Locator("form[enctype] .btn-primary").ClickAsync();
        }

        await hr.Look();
        await hr.Page.Locator("button[name=Accept][value=true]").First.ClickAsync();
        await hr.Look();
        await hr.Open("/certificates/external");
    }

    private static async Task People(Visitor hr)
    {
        await hr.Open("/people", "/people?q=nobody", "/people/teams", "/people/new");
        await hr.Person.Field("Name, as its owner writes it", "姓名（按本人写法）").FillAsync("12");
        await hr.Page.Locator("#Email").FillAsync("somebody@lanteng.example");
        await hr.Page.Locator("#Password").FillAsync("123456789012");
        await hr.Person.Button("Add", "新增").ClickAsync();
        await hr.Look();
        await hr.Open($"/people/{hr.Whom("jonas", "haoran")}");
        await hr.Page.Locator("#Reason").FillAsync(hr.Person.Say("Left the company", "已离职"));
        await hr.Person.Button("Suspend", "停用账号").ClickAsync();
        await hr.Look();
        await hr.Page.Locator("#ErasureReason").FillAsync(hr.Person.Say("Asked for it", "本人申请"));
        await hr.Person.Button("Erase after that time", "到期抹除").ClickAsync();
        await hr.Look();
        await hr.Open("/people?state=suspended", "/audit", "/audit?q=nobody", "/people/import");
        var sheet = $"email,name,first day\nnew@lanteng.example,{hr.Person.Say("New Person", "新同事")},2026-11-30\n";
        await hr.Page.Locator("#Sheet").SetInputFilesAsync(new FilePayload { Name = hr.Person.Say("staff", "人员名单"), MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(sheet) });
        await hr.Page.Locator("form[enctype] .btn-primary").ClickAsync();
        await hr.Look();
    }
}
