using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Browser.Tests.Everybody;

/// <summary>A file of leads before it is sent, looked at, and brought in; and the lead into which a row of it was merged.</summary>
internal static class ImportPages
{
    public static async Task Walk(Tour tour)
    {
        var operations = await tour.As("吴桐");
        var known = await Pooled(tour);
        await operations.Open("/leads/import");
        var (arriving, other, unfit) = tour.IsEnglish ? ("Alder Mills", "Alder Mills again", "no address") : ("和顺机械", "和顺机械二厂", "没有邮箱");
        var sheet = $"company,contact,email,phone\n{arriving},{arriving},mills@alder.example,+44 20 7946 0001\n{other},{other},{known.Email},+44 20 7946 0002\n{unfit},{unfit},,\n";
        await operations.Page.Locator("#Sheet").SetInputFilesAsync(new FilePayload { Name = tour.IsEnglish ? "fair" : "展会线索", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(sheet) });
        await operations.Page.Locator("form[enctype] .btn-primary").ClickAsync();
        await operations.Look();
        await operations.Page.Locator("[name=SkipRefused]").CheckAsync();
        await operations.Page.Locator("form:has([name=SkipRefused]) .btn-primary").ClickAsync();
        await Assertions.Expect(operations.Page.Locator("[data-ended]")).ToBeVisibleAsync();
        await operations.Look();
        await operations.Open("/leads/import", $"/leads/{known.Id}");
    }

    private static async Task<LeadRow> Pooled(Tour tour)
    {
        await using var db = tour.Academy.Read();
        return await db.Set<LeadRow>().FirstAsync(lead => lead.State == LeadState.Pool);
    }
}
