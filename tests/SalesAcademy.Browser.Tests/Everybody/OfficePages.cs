using SalesAcademy.Browser.Tests.Pages;

namespace SalesAcademy.Browser.Tests.Everybody;

/// <summary>What authors, sales operations and administrators see, and everybody's own pages.</summary>
internal static class OfficePages
{
    public static async Task Walk(Tour tour)
    {
        var author = await tour.As("Hannah Lind");
        await author.Open("/", "/courses", "/courses/check", "/courses/discovery/cost/preview?role=sdr", "/quizzes/discovery/certification/preview?role=ae", "/quizzes/statistics", "/quizzes/statistics/discovery/certification", "/quizzes/statistics/discovery/check-open", "/certificates/designs", "/certificates/designs?paper=letter", "/people/me");
        await author.Page.Locator("#Present").FillAsync("not-my-password");
        await author.Page.Locator("#Next").FillAsync("123456789012");
        await author.Person.Button("Change password", "修改密码").ClickAsync();
        await author.Look();

        var operations = await tour.As("吴桐");
        await operations.Open("/", "/leads/health", "/leads/health?show=Owned", "/leads/health?show=Unowned&tier=C&pool=nowhere", "/leads/new");
        await operations.Page.Locator("#Company").FillAsync(" ");
        await operations.Page.Locator("#Contact").FillAsync(" ");
        await operations.Page.Locator("#Email").FillAsync("nobody@nowhere.example");
        await operations.Page.Locator("form.lead-new button").ClickAsync();
        await operations.Look();
        await Leads(operations);
        await operations.Open("/leads/bottleneck");
        await operations.Page.Locator("button[name=Path]").First.ClickAsync();
        await operations.Look();
        await operations.Open("/paths/enrolments/sdr-onboarding");
        await operations.Open("/integrations/webhooks", "/integrations/api", "/integrations/tokens");
        await operations.Page.Locator("#Name").FillAsync("CRM");
        await operations.Page.Locator("input[name=Scope]").First.CheckAsync();
        await operations.Person.Button("Issue token", "签发令牌").ClickAsync();
        await operations.Look();
        await operations.Open("/integrations/webhooks");
        await operations.Page.Locator("#Address").FillAsync("http://127.0.0.1:9/nobody-listens");
        await operations.Page.Locator("input[name=Type]").Last.CheckAsync();
        await operations.Person.Button("Add webhook", "添加推送").ClickAsync();
        await operations.Look();
        await operations.Person.Button("Send a test", "发送测试").ClickAsync();
        await operations.Look();

        var administrator = await tour.As("Priya Nair");
        await administrator.Open("/", $"/people/{administrator.Whom("tom", "siqi")}", $"/people/{administrator.Whom("priya", "priya")}");
    }

    // One lead handed out with others, and another locked and unlocked.
    private static async Task Leads(Visitor operations)
    {
        await operations.Open("/leads/health?show=Pool");
        foreach (var box in (await operations.Page.Locator("input[name=lead]").AllAsync()).Take(10))
            await box.CheckAsync();
        await operations.Person.Button("Hand out what is chosen", "分配所选线索").ClickAsync();
        await operations.Look();
        await operations.Page.Locator("form[action='/leads/batches'] .btn-primary").ClickAsync();
        await operations.Page.WaitForURLAsync("**/leads/batches/*-*");
        await operations.Look();
        await operations.Open("/leads/health?show=Waiting");
        await operations.Page.Locator("th.main a").First.ClickAsync();
        await operations.Page.Locator("#lock-reason").FillAsync(operations.Person.Say("Legal looks at it.", "法务正在核实。"));
        await operations.Person.Button("Lock", "锁定").ClickAsync();
        await operations.Look();
        await operations.Page.Locator("#unlock-reason").FillAsync(operations.Person.Say("Settled.", "已核实。"));
        await operations.Person.Button("Unlock", "解锁").ClickAsync();
        await operations.Look();
    }
}
