using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Web.Features.Demo;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Browser.Tests.Rep;

public sealed class DrillingWithoutALineTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    private const string Drill = "/quizzes/drill";

    [Theory, InlineData("en", "Maya Okafor"), InlineData("zh-Hans", "林悦")]
    public async Task An_answer_given_without_a_line_waits_on_the_phone_and_is_sent_once(string language, string name)
    {
        OnceUnlessThorough(language);
        var own = OpenAnother(new AheadOfTime().OnAWorkday());
        var rep = await Window(language, device: "phone", at: own);
        await rep.SignIn(name);
        rep.IsDisturbed = true;
        await rep.Page.GotoAsync(Drill);
        await rep.Button("Start", "开始练习").ClickAsync();

        await WithoutALine(rep);
        await rep.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(rep.Page.GetByText(rep.Say("Next review", "下次复习"))).ToBeVisibleAsync();
        await rep.Link("Next", "下一题").ClickAsync();
        await WithoutALine(rep);
        var page = await rep.Page.Context.NewPageAsync();
        await rep.Page.CloseAsync();
        await rep.Page.Context.SetOfflineAsync(false);
        await page.GotoAsync(Drill);

        // By this page, or in its last moment by the one that was closed.
        await Assertions.Expect(page.GetByText(rep.Say("2 answers saved", "已保存 2 题"))).ToBeVisibleAsync();
        await using var db = own.Read();
        var person = DemoOrganisation.People.Single(someone => someone.Name == name).Id;
        Assert.Equal([1, 2], await db.Set<DrillQuestionRow>().Where(q => q.Person == person && q.AnsweredAt != null).Select(q => q.Number).OrderBy(n => n).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('answer:')).length"));
    }

    private static async Task WithoutALine(Person rep)
    {
        await Assertions.Expect(rep.Page.Locator("form[data-commit]")).ToBeVisibleAsync();
        await rep.Page.WaitForLoadStateAsync(); // its script has come, or the form would be sent without it
        await rep.Page.Context.SetOfflineAsync(true);
        await rep.Page.Locator("[name=option]").First.CheckAsync();
        await rep.Button("Check answer", "确认回答").ClickAsync();
        await Assertions.Expect(rep.Page.Locator("[data-unsaved]")).ToContainTextAsync(rep.Say("It is kept on this device", "回答已存在本机"));
    }
}
