using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests.Everybody;

public sealed class LookingAtThePagesTests(Chromium chromium)
{
    [Theory]
    [InlineData("en", ColorScheme.Light, "desktop"), InlineData("en", ColorScheme.Dark, "phone")]
    [InlineData("zh-Hans", ColorScheme.Dark, "desktop"), InlineData("zh-Hans", ColorScheme.Light, "phone")]
    public async Task The_sign_in_page_is_open_to_everybody(string language, ColorScheme theme, string device)
    {
        using var academy = Academy.Open();
        await using var visitor = await chromium.Window(academy, language, theme, device);

        await visitor.Page.GotoAsync("/");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(visitor.Say("Sign in", "登录"));
        await visitor.ExpectAccessible();
        await visitor.ExpectServedFonts();
    }
}
