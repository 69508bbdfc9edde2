using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests.Manager;

/// <summary>A manager writes on the live board without a mouse, and takes back what was sent too soon.</summary>
[Collection(Errand.NotesTakeTurns)]
public sealed class WritingByKeysTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman"), InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task A_note_is_begun_left_found_again_and_sent_by_keys_alone(string language, string name, string coach)
    {
        var manager = await AtTheBoard(language, name, coach);
        var (box, keys) = (manager.Field("Note", "便签内容"), manager.Page.Keyboard);
        var said = manager.Say("Once more, slower.", "再来一遍，慢一点。");
        await manager.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();

        await keys.PressAsync("?");
        await Assertions.Expect(manager.Page.Locator("#keys")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(manager.Page.Locator("#keys")).ToBeHiddenAsync();
        await keys.PressAsync("n");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await keys.TypeAsync(said);
        await keys.PressAsync("Escape");
        await Assertions.Expect(box).Not.ToBeFocusedAsync();
        await Assertions.Expect(box).ToHaveValueAsync(said);
        await keys.PressAsync("n");
        await keys.PressAsync("Control+Enter");

        await Assertions.Expect(Sent(manager, said)).ToBeVisibleAsync();
        await Assertions.Expect(box).ToHaveValueAsync("");
    }

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman"), InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task Who_wants_no_single_keys_switches_them_off_for_good(string language, string name, string coach)
    {
        OnceUnlessThorough(language);
        var manager = await AtTheBoard(language, name, coach);
        await manager.Button("Keys", "快捷键").ClickAsync();
        await manager.Field("Single keys work on this page", "在本页使用单键").UncheckAsync();
        await manager.Page.ReloadAsync();
        await manager.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();

        await manager.Page.Keyboard.PressAsync("?");
        await manager.Page.Keyboard.PressAsync("n");

        await Assertions.Expect(manager.Field("Note", "便签内容")).Not.ToBeFocusedAsync();
        await Assertions.Expect(manager.Page.Locator("#keys")).ToBeHiddenAsync();
    }

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman")]
    public async Task The_focus_goes_on_to_the_panel_of_a_chosen_row_and_to_the_order_once_rows_are_sorted_anew(string language, string name, string coach)
    {
        var manager = await SignIn(language, coach);
        await manager.Page.GotoAsync("/coaching/board"); // and its script
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = name }).PressAsync("Enter");
        await Assertions.Expect(manager.Page.Locator("#panel h2")).ToBeFocusedAsync();

        // At once, before a fetch of the board hides the button again.
        await manager.Page.EvaluateAsync("() => { const anew = document.getElementById('anew'); anew.hidden = false; anew.focus(); anew.click(); }");

        await Assertions.Expect(manager.Page.Locator("[name=sort]")).ToBeFocusedAsync();
    }

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman")]
    public async Task What_was_typed_and_not_sent_goes_with_a_sign_out_and_is_shown_to_nobody_else(string language, string name, string coach)
    {
        var manager = await AtTheBoard(language, name, coach);
        await manager.Field("Note", "便签内容").FillAsync("For nobody else.");
        await manager.Page.EvaluateAsync("sessionStorage[`session-levels:${document.querySelector('.app').dataset.reader}:/coaching/sessions/1`] = '[]'");
        await Eventually.Holds(async () => (await Unsent(manager)).Length == 2, "both are kept");

        await manager.Page.Locator("details.menu:has([data-sign-out]) > summary").ClickAsync();
        await manager.Page.Locator("[data-sign-out]").ClickAsync();
        await manager.Page.WaitForURLAsync("**/people/sign-in");

        Assert.Empty(await Unsent(manager));
        // A browser that lost its sign-in some other way still keeps what somebody typed; the next person never sees it.
        await manager.Page.EvaluateAsync("localStorage['note-draft:another:1'] = 'x'; sessionStorage['session-levels:another:/1'] = '[]'");
        await manager.SignIn(coach);
        await manager.Page.GotoAsync("/");
        Assert.Empty(await Unsent(manager));
    }

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman"), InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task A_note_that_was_not_delivered_is_taken_back_at_once_and_never_arrives(string language, string name, string coach)
    {
        OnceUnlessThorough(language);
        var own = OpenAnother();
        var manager = await AtTheBoard(language, name, coach, own);
        var said = manager.Say("Sent to the wrong person.", "发错人了。");
        await manager.Field("Note", "便签内容").FillAsync(said);
        await manager.Button("Send note", "发送便签").ClickAsync();

        await Sent(manager, said).GetByRole(AriaRole.Button, new() { Name = manager.Say("Take back", "撤回") }).ClickAsync();

        await Assertions.Expect(Sent(manager, said).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        var rep = await SignIn(language, name, own);
        await rep.Page.GotoAsync("/coaching/notes");
        await Assertions.Expect(rep.Page.GetByText(said)).ToHaveCountAsync(0);
    }

    private async Task<Person> AtTheBoard(string language, string name, string coach, Academy? at = null)
    {
        var manager = await SignIn(language, coach, at);
        await manager.Go("Live board", "实时看板");
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Assertions.Expect(manager.Field("Note", "便签内容")).ToBeVisibleAsync();
        return manager;
    }

    private static Task<string[]> Unsent(Person person) =>
        person.Page.EvaluateAsync<string[]>("[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(key => /^(draft|note-draft|session-levels):/.test(key))");

    private static ILocator Sent(Person manager, string text) => manager.Page.Locator("#earlier").GetByRole(AriaRole.Article).Filter(new() { HasText = text });
}
