using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>A course kept on the phone before the journey is read where there is no line, and goes with the sign-out.</summary>
public sealed class ReadingWithoutALineTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    private const string Course = "/courses/sales-process";

    [Theory, InlineData("en", "Noah Becker"), InlineData("zh-Hans", "赵磊")]
    public async Task A_course_kept_on_the_phone_is_read_without_a_line_until_the_sign_out(string language, string name)
    {
        OnceUnlessThorough(language);
        var reader = await SignIn(language, name);
        await reader.Page.SetViewportSizeAsync(360, 740);
        await reader.Page.GotoAsync(Course);
        var lessons = await reader.Page.Locator("table.rows th a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        await reader.Page.GotoAsync(lessons[^1]);
        var text = await reader.Page.Locator(".text p").First.InnerTextAsync();
        await reader.Page.GotoAsync(Course);
        await reader.Button("Keep on this device", "保存到这台设备").ClickAsync();
        await Assertions.Expect(reader.Text("Kept on this device", "已保存到这台设备")).ToBeVisibleAsync();
        Assert.Empty(await reader.AccessFaults());

        reader.IsDisturbed = true;
        await reader.Page.Context.SetOfflineAsync(true);
        foreach (var lesson in lessons)
        {
            await reader.Page.GotoAsync(lesson);
            await Assertions.Expect(reader.Text("You read a copy kept on this device", "保存在这台设备上的副本")).ToBeVisibleAsync();
        }

        await Assertions.Expect(reader.Page.Locator(".text p").First).ToHaveTextAsync(text, new() { UseInnerText = true });
        await Assertions.Expect(reader.Page.Locator("#check, .own-note, note-card")).ToHaveCountAsync(0);
        Assert.Equal(360, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await reader.Page.Context.SetOfflineAsync(false);
        await reader.Page.GotoAsync(lessons[0]);
        await Assertions.Expect(reader.Page.Locator("#check")).ToBeVisibleAsync();
        await reader.Page.Locator("[data-sign-out]").EvaluateAsync("button => button.click()");
        await reader.Page.WaitForURLAsync(url => url.Contains("sign-in", StringComparison.Ordinal));
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("caches.keys().then(kept => kept.length)"));
    }
}
