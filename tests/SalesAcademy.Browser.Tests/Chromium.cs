using System.Text.Json;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SalesAcademy.Browser.Tests.Chromium))]

namespace SalesAcademy.Browser.Tests;

/// <summary>One browser for all errands; each person gets a window of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Settings settings = new("", false, [], 0, []);

    public async ValueTask InitializeAsync()
    {
        settings = JsonSerializer.Deserialize<Settings>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "playwright.config.json")), JsonSerializerOptions.Web)!;
        Assertions.SetDefaultExpectTimeout(settings.TimeoutMs);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = settings.ExecutablePath, Headless = settings.Headless, Args = settings.Args, Timeout = 60_000 });
    }

    /// <summary>A new window with its own cookies, in a language and a theme, as wide as a desktop or a phone.</summary>
    public async Task<Person> Window(Academy academy, string language, ColorScheme theme = ColorScheme.Light, string device = "desktop")
    {
        var size = settings.Viewports[device];
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = academy.Address,
            Locale = language == "en" ? "en-GB" : "zh-CN",
            ColorScheme = theme,
            ViewportSize = new() { Width = size[0], Height = size[1] },
            HasTouch = device == "phone",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(settings.TimeoutMs);
        if (Thorough.IsAsked)
            await context.Tracing.StartAsync(new() { Snapshots = true }); // a snapshot at every step costs a good part of the time, a film half of it
        return new Person(await context.NewPageAsync(), language);
    }

    /// <summary>A browser beside this one, to be killed.</summary>
    internal Task<MortalChromium> Mortal() => MortalChromium.Start(playwright!, settings.ExecutablePath, settings.Args); // made before any errand

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private sealed record Settings(string ExecutablePath, bool Headless, string[] Args, int TimeoutMs, Dictionary<string, int[]> Viewports);
}
