using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Browser.Tests.Manager;

/// <summary>What managers see of their team, of one person in it, and of its leads.</summary>
internal static class ManagersPages
{
    public static async Task Walk(Tour tour)
    {
        var manager = await tour.As(tour.IsEnglish ? "Aisha Rahman" : "周明哲");
        await LiveBoard(tour, manager);
        await Scorecard(manager);
        await Correction(manager);
        var rep = manager.Whom("zoe", "nana");
        await manager.Open("/", "/readiness/team", "/readiness/team?sort=Name", $"/readiness/{rep}/parts", "/paths", $"/paths/{rep}", "/leads/health", "/notices", "/coaching/notes", "/coaching/snippets");
        await Leads(tour, manager);
        await Accommodation(manager, rep);
        await Availability(manager, rep);
    }

    private static async Task Availability(Visitor manager, Guid rep)
    {
        await manager.Open($"/people/{rep}/availability");
        await manager.Page.Locator("#Kind").SelectOptionAsync("industry");
        await manager.Page.Locator("#Value").FillAsync(manager.Person.Say("logistics", "物流"));
        await manager.Page.Locator("#tag-reason").FillAsync(manager.Person.Say("Sold to hauliers for three years.", "做过三年物流行业销售。"));
        await manager.Person.Button("Add", "添加").ClickAsync();
        await manager.Look();
    }

    private static async Task Accommodation(Visitor manager, Guid rep)
    {
        await manager.Open($"/quizzes/accommodations/{rep}");
        await manager.Page.Locator("#ExtraAttempts").FillAsync("1");
        await manager.Page.Locator("#Until").FillAsync($"{manager.Academy.The<Clock>().Today.AddDays(7):yyyy-MM-dd}");
        await manager.Page.Locator("#Reason").FillAsync(manager.Person.Say("The line broke during the examination.", "考试时网络中断。"));
        await manager.Page.Locator("form .btn-primary").ClickAsync();
        await manager.Look();
    }

    private static async Task LiveBoard(Tour tour, Visitor manager)
    {
        var reader = await tour.As(tour.IsEnglish ? "Noah Becker" : "赵磊");
        await reader.Page.GotoAsync("/courses/sales-process/stages");
        await manager.Open("/coaching/board", "/coaching/board?show=exam");
        await manager.Page.GotoAsync($"/coaching/board/{manager.Whom("noah", "zhaolei")}");
        await Assertions.Expect(manager.Page.Locator(".passages")).ToBeVisibleAsync();
        await manager.Look();
        await manager.Person.Field("Note", "便签内容").FillAsync(" ");
        manager.Person.IsDisturbed = true; // the console tells of the refusal
        await manager.Person.Button("Send note", "发送便签").ClickAsync();
        await Assertions.Expect(manager.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(manager.Person.Say("Write something first.", "请先写点内容。"));
        manager.Person.IsDisturbed = false;
        await manager.Look();
        await manager.Person.Field("Note", "便签内容").FillAsync(manager.Person.Say("Ask this on your next call.", "下次通话就问这一句。"));
        await manager.Person.Button("Send note", "发送便签").ClickAsync();
        await Assertions.Expect(manager.Page.Locator("#earlier .note")).ToBeVisibleAsync();
        await manager.Look();
        await Assertions.Expect(reader.Page.Locator("[data-note]").First).ToBeVisibleAsync();
        await reader.Look();
        await manager.Open($"/coaching/notes/{await reader.Page.Locator("[data-note]").First.GetAttributeAsync("data-note")}/passage");
    }

    private static async Task Scorecard(Visitor manager)
    {
        await manager.Open($"/coaching/scorecards/new?person={manager.Whom("tom", "siqi")}");
        var submit = manager.Person.Button("Finish and submit", "完成并提交");
        await submit.ClickAsync();
        await manager.Look();
        foreach (var row in await manager.Page.Locator(".rubric-row").AllAsync())
            await row.GetByRole(AriaRole.Radio).Nth(3).CheckAsync();
        await submit.ClickAsync();
        await manager.Person.Reads("Scorecard:", "评分卡：");
        await manager.Look();
        await manager.Open($"/coaching/scorecards/new?person={manager.Whom("tom", "siqi")}");
    }

    private static async Task Correction(Visitor manager)
    {
        var today = manager.Academy.The<Clock>().Today;
        await manager.Open($"/readiness/{manager.Whom("tom", "siqi")}");
        foreach (var days in new[] { 300, 7 })
        {
            await manager.Person.Field("Tier", "等级").SelectOptionAsync("A");
            await manager.Person.Field("Last day", "最后一天").FillAsync($"{today.AddDays(days):yyyy-MM-dd}");
            await manager.Page.Locator("#Reason").FillAsync(manager.Person.Say("Two strong calls this week.", "这周两次通话都很扎实。"));
            await manager.Person.Button("Set the tier", "确定").ClickAsync();
            await manager.Look();
        }
    }

    private static async Task Leads(Tour tour, Visitor manager)
    {
        await using var db = tour.Academy.Read();
        var rep = manager.Whom("zoe", "nana");
        var owned = await db.Set<LeadRow>().FirstAsync(lead => lead.Owner == rep);
        // On a workday somebody may be due for every one that waits; then it is one that nobody could be given.
        var unowned = await db.Set<LeadRow>().FirstAsync(lead => (lead.State == LeadState.Waiting || lead.State == LeadState.Pool) && lead.Decision != null);
        await manager.Open($"/leads/{owned.Id}", $"/leads/decisions/{owned.Decision}", $"/leads/{unowned.Id}", $"/leads/decisions/{unowned.Decision}");
    }
}
