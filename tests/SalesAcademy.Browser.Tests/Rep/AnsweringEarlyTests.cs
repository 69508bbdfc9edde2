using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>On a slow line the page stands before its script has come.</summary>
public sealed class AnsweringEarlyTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Fact]
    public async Task What_is_written_before_the_script_is_at_work_is_saved_by_it()
    {
        var rep = await SignIn("en", "Maya Okafor", OpenAnother());
        var arrives = new TaskCompletionSource();
        await rep.Page.RouteAsync("**/js/quizzes/quiz*.js*", async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        await rep.Page.GotoAsync("/quizzes/discovery/first-minute");
        await rep.Button("Begin", "开始作答").ClickAsync();

        await rep.Page.Locator("textarea[name=fill]").FillAsync("Ruth, your deliveries moved from noon to four.");
        arrives.SetResult();

        await Assertions.Expect(rep.Page.Locator("[data-state=saved]")).ToBeVisibleAsync();
        await rep.Page.GotoAsync($"{new Uri(rep.Page.Url).AbsolutePath}?q=1");
        await Assertions.Expect(rep.Page.Locator("textarea[name=fill]")).ToHaveValueAsync("Ruth, your deliveries moved from noon to four.");
    }
}
