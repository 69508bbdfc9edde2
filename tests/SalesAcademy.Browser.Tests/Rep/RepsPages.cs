using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>What reps see: on the first day, one step before the first tier, and at work.</summary>
internal static class RepsPages
{
    public static async Task Walk(Tour tour)
    {
        await OneStepBefore(tour);
        await AtWork(tour);
        await FirstDay(tour);
    }

    private static async Task OneStepBefore(Tour tour)
    {
        var rep = await tour.As(tour.IsEnglish ? "Maya Okafor" : "林悦");
        var lesson = rep.Person.Say("/courses/discovery/cost", "/courses/sales-process/stages"); // beside which their coach has written
        await rep.Open("/", "/courses", "/courses/discovery", lesson, "/courses/leads-and-pool/public-pool", "/paths", "/coaching/notes", "/readiness", "/readiness?gates=B", "/readiness/parts", "/leads", "/leads/pool", "/certificates", "/notices",
            "/glossary", rep.Person.Say("/search?q=protection", "/search?q=保护期"), rep.Person.Say("/search?q=zygomorphic", "/search?q=奥运会"), "/search", "/courses/objections/battle-card");
        await Denial(tour, rep, $"/leads/{await Lead(tour, LeadState.Pool, owner: null)}/why");
        await Check(rep, lesson);
        await Certification(rep);
        await Drill(rep);
        await Practice(rep);
        await Contest(tour, rep);
    }

    private static async Task Check(Visitor rep, string lesson)
    {
        await rep.Page.GotoAsync(lesson);
        await rep.Person.Button("Do it again", "再做一次").ClickAsync();
        await rep.Page.GetByRole(AriaRole.Radio).Or(rep.Page.GetByRole(AriaRole.Checkbox)).And(rep.Page.Locator("[name=option]")).First.CheckAsync();
        await rep.Look();
        await rep.Person.Button("Check answer", "确认回答").ClickAsync();
        await Assertions.Expect(rep.Page.Locator("[data-check] details[open]")).ToBeVisibleAsync();
        await rep.Look();
    }

    private static async Task Certification(Visitor rep)
    {
        await rep.Open(rep.Person.Say("/quizzes/leads-and-pool/certification", "/quizzes/sales-process/certification"));
        await rep.Person.Button("Begin", "开始作答").ClickAsync();
        await rep.Look();
        await rep.Page.Locator("[name=option]").First.CheckAsync();
        await Assertions.Expect(rep.Person.Text("Saved", "已保存")).ToBeVisibleAsync();
        await rep.Open($"{new Uri(rep.Page.Url).AbsolutePath}/submit");
        await rep.Person.Button("Hand in", "交卷").ClickAsync();
        await rep.Person.Reads("Not passed yet", "还没有通过");
        await rep.Look();
        await rep.Page.Locator("a[href$='/evidence']").ClickAsync();
        await rep.Look();
        await rep.Open(rep.Person.Say("/quizzes/leads-and-pool/certification", "/quizzes/sales-process/certification"));
    }

    private static async Task Drill(Visitor rep)
    {
        await rep.Open("/quizzes/drill");
        await rep.Person.Button("Start", "开始练习").ClickAsync();
        await rep.Look();
        var (next, finish) = (rep.Person.Link("Next", "下一题"), rep.Person.Link("Finish", "完成"));
        await rep.Person.Button("Not sure", "不确定").ClickAsync();
        await Assertions.Expect(next.Or(finish)).ToBeVisibleAsync();
        await rep.Look();
        while (await next.IsVisibleAsync())
        {
            await next.ClickAsync();
            await rep.Person.Button("Not sure", "不确定").ClickAsync();
            await Assertions.Expect(next.Or(finish)).ToBeVisibleAsync();
        }

        await finish.ClickAsync();
        await rep.Look();
    }

    // One question of every form: before and after it is answered.
    private static async Task Practice(Visitor rep)
    {
        await rep.Open("/quizzes/sales-process/practice");
        await rep.Person.Button("Begin", "开始作答").ClickAsync();
        await rep.Page.WaitForURLAsync("**/quizzes/attempts/*");
        var attempt = new Uri(rep.Page.Url).AbsolutePath;
        var forms = rep.Page.Locator(".moves button:not([aria-disabled=true]), select[name=fill], input[name=fill], [name=option]");
        for (var number = 1; number <= 6; number++)
        {
            await rep.Open($"{attempt}?q={number}");
            var field = forms.And(rep.Page.Locator(":visible, .visually-hidden")).First;
            switch (await field.EvaluateAsync<string>("field => field.type"))
            {
                case "select-one": await field.SelectOptionAsync(new SelectOptionValue { Index = 1 }); break;
                case "text": await field.FillAsync("5"); break;
                case "radio": await field.CheckAsync(new() { Force = true }); break;
                default: await field.ClickAsync(); break;
            }

            await rep.Person.Button("Check answer", "确认回答").ClickAsync();
            await Assertions.Expect(rep.Page.Locator(".reviewed").First).ToBeVisibleAsync();
            await rep.Look();
        }
    }

    // On the result of the practice; decided by a manager of the team.
    private static async Task Contest(Tour tour, Visitor rep)
    {
        await rep.Page.Locator("a[href*='/contests/']").First.ClickAsync();
        await rep.Look();
        await rep.Page.Locator("#Reason").FillAsync(rep.Person.Say("The lesson says so.", "课里就是这么讲的。"));
        await rep.Person.Button("Ask for a decision", "提交申诉").ClickAsync();
        await rep.Look();
        var manager = await tour.As(tour.IsEnglish ? "Aisha Rahman" : "周明哲");
        await manager.Open("/", "/quizzes/contests");
        var contests = manager.Page.GetByRole(AriaRole.Link, new() { Name = tour.IsEnglish ? "Maya Okafor" : "林悦" });
        await contests.First.ClickAsync();
        await manager.Look();
        await manager.Page.Locator("#Reason").FillAsync(rep.Person.Say("It does.", "确实如此。"));
        await manager.Person.Button("Raise the mark", "改判加分").ClickAsync();
        await manager.Look();
        await contests.Last.ClickAsync(); // what is decided stands last
        await manager.Look();
        await rep.Page.ReloadAsync();
        await rep.Look();
    }

    // Before it is contested, while it waits, and decided.
    private static async Task Denial(Tour tour, Visitor rep, string why)
    {
        await rep.Open(why);
        await rep.Page.Locator("#Reason").FillAsync(rep.Person.Say("I speak their language.", "我会说客户的语言。"));
        await rep.Person.Button("Contest this denial", "提出申诉").ClickAsync();
        await rep.Look();
        await rep.Open("/leads/contests", why);
        var manager = await tour.As(tour.IsEnglish ? "Aisha Rahman" : "周明哲");
        await manager.Open("/leads/contests");
        var contest = manager.Page.GetByRole(AriaRole.Link, new() { Name = tour.IsEnglish ? "Maya Okafor" : "林悦" });
        await contest.ClickAsync();
        await manager.Look();
        await manager.Page.Locator("#Reason").FillAsync(manager.Person.Say("Not yet: the tier is missing too.", "暂时不行，等级也还没到。"));
        await manager.Person.Button("It stands", "维持原判").ClickAsync();
        await manager.Look();
        await contest.ClickAsync();
        await manager.Look();
    }

    private static async Task AtWork(Tour tour)
    {
        var rep = await tour.As(tour.IsEnglish ? "Zoë O'Brien-Łukasiewicz" : "欧阳娜娜");
        var lead = await Lead(tour, LeadState.Owned, rep.Whom("zoe", "nana"));
        await rep.Open("/", "/leads", $"/leads/{lead}", "/leads/pool?tier=Enterprise", "/certificates", "/readiness");
        await rep.Page.GotoAsync("/leads");
        await rep.Person.Link("Why me", "为什么给我").First.ClickAsync();
        await rep.Look();
    }

    private static async Task FirstDay(Tour tour)
    {
        var newcomer = await tour.Academy.Join(tour.IsEnglish ? "Ada Brandt" : "程一鸣", Role.Rep, tour.IsEnglish ? "en" : "zh-Hans", team: tour.IsEnglish ? "west" : "east", profile: "sdr");
        var rep = await tour.As(newcomer.Email, Past.Password);
        await rep.Open("/", "/courses/sales-process/stages", "/courses/discovery/cost", "/leads", "/certificates", "/quizzes/drill", "/coaching/notes", "/readiness", "/notices", "/certificates/desk");
        var unmeasured = await tour.Academy.Join(tour.IsEnglish ? "Ines Costa" : "白露", Role.Rep, tour.IsEnglish ? "en" : "zh-Hans");
        var other = await tour.As(unmeasured.Email, Past.Password);
        await other.Open("/readiness", "/paths", "/quizzes/drill");
    }

    private static async Task<Guid> Lead(Tour tour, LeadState state, Guid? owner)
    {
        await using var db = tour.Academy.Read();
        return (await db.Set<LeadRow>().FirstAsync(lead => lead.State == state && lead.Owner == owner)).Id;
    }
}
