using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>A rep writes one answer and records another with a real microphone (the browser's own, which beeps); the manager listens, quotes and grades; the rep reads what was said.</summary>
public sealed class BeingJudgedTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en", "Maya Okafor", "Aisha Rahman"), InlineData("zh-Hans", "赵磊", "周明哲")]
    public async Task A_pitch_is_recorded_played_and_graded_with_words_that_reach_its_person(string language, string name, string managersName)
    {
        OnceUnlessThorough(language);
        var opening = language == "en" ? "Ruth, your deliveries moved from noon to four." : "罗经理，您的送货时间从中午改到了四点。";
        var comment = language == "en" ? "A sign anybody can check." : "这个迹象谁都能核实。";
        var own = OpenAnother();
        var rep = await SignIn(language, name, own);
        await rep.Page.Context.GrantPermissionsAsync(["microphone"]);
        await Answer(rep, opening);
        await Record(rep);
        await rep.Button("Hand in", "交卷").ClickAsync();
        await Assertions.Expect(rep.Text("A person still has to grade an answer.", "还有回答需要人来评分。")).ToBeVisibleAsync();

        var manager = await SignIn(language, managersName, own);
        await OpenNext(manager, name);
        await Assertions.Expect(manager.Text(opening, opening)).ToBeVisibleAsync();
        await Quote(manager, opening[..4]);
        await manager.Field("Comment", "评语").PressAsync("Control+End");
        await manager.Field("Comment", "评语").PressSequentiallyAsync(comment);
        await Grade(manager);
        await OpenNext(manager, name);
        await manager.Page.WaitForFunctionAsync("() => document.querySelector('audio.playing').readyState > 0");
        await Grade(manager);
        await Assertions.Expect(manager.Page.Locator("main section").First.GetByRole(AriaRole.Link, new() { Name = name })).ToHaveCountAsync(0); // the section of what waits

        await rep.Page.ReloadAsync();
        await Assertions.Expect(rep.Page.Locator("blockquote", new() { HasText = opening[..4] })).ToBeVisibleAsync();
        await Assertions.Expect(rep.Page.GetByText(comment)).ToBeVisibleAsync();
        await Assertions.Expect(rep.Page.GetByText(rep.Say($"Graded by {managersName}", $"{managersName}于"))).ToHaveCountAsync(2);
    }

    internal static async Task Answer(Person rep, string opening)
    {
        await rep.Page.GotoAsync("/quizzes/discovery/first-minute");
        await rep.Button("Begin", "开始作答").Or(rep.Button("Try again", "再次作答")).ClickAsync();
        await rep.Page.WaitForURLAsync("**/quizzes/attempts/*");
        await rep.Page.Locator("textarea[name=fill]").FillAsync(opening);
        await Assertions.Expect(rep.Page.Locator("[data-state=saved]")).ToBeVisibleAsync();
        await rep.Button("Next", "下一题").ClickAsync();
        await rep.Page.WaitForURLAsync("**/quizzes/attempts/*?q=2");
    }

    internal static async Task Record(Person rep)
    {
        await rep.Button("Record", "开始录制").ClickAsync();
        await Assertions.Expect(rep.Text("Recording: 0:01", "录制中：0:01")).ToBeVisibleAsync();
        await rep.Button("Stop and hand over", "停止并提交").ClickAsync();
        await Assertions.Expect(rep.Page.Locator("audio.playing")).ToBeVisibleAsync();
        await rep.Button("Review and hand in", "检查并交卷").ClickAsync();
        await Assertions.Expect(rep.Text("Everything is answered.", "全部作答完毕。")).ToBeVisibleAsync();
    }

    internal static async Task OpenNext(Person manager, string name)
    {
        await manager.Page.GotoAsync("/quizzes/grading");
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync();
        await manager.Reads("An answer of", "的回答");
    }

    private static async Task Quote(Person manager, string words)
    {
        await manager.Page.Locator("[data-quotable]").EvaluateAsync("(place, length) => { const range = document.createRange(); range.setStart(place.firstChild, 0); range.setEnd(place.firstChild, length); getSelection().removeAllRanges(); getSelection().addRange(range); }", words.Length);
        await manager.Button("Quote what is selected", "引用选中的文字").ClickAsync();
        await Assertions.Expect(manager.Field("Comment", "评语")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"^> {words}"));
    }

    internal static async Task Grade(Person manager)
    {
        foreach (var criterion in await manager.Page.Locator(".rubric-row").AllAsync())
            await criterion.GetByRole(AriaRole.Radio).Nth(2).CheckAsync();
        await manager.Button("Give this grade", "提交评分").ClickAsync();
        await Assertions.Expect(manager.Text("The grade is stored.", "评分已保存。")).ToBeVisibleAsync();
    }
}
