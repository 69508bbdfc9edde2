using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Browser.Tests.Manager;

[Collection(Errand.NotesTakeTurns)]
public sealed class CoachingLiveTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman"), InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task A_note_appears_beside_the_passage_being_read_and_its_acknowledgement_comes_back(string language, string name, string coach)
    {
        var (rep, manager) = await AtTheLesson(language, name, coach);
        await rep.Page.EvaluateAsync("document.body.dataset.loaded = 'once'");
        await Panel(manager, name).Locator(".passage:not(.heading) [data-words]").First.DblClickAsync(new() { Position = new() { X = 4, Y = 8 } });
        var anchor = manager.Page.Locator("#anchor-words");
        await Assertions.Expect(manager.Page.Locator(".compose-form [name=Quote]")).Not.ToHaveValueAsync(""); // the page hears of a selection a moment later
        var words = await anchor.InnerTextAsync();

        // Before the manager has written a word the reader goes on, and the board follows; the chosen words stay chosen.
        await manager.Field("Note", "便签内容").ClickAsync();
        await rep.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(Line(manager, name)).ToContainTextAsync(LastHeading(language));
        var said = manager.Say("Say this in your own words.", "请用自己的话说一遍。");
        await Assertions.Expect(anchor).ToHaveTextAsync(words);
        await Send(manager, said);

        var note = rep.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = said });
        await Assertions.Expect(note).ToBeVisibleAsync();
        await Assertions.Expect(note.GetByRole(AriaRole.Blockquote)).ToHaveTextAsync(words);
        await Assertions.Expect(rep.Page.Locator("#announcer")).ToHaveTextAsync(rep.Say($"New note from {coach} about {TitleOf("discovery", "cost", language)}", $"{coach}就“{TitleOf("discovery", "cost", language)}”发来新便签"));
        Assert.Contains(words, await rep.Page.EvaluateAsync<string[]>("[...CSS.highlights.get('note')].map(range => range.toString().replace(/\\s+/g, ' ').trim())"));
        await Assertions.Expect(rep.Page.Locator("body")).ToHaveAttributeAsync("data-loaded", "once");

        await note.GetByRole(AriaRole.Button, new() { Name = rep.Say("Got it", "知道了") }).ClickAsync();
        await Assertions.Expect(note).ToContainTextAsync(rep.Say("You acknowledged it", "你已确认"));
        await Assertions.Expect(Sent(manager, said)).ToContainTextAsync(manager.Say("Acknowledged", "已确认"));
    }

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman"), InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task A_note_is_answered_and_the_answer_appears_beside_the_board_without_a_reload(string language, string name, string coach)
    {
        OnceUnlessThorough(language);
        var (rep, manager) = await AtTheLesson(language, name, coach);
        await rep.Page.EvaluateAsync("document.body.dataset.loaded = 'once'");
        await manager.Page.EvaluateAsync("document.body.dataset.loaded = 'once'");
        var said = manager.Say("Which of your leads is this true of?", "你手上哪条线索正是这样？");
        await Send(manager, said);
        await Assertions.Expect(Panel(manager, name)).ToContainTextAsync(manager.Say($"You, {name} and, by the coaching policy, these can read this: the manager of the coach, HR.", $"你和{name}能看到；按辅导策略，辅导人的上级、人力资源也能看到。"));

        var note = rep.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = said });
        await note.GetByText(rep.Say("Reply", "回复"), new() { Exact = true }).ClickAsync();
        var answer = rep.Say("The one from the trade fair.", "展会上来的那条。");
        await note.GetByRole(AriaRole.Textbox).FillAsync(answer);
        await note.GetByRole(AriaRole.Textbox).PressAsync("Control+Enter");
        await Assertions.Expect(note).ToContainTextAsync(rep.Say("Your reply", "你的回复"));
        await Assertions.Expect(Sent(manager, answer)).ToContainTextAsync(manager.Say($"Reply from {name}", $"{name}的回复"));

        await note.GetByRole(AriaRole.Button, new() { Name = rep.Say("It helped", "有帮助") }).ClickAsync();
        await Assertions.Expect(note).ToContainTextAsync(rep.Say("You said it helped", "你说有帮助"));
        await Assertions.Expect(Sent(manager, said)).ToContainTextAsync(manager.Say("It helped", "对方说有帮助"));
        foreach (var page in new[] { rep.Page, manager.Page })
            await Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-loaded", "once");
    }

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman"), InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task While_a_note_is_written_the_panel_goes_on_saying_where_its_receiver_is(string language, string name, string coach)
    {
        OnceUnlessThorough(language);
        var (rep, manager) = await AtTheLesson(language, name, coach);
        var begun = manager.Say("Half a", "半句");
        // Also before, however often the board has fetched itself anew.
        foreach (var lesson in new[] { "sales-process/evidence", "discovery/cost" })
        {
            await rep.Page.GotoAsync($"/courses/{lesson}");
            await Assertions.Expect(manager.Page.Locator("#panel-where")).ToContainTextAsync(TitleOf(lesson.Split('/')[0], lesson.Split('/')[1], language));
        }

        await manager.Field("Note", "便签内容").FillAsync(begun);

        await rep.Page.GotoAsync("/courses/sales-process/stages");

        await Assertions.Expect(Line(manager, name)).ToContainTextAsync(TitleOf("sales-process", "stages", language));
        await Assertions.Expect(manager.Page.Locator("#panel-where")).ToContainTextAsync(TitleOf("sales-process", "stages", language));
        await Assertions.Expect(manager.Field("Note", "便签内容")).ToHaveValueAsync(begun);
    }

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman"), InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task Notes_to_somebody_without_a_line_wait_and_arrive_once_and_in_order(string language, string name, string coach)
    {
        OnceUnlessThorough(language);
        var (rep, manager) = await AtTheLesson(language, name, coach);
        string[] said = [.. Enumerable.Range(1, 4).Select(number => manager.Say($"Thought number {number}.", $"第 {number} 个想法。"))];
        rep.IsDisturbed = true;

        await rep.Page.Context.SetOfflineAsync(true);
        foreach (var note in said[..3])
        {
            await Send(manager, note);
            await Assertions.Expect(Sent(manager, note)).ToContainTextAsync(manager.Say("Waiting, not delivered yet", "待送达"));
        }

        var arrived = rep.Page.GetByRole(AriaRole.Article).Filter(new() { HasTextRegex = new("Thought number|个想法") });
        await Assertions.Expect(arrived).ToHaveCountAsync(0);
        await rep.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(arrived).ToHaveCountAsync(3);
        var answered = new TaskCompletionSource();
        await manager.Page.RouteAsync("**/coaching/notes", async route =>
        {
            var answer = await route.FetchAsync();
            await answered.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        await Send(manager, said[3]);

        // It stands in the list before its answer is here, so the next one may be begun already.
        await manager.Field("Note", "便签内容").FillAsync(said[0]);
        await manager.Page.EvaluateAsync("document.getElementById('panel').dataset.asked = ''");
        answered.SetResult();
        await Assertions.Expect(manager.Page.Locator("#panel")).Not.ToHaveAttributeAsync("data-asked", "");
        await Assertions.Expect(manager.Field("Note", "便签内容")).ToHaveValueAsync(said[0]);
        await Assertions.Expect(arrived).ToHaveTextAsync(said.Select(text => new System.Text.RegularExpressions.Regex(text)));
        await Assertions.Expect(Sent(manager, said[0])).Not.ToContainTextAsync(manager.Say("Waiting", "待送达"));
    }

    [Theory, InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task A_note_comes_to_the_day_and_to_the_page_of_all_notes_without_a_reload(string language, string name, string coach)
    {
        var (rep, manager) = await AtTheLesson(language, name, coach);
        var said = new[] { manager.Say("For the day.", "写给今天。"), manager.Say("For the list.", "写给列表。") };
        await rep.Page.GotoAsync("/");
        await rep.Page.EvaluateAsync("document.body.dataset.loaded = 'once'");
        await Send(manager, said[0]);
        await Assertions.Expect(rep.Page.Locator("#coaching-notes")).ToContainTextAsync(said[0]);
        await rep.Button("Close", "关闭").ClickAsync(); // what told of it stands on the page no longer than its reader likes
        await Assertions.Expect(rep.Page.Locator(".toast-line")).ToHaveCountAsync(0);
        await Assertions.Expect(rep.Page.Locator("body")).ToHaveAttributeAsync("data-loaded", "once");
        var unanswered = int.Parse(await rep.Page.Locator(".rail a[href='/coaching/notes'] .count").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await rep.Page.GotoAsync("/coaching/notes");
        await rep.Page.EvaluateAsync("document.body.dataset.loaded = 'once'");
        await Send(manager, said[1]);
        await Assertions.Expect(rep.Page.Locator("#notes-list [data-note]").First).ToContainTextAsync(said[1]);
        await Assertions.Expect(rep.Page.Locator(".rail a[href='/coaching/notes'] .count")).ToHaveTextAsync($"{unanswered + 1}");
        await Assertions.Expect(rep.Page.Locator("body")).ToHaveAttributeAsync("data-loaded", "once");
    }

    [Theory, InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task Beside_a_note_whose_passage_is_lost_new_ones_still_appear(string language, string name, string coach)
    {
        var (rep, manager) = await AtTheLesson(language, name, coach);
        var lost = manager.Say("Its passage is soon gone.", "这一段很快就没了。");
        await Send(manager, lost);
        await using (var db = Academy.Read())
            await db.Set<NoteRow>().Where(note => note.Text == lost).ExecuteUpdateAsync(note => note.SetProperty(n => n.Block, "b-0000000000").SetProperty(n => n.Quote, "gone"), TestContext.Current.CancellationToken);
        await rep.Page.ReloadAsync();
        await Assertions.Expect(rep.Page.Locator("[data-fate=Orphan]").First).ToBeVisibleAsync();

        var said = manager.Say("Beside another passage.", "写在另一段旁边。");
        await Send(manager, said);

        await Assertions.Expect(rep.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = said })).ToBeVisibleAsync();
    }

    [Theory, InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task A_note_whose_fetch_a_full_house_refused_comes_without_another_signal(string language, string name, string coach)
    {
        var (rep, manager) = await AtTheLesson(language, name, coach);
        rep.IsDisturbed = true;
        await rep.Page.RouteAsync("**/coaching/notes/since/**", route => route.FulfillAsync(new() { Status = 503 }), new() { Times = 1 });

        var said = manager.Say("Said while the house was full.", "满座的时候说的话。");
        await Send(manager, said);

        await Assertions.Expect(rep.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = said })).ToBeVisibleAsync();
    }

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz", "Aisha Rahman"), InlineData("zh-Hans", "欧阳娜娜", "周明哲")]
    public async Task Notes_are_held_while_somebody_sits_a_certification_quiz(string language, string name, string coach)
    {
        var rep = await SignIn(language, name);
        await rep.Page.GotoAsync("/quizzes/discovery/certification");
        await rep.Button("Try again", "再次作答").ClickAsync();
        await rep.Page.WaitForURLAsync("**/quizzes/attempts/*");
        var attempt = new Uri(rep.Page.Url).AbsolutePath;
        var manager = await SignIn(language, coach);
        await Choose(manager, name, manager.Say("Certification quiz", "认证测验"));
        var said = manager.Say("Breathe, you know this.", "别慌，这些你都会。");

        await Assertions.Expect(Panel(manager, name)).ToContainTextAsync(manager.Say("Your note is kept and delivered after submit", "便签会先保存，交卷后送达"));
        await Panel(manager, name).GetByLabel(manager.Say("Note", "便签内容"), new() { Exact = true }).FillAsync(said);
        await manager.Button("Deliver after submit", "交卷后送达").ClickAsync();
        await Assertions.Expect(Sent(manager, said)).ToContainTextAsync(manager.Say("Held until submit", "暂存，交卷后送达"));
        await rep.Page.GotoAsync("/coaching/notes");
        await Assertions.Expect(rep.Page.GetByText(said)).ToHaveCountAsync(0);

        await rep.Page.GotoAsync($"{attempt}/submit");
        await rep.Button("Hand in", "交卷").ClickAsync();
        await rep.Page.GetByRole(AriaRole.Link, new() { Name = rep.Say($"Note from {coach}", $"{coach}发来便签") }).ClickAsync();

        await Assertions.Expect(rep.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = said })).ToBeVisibleAsync();
        await Assertions.Expect(Sent(manager, said)).ToContainTextAsync(manager.Say("during a certification quiz", "认证测验期间"));
    }

    /// <summary>The rep reads a lesson, and the manager has seen so on the board and chosen them.</summary>
    private async Task<(Person Rep, Person Manager)> AtTheLesson(string language, string name, string coach)
    {
        var rep = await SignIn(language, name);
        await rep.Page.GotoAsync("/courses/discovery/cost");
        var manager = await SignIn(language, coach);
        await Choose(manager, name, manager.Say("The cost of doing nothing", "不改的代价"));
        return (rep, manager);
    }

    private static async Task Choose(Person manager, string name, string where)
    {
        await manager.Go("Live board", "实时看板");
        await Assertions.Expect(Line(manager, name)).ToContainTextAsync(where);
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Panel(manager, name).GetByRole(AriaRole.Heading, new() { Name = name }).First.HoverAsync();
    }

    private static async Task Send(Person manager, string text)
    {
        await manager.Field("Note", "便签内容").FillAsync(text);
        await manager.Button("Send note", "发送便签").ClickAsync();
        await Assertions.Expect(Sent(manager, text)).ToBeVisibleAsync();
    }

    private string TitleOf(string course, string lesson, string language) => Academy.The<Library>().Now.FindCourse(course)!.FindLesson(lesson)!.Text.In(language).Value.Title;

    private string LastHeading(string language) => Academy.The<Library>().Now.FindCourse("discovery")!.FindLesson("cost")!.Text.In(language).Value.Outline[^1].Title;

    private static ILocator Line(Person manager, string name) => manager.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    private static ILocator Panel(Person manager, string name) => manager.Page.GetByRole(AriaRole.Complementary, new() { Name = name });

    private static ILocator Sent(Person manager, string text) => manager.Page.Locator("#earlier").GetByRole(AriaRole.Article).Filter(new() { HasText = text });
}
