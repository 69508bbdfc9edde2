using Microsoft.Playwright;
using SalesAcademy.Web.Tests;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.Manager;

/// <summary>A page that nobody looks at counts new notes in its title; a reader who asked for it is notified once, however many pages are open.</summary>
[Collection(Errand.NotesTakeTurns)]
public sealed class RingingTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    // A headless browser hides no page and shows no notification: both are played here.
    private const string Hidden = """
        let hidden = false;
        Object.defineProperty(document, 'hidden', { get: () => hidden });
        globalThis.hide = value => { hidden = value; document.dispatchEvent(new Event('visibilitychange')); };
        globalThis.Notification = class extends EventTarget {
          static permission = 'granted';
          static requestPermission() { return Promise.resolve('granted'); }
          constructor(words) { super(); localStorage.setItem('rang', (localStorage.getItem('rang') ?? '') + words + ';'); }
        };
        """;

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman"), InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task A_note_rings_once_and_only_where_nobody_looks(string language, string name, string coach)
    {
        OnceUnlessThorough(language);
        // Without quiet hours, whatever the time of day of this run.
        using var content = new ContentCopy().Text("policies/coaching.yml", "version: 1\n");
        var own = OpenAnother(content: content.Folder);
        var rep = await Window(language, at: own);
        await rep.Page.Context.AddInitScriptAsync(Hidden);
        await rep.SignIn(name);
        await rep.Page.GotoAsync("/coaching/notes");
        await rep.Button("Notify me on this computer", "在这台电脑上通知我").ClickAsync();
        await Assertions.Expect(rep.Page.Locator("#notify")).ToHaveAttributeAsync("aria-pressed", "true");
        var other = await rep.Page.Context.NewPageAsync();
        await other.GotoAsync("/courses");
        var title = await other.TitleAsync();
        var manager = await SignIn(language, coach, own);
        await manager.Go("Live board", "实时看板");
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();

        await Send(manager, "One.");
        // On the one of the two pages that asked first, the list of notes or the other.
        await Eventually.Holds(async () => await other.Locator("#toasts a").CountAsync() + await rep.Page.GetByText("One.").CountAsync() + await rep.Page.Locator("#toasts a").CountAsync() > 0, "the first note");
        Assert.Null(await other.EvaluateAsync<string?>("localStorage.getItem('rang')"));
        await other.EvaluateAsync("hide(true)");
        await rep.Page.EvaluateAsync("hide(true)");
        await Send(manager, "Two.");

        await other.WaitForFunctionAsync("() => localStorage.getItem('rang')");
        Assert.Equal(rep.Say("A new coaching note;", "有新的辅导便签;"), await other.EvaluateAsync<string>("localStorage.getItem('rang')"));
        var titles = new[] { await other.TitleAsync(), await rep.Page.TitleAsync() };
        Assert.Contains(titles, shown => shown.StartsWith("(1) ", StringComparison.Ordinal));
        await other.EvaluateAsync("hide(false)");
        Assert.Equal(title, await other.TitleAsync());

        // What the page in the dark fetched is seen on the one in view.
        await other.RouteAsync("**/coaching/notes/since/**", route => route.AbortAsync());
        var shown = await other.Locator("#toasts a").CountAsync();
        await Send(manager, "Three.");
        await Assertions.Expect(other.Locator("#toasts a")).ToHaveCountAsync(shown + 1);
    }

    private static async Task Send(Person manager, string text)
    {
        await manager.Field("Note", "便签内容").FillAsync(text);
        await manager.Button("Send note", "发送便签").ClickAsync();
        await Assertions.Expect(manager.Page.Locator("#earlier").GetByRole(AriaRole.Article).Filter(new() { HasText = text })).ToBeVisibleAsync();
    }
}
