using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;

namespace SalesAcademy.Browser.Tests.Everybody;

public sealed class ComingToTheDoorTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory]
    [InlineData("en", ColorScheme.Light, "desktop"), InlineData("en", ColorScheme.Dark, "phone")]
    [InlineData("zh-Hans", ColorScheme.Dark, "desktop"), InlineData("zh-Hans", ColorScheme.Light, "phone")]
    public async Task The_sign_in_page_is_open_to_everybody(string language, ColorScheme theme, string device)
    {
        var visitor = await Window(language, theme, device);

        await visitor.Page.GotoAsync("/");

        await visitor.Reads("Sign in", "登录");
        Assert.Empty(await visitor.AccessFaults());
        if (language != "en")
            Assert.Empty(await visitor.FontFaults());
    }
}
