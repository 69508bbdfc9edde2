using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests.Rep;

public sealed partial class EarningTheFirstLeadTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory]
    [InlineData("en", "Maya Okafor", "Aisha Rahman", "Leads, the Pool and Tiers", "Read before you touch", "Aurora Glass")]
    [InlineData("zh-Hans", "林悦", "周明哲", "销售流程", "没有日期，就不算下一步", "昆明高原花卉")]
    public async Task A_rep_learns_is_certified_is_observed_and_is_given_the_first_lead(string language, string name, string coach, string certification, string lesson, string lead)
    {
        var rep = await SignIn(language, name);
        var knows = new Answering(Academy, rep, name);
        var before = await Readiness(rep, "Shadow", "影子");

        await OpenTheCourse(rep, certification);
        await rep.Page.GetByRole(AriaRole.Link, new() { Name = lesson }).ClickAsync();
        await rep.Reads(lesson, lesson);
        await knows.Check();
        await Assertions.Expect(rep.Page.Locator("[data-check] [role=status]")).ToContainTextAsync(rep.Say("Passed", "已通过"));
        await Assertions.Expect(rep.Page.Locator("[data-standing]")).ToHaveTextAsync(rep.Say("Completed", "已完成"));
        await OpenTheCourse(rep, certification);
        await rep.Link("To the certification quiz", "去认证测验").ClickAsync();
        await knows.Quiz();
        await rep.Reads("Passed", "已通过");

        var certificate = await Certificate(rep, certification);
        Assert.Contains(name, certificate.Text, StringComparison.Ordinal);
        Assert.True(await Readiness(rep, null, null) > before);

        await Observe(await SignIn(language, coach), name);

        await Readiness(rep, "C", "C");
        await rep.Go("Leads", "线索");
        var given = rep.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = lead });
        await rep.ReloadUntil(given);
        await given.GetByRole(AriaRole.Link, new() { Name = rep.Say("Why me", "为什么给我") }).ClickAsync();
        await rep.Reads("Why you got this lead", "为什么分给我");
        await Assertions.Expect(rep.Page.Locator(".verdict")).ToContainTextAsync(rep.Say("You pass all 8 rules", "你满足全部 8 项规则"));
        await Assertions.Expect(rep.Page.Locator(".checks tr.missed")).ToHaveCountAsync(0);
    }

    private static async Task OpenTheCourse(Person rep, string certification)
    {
        await rep.Go("Today", "今天");
        await rep.Link("Whole path", "完整路径").ClickAsync();
        await rep.Reads("Your path", "我的学习路径");
        await rep.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = certification }).GetByRole(AriaRole.Link, new() { Name = rep.Say("Open", "打开"), Exact = true }).ClickAsync();
    }

    /// <summary>The score on the readiness page, of somebody of that tier.</summary>
    private static async Task<double> Readiness(Person rep, string? tier, string? chineseTier)
    {
        await rep.Go("Readiness", "就绪度");
        var title = rep.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Assertions.Expect(title).ToContainTextAsync(rep.Say("Your readiness", "你的就绪度"));
        if (tier is not null)
            await Assertions.Expect(title.GetByRole(AriaRole.Img, new() { Name = rep.Say(tier, chineseTier!), Exact = true })).ToBeVisibleAsync();
        var ladder = await rep.Page.GetByRole(AriaRole.Img, new() { Name = rep.Say("of 100", "满分 100") }).GetAttributeAsync("aria-label");
        return double.Parse(Score().Match(ladder!).Value, CultureInfo.InvariantCulture);
    }

    private static async Task<PdfText> Certificate(Person rep, string certification)
    {
        await rep.Go("Certificates", "证书");
        var card = rep.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = certification });
        return await PdfText.Of(await rep.Page.RunAndWaitForDownloadAsync(() => card.GetByRole(AriaRole.Link, new() { Name = rep.Say("Download LT-", "下载 LT-") }).ClickAsync()));
    }

    private static async Task Observe(Person coach, string rep)
    {
        await coach.Go("Live board", "实时看板");
        await coach.Page.GetByRole(AriaRole.Link, new() { Name = rep }).ClickAsync();
        await coach.Link("Fill in a scorecard", "填写评分卡").ClickAsync();
        foreach (var row in await coach.Page.Locator("fieldset").AllAsync())
            await row.GetByRole(AriaRole.Radio, new() { Name = coach.Say("3 Proficient", "3 熟练") }).CheckAsync();
        await coach.Button("Finish and submit", "完成并提交").ClickAsync();
        await Assertions.Expect(coach.Text("Scorecard recorded.", "评分卡已记录。")).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"\d+\.\d", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Score();
}
