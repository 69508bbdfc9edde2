using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests;

/// <summary>Somebody at a browser window.</summary>
public sealed class Person
{
    private readonly List<string> complaints = [];

    public Person(IPage page, string language)
    {
        (Page, Language) = (page, language);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !IsExpected(message))
                complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public string Language { get; }

    /// <summary>What the console of the page has complained of.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>While somebody examines the page, or its line is cut, it may complain.</summary>
    public bool IsDisturbed { get; set; }

    /// <summary>The words of the reader's language.</summary>
    public string Say(string english, string chinese) => Language == "en" ? english : chinese;

    public ILocator Button(string english, string chinese) => Page.GetByRole(AriaRole.Button, new() { Name = Say(english, chinese), Exact = true });

    public ILocator Link(string english, string chinese) => Page.GetByRole(AriaRole.Link, new() { Name = Say(english, chinese), Exact = true });

    public ILocator Field(string english, string chinese) => Page.GetByLabel(Say(english, chinese), new() { Exact = true });

    public ILocator Text(string english, string chinese) => Page.GetByText(Say(english, chinese));

    /// <summary>Goes to a room by the main navigation, where counts may stand behind its name. Until a page's styles have come the phone's bar is seen beside the rail.</summary>
    public Task Go(string english, string chinese) => Page.GetByRole(AriaRole.Navigation, new() { Name = Say("Main navigation", "主导航") })
        .GetByRole(AriaRole.Link, new() { Name = Say(english, chinese) }).First.ClickAsync();

    /// <summary>The page has this title on it.</summary>
    public Task Reads(string english, string chinese) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Say(english, chinese));

    /// <summary>Looks again until something that happens behind the page can be seen on it.</summary>
    public async Task ReloadUntil(ILocator seen)
    {
        for (var tries = 0; tries < 20 && !await seen.IsVisibleAsync(); tries++)
            await Page.ReloadAsync();
        await Assertions.Expect(seen).ToBeVisibleAsync();
    }

    /// <summary>Keeps a script of the site on its way, as a slow line does, until the result is set.</summary>
    /// <param name="script">Its path below js, without its ending.</param>
    public async Task<TaskCompletionSource> HoldBack(string script)
    {
        var arrives = new TaskCompletionSource();
        await Page.RouteAsync($"**/js/{script}*.js*", async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        return arrives;
    }

    /// <summary>Signs in as one of the cast, by the button of the sign-in page, and reads on in the window's language.</summary>
    public async Task SignIn(string name)
    {
        await Page.GotoAsync("/people/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        await ReadOnInOwnLanguage();
    }

    /// <summary>Signs in as somebody the sign-in page does not list.</summary>
    public async Task SignIn(string email, string password)
    {
        await Page.GotoAsync("/people/sign-in");
        await Page.Locator("#Email").FillAsync(email);
        await Page.Locator("#Password").FillAsync(password);
        await Page.Locator("form:has(#Password) button").ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        await ReadOnInOwnLanguage();
    }

    /// <summary>Closes the window; after a failure a picture of it is kept, and with the slow proofs the way there.</summary>
    public async Task Leave(string? failed)
    {
        if (failed is not null)
            await Page.ScreenshotAsync(new() { Path = $"{failed}.png", FullPage = true });
        if (Thorough.IsAsked)
            await Page.Context.Tracing.StopAsync(failed is not null ? new() { Path = $"{failed}.zip" } : new());
        await Page.Context.DisposeAsync();
    }

    private async Task ReadOnInOwnLanguage()
    {
        if (await Page.Locator("html").GetAttributeAsync("lang") == Language)
            return;
        await Button("EN English", "中 中文").ClickAsync();
        await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", Language);
    }

    // That the page itself was answered 404 or 403 is what its visitor came to see.
    private bool IsExpected(IConsoleMessage message) =>
        IsDisturbed || (message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(Page.Url, StringComparison.Ordinal));
}
