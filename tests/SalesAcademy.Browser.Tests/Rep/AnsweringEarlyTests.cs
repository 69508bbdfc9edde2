using Microsoft.Playwright;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>On a slow line the page stands before its script has come.</summary>
public sealed class AnsweringEarlyTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Fact]
    public async Task What_is_written_before_the_script_is_at_work_is_saved_by_it()
    {
        var rep = await SignIn("en", "Maya Okafor", OpenAnother());
        var script = await rep.HoldBack("quizzes/quiz");
        await rep.Page.GotoAsync("/quizzes/discovery/first-minute");
        await rep.Button("Begin", "开始作答").ClickAsync();

        await rep.Page.Locator("textarea[name=fill]").FillAsync("Ruth, your deliveries moved from noon to four.");
        script.SetResult();

        await Assertions.Expect(rep.Page.Locator("[data-state=saved]")).ToBeVisibleAsync();
        await rep.Page.GotoAsync($"{new Uri(rep.Page.Url).AbsolutePath}?q=1");
        await Assertions.Expect(rep.Page.Locator("textarea[name=fill]")).ToHaveValueAsync("Ruth, your deliveries moved from noon to four.");
    }

    [Fact]
    public async Task What_is_chosen_from_drop_downs_or_flagged_before_the_script_is_at_work_is_saved_by_it()
    {
        using var content = new ContentCopy().Replace("quiz-practice.md", "kind: practice\n", "kind: practice\nreview: after\n");
        var own = OpenAnother(content: content.Folder);
        var rep = await SignIn("en", "Maya Okafor", own);
        await rep.Page.GotoAsync("/quizzes/sales-process/practice");
        await rep.Button("Begin", "开始作答").ClickAsync();
        await rep.Page.WaitForURLAsync("**/quizzes/attempts/*");
        var attempt = new Uri(rep.Page.Url).AbsolutePath;
        var questions = (await new Answering(own, rep, "Maya Okafor").PaperAt(attempt)).Questions;
        var (matching, ordering, other) = (questions.First(q => q.Key is PairsKey), questions.First(q => q.Key is OrderKey), questions.First(q => q.Key is ChoiceKey));

        foreach (var question in (PaperQuestion[])[matching, ordering])
        {
            var values = AnswerFields.Write(question, ((ObjectiveKey)question.Key).Solution);
            await Early(rep, $"{attempt}?q={question.Number}", async fields =>
            {
                foreach (var (at, value) in values.Index())
                    await fields.Nth(at).SelectOptionAsync(new SelectOptionValue { Value = value }); // a label may be another's value
            });
            Assert.Equal(values, await rep.Page.Locator("[name=fill]").EvaluateAllAsync<string[]>("fields => fields.map(field => field.value)"));
        }

        await Early(rep, $"{attempt}?q={other.Number}", _ => rep.Page.Locator("label.flag").ClickAsync());
        await Assertions.Expect(rep.Page.Locator("[name=flagged]")).ToBeCheckedAsync();
    }

    // Opens a question, answers it, lets the script come, and looks at it anew once that has saved it.
    private static async Task Early(Person rep, string question, Func<ILocator, Task> answer)
    {
        var script = await rep.HoldBack("quizzes/quiz");
        await rep.Page.GotoAsync(question, new() { WaitUntil = WaitUntilState.Commit });
        await answer(rep.Page.Locator("[name=fill]"));
        script.SetResult();
        await Assertions.Expect(rep.Page.Locator("[data-state=saved]")).ToBeVisibleAsync();
        await rep.Page.GotoAsync(question);
    }
}
