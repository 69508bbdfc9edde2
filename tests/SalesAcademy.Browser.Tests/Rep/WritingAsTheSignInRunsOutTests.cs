using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>A follow-up is typed while the sign-in runs out: after signing in again the words are still there, and once they are stored they are not.</summary>
public sealed class WritingAsTheSignInRunsOutTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    private const string Words = "They asked for the two-year price; I call again on Monday.";

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz"), InlineData("zh-Hans", "欧阳娜娜")]
    public async Task What_was_typed_is_kept_until_it_is_stored(string language, string name)
    {
        OnceUnlessThorough(language);
        var rep = await SignIn(language, name, OpenAnother());
        await rep.Page.GotoAsync("/leads");
        await rep.Page.Locator("main table th a[href^='/leads/']").First.ClickAsync();
        var note = rep.Field("What was said, what comes next", "谈了什么，下一步是什么");
        await note.FillAsync(Words);
        var lead = rep.Page.Url;

        rep.IsDisturbed = true; // the page of a lapsed sign-in complains, as it should
        await rep.Page.Context.ClearCookiesAsync();
        await rep.Button("Record follow-up", "记录跟进").PressAsync("Enter");
        await rep.SignIn(name);
        await rep.Page.GotoAsync(lead);
        rep.IsDisturbed = false;

        await Assertions.Expect(note).ToHaveValueAsync(Words);
        await rep.Button("Record follow-up", "记录跟进").ClickAsync();
        await Assertions.Expect(rep.Page.GetByText(Words)).ToBeVisibleAsync();
        await rep.Page.GotoAsync(lead);
        await Assertions.Expect(note).ToHaveValueAsync("");
    }
}
