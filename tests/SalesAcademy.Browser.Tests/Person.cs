using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests;

/// <summary>Somebody at a browser window. Whatever the page's console complains of fails the errand; a failed errand leaves a picture and a trace.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];
    private bool examined;

    public Person(IBrowserContext context, IPage page, string language)
    {
        (this.context, Page, Language) = (context, page, language);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !examined && !message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    public string Language { get; }

    /// <summary>The words of the reader's language.</summary>
    public string Say(string english, string chinese) => Language == "en" ? english : chinese;

    /// <summary>Signs in as one of the cast, by the button of the sign-in page, and reads on in the window's language.</summary>
    public async Task SignIn(string name)
    {
        await Page.GotoAsync("/people/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Assertions.Expect(Page.Locator(".account")).ToBeVisibleAsync();
        if (await Page.Locator("html").GetAttributeAsync("lang") != Language)
        {
            await Page.GetByRole(AriaRole.Button, new() { Name = Say("EN English", "中 中文") }).ClickAsync();
            await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", Language);
        }
    }

    /// <summary>WCAG 2.2 A and AA, as far as a machine can tell.</summary>
    public async Task ExpectAccessible()
    {
        // The examiner styles the page to measure contrast, which the page's policy rightly blocks and reports.
        examined = true;
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.True(result.Violations.Length == 0, Page.Url + "\n" + string.Join('\n', result.Violations.Select(v =>
            $"{v.Id} ({v.Impact}): {v.Help}\n  {string.Join("\n  ", v.Nodes.Take(3).Select(n => n.Html))}")));
        examined = false;
        var wide = await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
        Assert.False(wide, $"{Page.Url} scrolls sideways");
    }

    /// <summary>Chinese is set in the font the app serves, not in whatever the machine has, or lacks.</summary>
    public async Task ExpectServedFonts()
    {
        await Page.EvaluateAsync("document.fonts.ready");
        var loaded = await Page.EvaluateAsync<string[]>("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)");
        Assert.Contains(loaded, family => family.Contains("Inter", StringComparison.Ordinal));
        if (Language != "en")
            Assert.Contains(loaded, family => family.Contains("Noto Sans SC", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        if (failed)
            await Page.ScreenshotAsync(new() { Path = Leave("png"), FullPage = true });
        await context.Tracing.StopAsync(failed ? new() { Path = Leave("zip") } : new());
        await context.DisposeAsync();
        if (!failed)
            Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private string Leave(string kind)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "failures");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{TestContext.Current.TestMethod?.MethodName}-{Language}-{Guid.NewGuid():N}.{kind}");
    }
}
