using Microsoft.Playwright;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.Hr;

/// <summary>An author corrects a wrong key, HR sees whom it changes before anything does, and the rep reads why the mark rose.</summary>
public sealed class GradingAgainTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en", "Maya Okafor"), InlineData("zh-Hans", "赵磊")]
    public async Task A_key_that_was_wrong_is_graded_again_after_a_preview(string language, string name)
    {
        OnceUnlessThorough(language);
        var reason = language == "en" ? "The option that was marked wrong is the right one." : "原来判错的那一项才是正确答案。";
        using var content = new ContentCopy();
        var own = OpenAnother(content: content.Folder);
        var rep = await SignIn(language, name, own);
        var missed = (await new Answering(own, rep, name).MissAll("/quizzes/sales-process/check-stages")).Questions[0];
        content.Rekey("courses/sales-process", "quiz-check-stages.md", missed, Answering.WrongOf(missed));
        own.The<Library>().Load();

        var hr = await SignIn(language, "孙洁", own);
        await hr.Go("Regrades", "重新判分");
        await hr.Page.Locator($"tr:has(code:text-is('{missed.Family.Id}')) a").First.ClickAsync();
        await Assertions.Expect(hr.Page.GetByRole(AriaRole.Heading, new() { Name = hr.Say("What would change", "会有哪些变动"), Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(hr.Page.GetByRole(AriaRole.Row, new() { Name = name })).ToContainTextAsync("0% → 100%");
        await hr.Field("Your reason", "你的理由").FillAsync(reason);
        // Of those whom the demo lets sit the check, somebody else may have had the question too: as many marks as the preview names.
        var marks = await hr.Page.Locator(".card").Filter(new() { Has = hr.Page.GetByRole(AriaRole.Heading, new() { Name = hr.Say("What would change", "会有哪些变动"), Exact = true }) }).Locator("tbody tr").CountAsync();
        await hr.Button(marks == 1 ? "Change 1 mark" : $"Change {marks} marks", $"更改 {marks} 个得分").ClickAsync();
        await Assertions.Expect(hr.Text("The marks are changed, and each person has been told.", "得分已更改，并已逐一通知当事人。")).ToBeVisibleAsync();

        await rep.Page.ReloadAsync();
        await Assertions.Expect(rep.Text("The mark of the question went from 0% to 100%.", "本题得分由 0% 变为 100%。")).ToBeVisibleAsync();
        await Assertions.Expect(rep.Page.GetByText(reason)).ToBeVisibleAsync();
    }
}
