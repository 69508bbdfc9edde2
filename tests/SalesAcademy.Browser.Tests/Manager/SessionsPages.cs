using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Browser.Tests.Manager;

/// <summary>Coaching sessions as the coach, a rater and the seller see them, from the plan to the signatures.</summary>
internal static class SessionsPages
{
    public static async Task Walk(Tour tour)
    {
        var coach = await tour.As(tour.IsEnglish ? "Aisha Rahman" : "周明哲");
        var seller = await tour.As(tour.IsEnglish ? "Zoë O'Brien-Łukasiewicz" : "欧阳娜娜");
        foreach (var visitor in new[] { coach, seller })
            await visitor.Open("/coaching/sessions");
        await coach.Person.Page.GotoAsync("/coaching/sessions");
        await coach.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = coach.Person.Say("Plan a session", "安排辅导会"), Exact = true }).ClickAsync();
        await coach.Page.WaitForURLAsync("**/coaching/sessions/new");
        await coach.Look();
        foreach (var kind in Enum.GetValues<SessionKind>())
            await coach.Open($"/coaching/sessions/new?person={coach.Whom("zoe", "nana")}&kind={kind}");
        await coach.Open($"/coaching/sessions/new?person={coach.Whom("zoe", "nana")}&kind=RideAlong");
        await coach.Person.Button("Plan the session", "安排").ClickAsync();
        await coach.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal) && !url.Contains('?', StringComparison.Ordinal));
        await coach.Look();
        await Hold(coach, seller, new Uri(coach.Page.Url).AbsolutePath);
        await coach.Open("/coaching/coverage", "/coaching/coverage?days=14");
        await Regularly(coach);
        await Subscribe(seller);
        var hr = await tour.As("孙洁");
        await hr.Open("/coaching/coverage", "/coaching/calibration", "/coaching/threads");
        await hr.Page.Locator("th.main a").First.ClickAsync();
        await hr.Page.WaitForURLAsync("**/coaching/threads/*");
        await hr.Look();
    }

    private static async Task Regularly(Visitor coach)
    {
        await coach.Open("/coaching/cadences");
        await coach.Person.Button("Set it", "设置").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(coach.Page.Locator("[data-cadence]")).ToBeVisibleAsync();
        await coach.Page.Locator("[data-cadence] details.change summary").ClickAsync();
        await coach.Look();
        await coach.Page.Locator("[data-cadence] select[name=Weekday]").SelectOptionAsync("Thursday");
        await coach.Person.Button("Save the change", "保存修改").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(coach.Page.Locator("[data-cadence]")).ToContainTextAsync(coach.Person.Say("Thursday", "星期四"));
    }

    private static async Task Subscribe(Visitor seller)
    {
        await seller.Open("/coaching/calendar");
        await seller.Person.Button("Take an address", "获取地址").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(seller.Page.Locator(".secret")).ToBeVisibleAsync();
        await seller.Look();
        await seller.Open("/coaching/calendar");
    }

    private static async Task Hold(Visitor coach, Visitor seller, string session)
    {
        await coach.Person.Button("Begin", "开始").ClickAsync();
        await coach.Person.Field("Comment", "评论").FillAsync(coach.Person.Say("A good question.", "这个问题问得好。"));
        await coach.Page.Locator("#moment").FillAsync("99:99");
        await coach.Person.Button("Set it down", "记下").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(coach.Page.Locator("form > [role=alert]")).ToContainTextAsync(coach.Person.Say("minutes:seconds", "分:秒"));
        await Microsoft.Playwright.Assertions.Expect(coach.Page.Locator("#moment")).ToBeFocusedAsync();
        await coach.Look();
        await coach.Page.Locator("#moment").FillAsync("");
        await coach.Person.Button("Set it down", "记下").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(coach.Page.Locator("#comments")).ToContainTextAsync(coach.Person.Say("A good question.", "这个问题问得好。"));
        await Microsoft.Playwright.Assertions.Expect(coach.Page.Locator("form > [role=alert]")).ToHaveCountAsync(0);
        await coach.Person.Field("Action item", "行动项").FillAsync(coach.Person.Say("Call the buyer back.", "给客户回电话。"));
        await coach.Person.Button("Add the action item", "添加行动项").ClickAsync();
        await coach.Open(session);
        foreach (var row in await coach.Page.Locator("#card .rubric-row").AllAsync())
            await row.GetByRole(Microsoft.Playwright.AriaRole.Radio).Nth(2).CheckAsync();
        await seller.Open(session);
        await coach.Person.Button("Hand in my card", "提交我的评分卡").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(coach.Page.Locator("#card")).ToHaveCountAsync(0);
        await coach.Person.Button("End the session", "结束辅导会").ClickAsync();
        await coach.Person.Field("What to try", "可以尝试").FillAsync(coach.Person.Say("Ask for the order.", "主动提出成交。"));
        await coach.Person.Button("Save the summary", "保存小结").ClickAsync();
        await coach.Person.Button("Sign", "签字").ClickAsync();
        await coach.Person.Field("What to try", "可以尝试").FillAsync(coach.Person.Say("Ask for the order twice.", "主动提出两次成交。"));
        await coach.Person.Button("Save the summary", "保存小结").ClickAsync();
        await coach.Page.Locator("details.edition summary").ClickAsync();
        await coach.Look();
        await seller.Open("/", session, "/coaching/sessions", "/notices");
    }
}
