using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>Journey 7: a rep contests a marked answer, the manager decides with a reason, and the record shows both.</summary>
public sealed class ContestingAMarkTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en", "Maya Okafor", "Aisha Rahman"), InlineData("zh-Hans", "赵磊", "周明哲")]
    public async Task A_rep_contests_a_mark_and_the_manager_raises_it_with_a_reason(string language, string name, string managersName)
    {
        OnceUnlessThorough(language);
        var (why, because) = language == "en"
            ? ("The lesson says so in these words.", "Agreed, the key asks for more than the lesson teaches.")
            : ("课里就是这么讲的，应当得分。", "同意，这道题的答案比课里讲的要求更高。");
        var own = OpenAnother();
        var rep = await SignIn(language, name, own);
        await new Answering(own, rep, name).MissAll("/quizzes/sales-process/check-stages");

        await rep.Page.GetByRole(AriaRole.Link, new() { Name = rep.Say("(question 1)", "（第 1 题）") }).ClickAsync();
        await rep.Reads("Contest a mark", "对得分提出异议");
        await rep.Field("Why should your answer count?", "为什么你的作答应当得分？").FillAsync(why);
        await rep.Button("Ask for a decision", "提交申诉").ClickAsync();
        await Assertions.Expect(rep.Text("Waiting for your manager.", "等待主管裁定。")).ToBeVisibleAsync();

        var manager = await SignIn(language, managersName, own);
        await manager.Page.GotoAsync("/");
        await manager.Link("Contested marks", "得分异议").First.ClickAsync();
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Assertions.Expect(manager.Page.GetByText(why)).ToBeVisibleAsync();
        await manager.Field("Your reason", "你的理由").FillAsync(because);
        await manager.Button("Raise the mark", "改判加分").ClickAsync();
        await Assertions.Expect(manager.Text("The decision is recorded, and its person has been told.", "裁定已记录，并已通知当事人。")).ToBeVisibleAsync();

        await rep.Page.ReloadAsync();
        await Assertions.Expect(rep.Page.GetByText(why)).ToBeVisibleAsync();
        await Assertions.Expect(rep.Page.GetByText(because)).ToBeVisibleAsync();
        await Assertions.Expect(rep.Text("The result went from 0% to", "成绩由 0% 变为")).ToBeVisibleAsync();
    }
}
