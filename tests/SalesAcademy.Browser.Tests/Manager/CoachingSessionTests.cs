using Microsoft.Playwright;
using SalesAcademy.Web.Features.Demo;

namespace SalesAcademy.Browser.Tests.Manager;

[Collection(Errand.NotesTakeTurns)]
public sealed class CoachingSessionTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman", "周明哲"), InlineData("zh-Hans", "欧阳娜娜", "周明哲", "Aisha Rahman")]
    public async Task Levels_of_three_people_come_together_live_and_both_sign(string language, string name, string coachName, string raterName)
    {
        OnceUnlessThorough(language);
        var coach = await SignIn(language, coachName);
        await coach.Page.GotoAsync($"/coaching/sessions/new?person={DemoOrganisation.People.Single(p => p.Name == name).Id}&kind=RolePlay");
        await coach.Page.GetByLabel(raterName).CheckAsync();
        await coach.Button("Plan the session", "安排").ClickAsync();
        await coach.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        var url = new Uri(coach.Page.Url).AbsolutePath;
        var (rep, rater) = (await SignIn(language, name), await SignIn(language, raterName));
        foreach (var person in new[] { rep, rater })
        {
            await person.Page.GotoAsync(url);
            await Assertions.Expect(Standing(person)).ToContainTextAsync(person.Say("Planned", "已安排"));
            await person.Page.EvaluateAsync("document.body.dataset.loaded = 'once'");
        }

        await coach.Button("Begin", "开始").ClickAsync();
        await Assertions.Expect(Standing(rep)).ToContainTextAsync(rep.Say("Running", "进行中"));
        await Assertions.Expect(rater.Page.Locator("#card")).ToBeVisibleAsync();

        await Level(rater, 0, 2).CheckAsync();
        await Assertions.Expect(rater.Page.Locator("#kept")).ToHaveTextAsync(rater.Say("Saved", "已保存"));
        await Assertions.Expect(rep.Page.Locator("#levels tbody tr").First).ToContainTextAsync("2 ");
        await coach.Field("Comment", "评论").FillAsync(coach.Say("The price came too early.", "报价说早了。"));
        await coach.Button("Set it down", "记下").ClickAsync();
        await Assertions.Expect(rep.Page.Locator("#comments")).ToContainTextAsync(rep.Say("The price came too early.", "报价说早了。"));
        await Assertions.Expect(coach.Page.Locator("#levels tbody tr").First).Not.ToContainTextAsync("2 ");
        await Assertions.Expect(rater.Page.Locator("#comments")).Not.ToContainTextAsync(rater.Say("The price", "报价"));

        foreach (var person in new[] { rater, coach })
        {
            for (var row = 0; row < await person.Page.Locator("#card .rubric-row").CountAsync(); row++)
                await Level(person, row, 3).CheckAsync();
            await person.Button("Hand in my card", "提交我的评分卡").ClickAsync();
            await Assertions.Expect(person.Page.Locator("#card")).ToHaveCountAsync(0);
        }

        await coach.Button("End the session", "结束辅导会").ClickAsync();
        await Assertions.Expect(Standing(rep)).ToContainTextAsync(rep.Say("To be signed", "待签字"));
        await coach.Field("What went well", "做得好的").FillAsync(coach.Say("You let the silence stand.", "沉默时没有抢话。"));
        await coach.Button("Save the summary", "保存小结").ClickAsync();
        await Assertions.Expect(rep.Page.Locator("#summary")).ToContainTextAsync(rep.Say("You let the silence stand.", "沉默时没有抢话。"));
        await Assertions.Expect(rep.Page.Locator("body")).ToHaveAttributeAsync("data-loaded", "once");
        foreach (var person in new[] { rep, coach })
            await person.Button("Sign", "签字").ClickAsync();

        foreach (var person in new[] { rep, coach })
            await Assertions.Expect(Standing(person)).ToContainTextAsync(person.Say("Signed by both", "双方已签字"));
        Assert.Equal(2, await rep.Page.Locator("#levels thead a").CountAsync());
    }

    private static ILocator Standing(Person person) => person.Page.Locator("#standing");

    private static ILocator Level(Person person, int row, int level) => person.Page.Locator("#card .rubric-row").Nth(row).GetByRole(AriaRole.Radio).Nth(level);
}
