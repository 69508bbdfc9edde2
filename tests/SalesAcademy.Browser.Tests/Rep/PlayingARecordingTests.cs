using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>A video in a lesson is watched with captions on a phone, led by its words, and goes on at the desk where it was stopped.</summary>
public sealed class PlayingARecordingTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    private const string Lesson = "/courses/leads-and-pool/public-pool";
    private const string Captions = "() => { const track = [...document.querySelector('video').textTracks].find(track => track.mode === 'showing'); return track?.language ?? ''; }";

    [Theory, InlineData("en", "Maya Okafor"), InlineData("zh-Hans", "林悦")]
    public async Task A_video_is_led_by_its_words_and_goes_on_at_another_device_where_it_was_stopped(string language, string name)
    {
        OnceUnlessThorough(language);
        var reader = await SignIn(language, name);
        await reader.Page.SetViewportSizeAsync(360, 740);
        await reader.Page.GotoAsync(Lesson);
        await reader.Page.WaitForFunctionAsync("document.querySelector('video').readyState > 0");
        Assert.Equal(language, await reader.Page.EvaluateAsync<string>(Captions));
        Assert.True(await reader.Page.EvaluateAsync<bool>("document.querySelector('video').paused"));
        Assert.Empty(await reader.AccessFaults());
        Assert.Equal(360, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        var seek = reader.Page.Locator(".seek").Nth(3);
        await seek.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.Page.Locator(".transcript li").Nth(3)).ToHaveAttributeAsync("aria-current", "true");
        var told = await reader.Page.RunAndWaitForResponseAsync(
            () => reader.Page.EvaluateAsync("const video = document.querySelector('video'); video.playbackRate = 1.5; video.pause();"), answer => answer.Url.EndsWith($"{Lesson}/playback", StringComparison.Ordinal));
        Assert.Equal(204, told.Status);
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(reader.Page.Locator("video")).ToBeHiddenAsync();
        await Assertions.Expect(reader.Page.Locator(".transcript p").Last).ToBeVisibleAsync();

        var desk = await SignIn(language, name);
        await desk.Page.GotoAsync(Lesson);
        await desk.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(desk.Say("Continue at 0:", "从 0:.* 继续")) }).ClickAsync();
        await desk.Page.WaitForFunctionAsync("at => document.querySelector('video').currentTime >= at", double.Parse((await seek.GetAttributeAsync("data-at"))!, System.Globalization.CultureInfo.InvariantCulture)); // a line with a moment
        Assert.Equal(1, await desk.Page.EvaluateAsync<double>("document.querySelector('video').playbackRate")); // the speed stays with the device
        await reader.Page.ReloadAsync();
        Assert.Equal(1.5, await reader.Page.EvaluateAsync<double>("document.querySelector('video').playbackRate"));
    }
}
