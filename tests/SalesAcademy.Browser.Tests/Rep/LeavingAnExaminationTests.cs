using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>What a page of an examination tells of itself, and what its person reads of it.</summary>
public sealed class LeavingAnExaminationTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    private const string Quiz = "/quizzes/discovery/certification";

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz"), InlineData("zh-Hans", "欧阳娜娜")]
    public async Task Going_on_is_no_leaving_and_a_leaving_is_read_by_its_person(string language, string name)
    {
        OnceUnlessThorough(language);
        var rep = await SignIn(language, name, OpenAnother(new AheadOfTime()));
        var told = new List<string>();
        rep.Page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/signals", StringComparison.Ordinal))
                told.Add(request.PostData ?? "");
        };
        await rep.Page.GotoAsync(Quiz);
        await Assertions.Expect(rep.Text("What is noted", "会记录什么")).ToBeVisibleAsync();
        await rep.Button("Try again", "再次作答").ClickAsync();
        await rep.Page.WaitForURLAsync("**/quizzes/attempts/*");
        var attempt = new Uri(rep.Page.Url).AbsolutePath;

        await rep.Button("Next", "下一题").ClickAsync();
        await Assertions.Expect(rep.Text("Question 2 of 10", "第 2 题，共 10 题")).ToBeVisibleAsync();
        await rep.Page.WaitForLoadStateAsync(); // the scripts of the page are at work
        await Turn(rep, "hidden");
        await Turn(rep, "visible");
        await rep.Page.GotoAsync($"{attempt}/evidence");

        await Assertions.Expect(rep.Text("Question 2: the page was out of sight for", "第 2 题：离开页面，")).ToBeVisibleAsync();
        Assert.Collection(told, left => Assert.StartsWith("kind=Left&question=2&", left, StringComparison.Ordinal), back => Assert.StartsWith("kind=Returned&question=2&", back, StringComparison.Ordinal));
    }

    // A window without a screen hides no page, so the page is told that it is hidden; the note has arrived when this returns.
    private static Task<IResponse> Turn(Person rep, string state) => rep.Page.RunAndWaitForResponseAsync(
        () => rep.Page.EvaluateAsync("state => { Object.defineProperty(document, 'visibilityState', { value: state, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }", state),
        answer => answer.Url.EndsWith("/signals", StringComparison.Ordinal) && answer.Status == 204);
}
