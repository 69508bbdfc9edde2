using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>The practice of the sales process asks in every form; here its answers are kept until it is handed in, as in an examination.</summary>
public sealed class AnsweringInEveryFormTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en", "Noah Becker"), InlineData("zh-Hans", "赵磊")]
    public async Task Every_form_is_answered_by_keyboard_or_finger_kept_as_it_is_given_and_graded(string language, string name)
    {
        OnceUnlessThorough(language);
        using var content = new ContentCopy().Replace("quiz-practice.md", "kind: practice\n", "kind: practice\nreview: after\n");
        var own = OpenAnother(content: content.Folder);
        var rep = await SignIn(language, name, own);
        await rep.Page.GotoAsync("/quizzes/sales-process/practice");
        await rep.Button("Begin", "开始作答").ClickAsync();
        await rep.Page.WaitForURLAsync("**/quizzes/attempts/*");
        var attempt = new Uri(rep.Page.Url).AbsolutePath;
        var paper = await new Answering(own, rep, name).PaperAt(attempt);
        Assert.Equal(6, paper.Questions.Select(question => question.Key.GetType().Name + question.How).Distinct().Count());

        foreach (var question in paper.Questions)
        {
            await rep.Page.GotoAsync($"{attempt}?q={question.Number}");
            await Answer(rep, question);
            // A reload with the last letter still unsent loses nothing.
            await rep.Page.ReloadAsync();
            await Assertions.Expect(rep.Page.Locator("[data-state=saved], .state-line:not([hidden]):not([data-state])")).ToBeVisibleAsync();
            Assert.Equal(AnswerFields.Write(question, ((ObjectiveKey)question.Key).Solution), await Values(rep));
        }

        await rep.Page.GotoAsync($"{attempt}/submit");
        await rep.Button("Hand in", "交卷").ClickAsync();
        await Assertions.Expect(rep.Page.GetByText("100%").First).ToBeVisibleAsync();
    }

    private static async Task Answer(Person rep, PaperQuestion question)
    {
        var values = AnswerFields.Write(question, ((ObjectiveKey)question.Key).Solution);
        switch (question.Key)
        {
            case ChoiceKey:
                var option = rep.Page.Locator($"[name=option][value='{values[0]}']");
                await option.PressAsync("Space");
                await Assertions.Expect(option).ToBeCheckedAsync();
                break;
            case PairsKey:
                foreach (var (row, value) in values.Index())
                    await rep.Page.Locator("[name=fill]").Nth(row).SelectOptionAsync(value);
                break;
            case OrderKey:
                await Arrange(rep, question);
                break;
            default:
                // No field is left: what is typed is kept all the same.
                foreach (var (blank, value) in values.Index())
                    await rep.Page.Locator("[name=fill]").Nth(blank).PressSequentiallyAsync(value);
                break;
        }
    }

    // Carries each item up to its place, by the keyboard.
    private static async Task Arrange(Person rep, PaperQuestion question)
    {
        var right = question.Variant.Face.In(rep.Language).Value.Options;
        for (var place = 0; place < right.Count; place++)
            while (await rep.Page.Locator(".moves li").Nth(place).Locator("span").InnerTextAsync() != right[place])
            {
                await rep.Page.GetByRole(AriaRole.Button, new() { Name = rep.Say($"Move “{right[place]}” up", $"上移“{right[place]}”") }).FocusAsync();
                await rep.Page.Keyboard.PressAsync("Enter");
            }
        if (await rep.Button("The order is right as it stands", "现在的顺序就是对的").IsVisibleAsync())
            await rep.Button("The order is right as it stands", "现在的顺序就是对的").ClickAsync();
    }

    private static async Task<IReadOnlyList<string>> Values(Person rep) => await rep.Page.Locator("form[data-attempt]").EvaluateAsync<string[]>(
        "form => { const boxes = [...form.querySelectorAll('[name=option]')]; return boxes.length ? boxes.filter(box => box.checked).map(box => box.value) : [...form.querySelectorAll('[name=fill]')].map(field => field.value); }");
}
