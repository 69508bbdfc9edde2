using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Content.Comparing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Courses.Changes;

namespace SalesAcademy.Web.Tests.Courses;

/// <summary>An edit disturbs nobody; a marked change asks exactly those who had completed the lesson; taken back, it asks nobody.</summary>
public sealed class ReadingWhatChangedTests : IDisposable
{
    private const string New = "Two proofs are needed from now on.";
    private readonly WorkingCopy copy = new("content");

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_marked_change_asks_exactly_those_who_had_completed_the_lesson_and_asks_them_once(Store store)
    {
        await using var app = await Open(store);
        var (done, reading, later) = (await Reader.Join(app), await Reader.Join(app), await Reader.Join(app));
        await done.Complete(Reader.Lesson);
        await reading.Report(Reader.Passages(app)[2].Id);
        await Teach(app, () => Write("en", $"\n{New}\n"));
        Assert.DoesNotContain(await app.Events(), e => e.Type.StartsWith("lesson-change", StringComparison.Ordinal)); // an edit alone disturbs nobody

        await Teach(app, () => Mark("2026-11-20"));
        await app.Services.GetRequiredService<ChangeBook>().Follow(TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await later.Complete(Reader.Lesson);

        var opened = Assert.Single(await app.Events(), e => e.Type == "lesson-change-opened");
        Assert.Contains("\"asked\":1", opened.Json, StringComparison.Ordinal);
        var page = await done.Browser.Open(Reader.Url);
        Assert.Contains("What changed on Fri 20 Nov", page, StringComparison.Ordinal);
        Assert.Contains("A stage needs two proofs.", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/courses/sales-process/stages/changes/reading\"", page, StringComparison.Ordinal);
        Assert.Contains("has changed: A stage needs two proofs.", WebUtility.HtmlDecode(await done.Browser.Open("/")), StringComparison.Ordinal);
        Assert.Contains("Changed since you completed it", await done.Browser.Open("/paths"), StringComparison.Ordinal);
        foreach (var other in new[] { reading, later })
        {
            Assert.DoesNotContain("changes/reading", await other.Browser.Open(Reader.Url), StringComparison.Ordinal);
            Assert.DoesNotContain("two proofs", await other.Browser.Open("/"), StringComparison.Ordinal);
            Assert.Contains("Nothing that you have completed has changed", await other.Browser.Open("/courses/changes"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_new_is_marked_in_the_text_and_read_once_while_completion_stays_as_it_was()
    {
        await using var app = await Open();
        var reader = await Reader.Join(app);
        await reader.Complete(Reader.Lesson);
        var before = await Progress(app);
        await Teach(app, () => { Mark("2026-11-20"); Write("en", $"\n{New}\n"); });
        var passage = Reader.Passages(app)[^1];

        var page = await reader.Browser.Open(Reader.Url);
        var first = await reader.Browser.Submit($"{Reader.Url}/changes/reading");
        var again = await reader.Browser.Submit($"{Reader.Url}/changes/reading");

        Assert.Equal(New, passage.Text);
        Assert.Contains($"data-block=\"{passage.Id}\" data-changed", page, StringComparison.Ordinal);
        Assert.Equal(1, page.Split("data-changed").Length - 1);
        Assert.Contains($"<a href=\"#{passage.Id}\">{New}</a>", page, StringComparison.Ordinal);
        Assert.Contains("1 minute<", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, again.StatusCode));
        Assert.Single(await reader.Said(), type => type == "lesson-change-read");
        var after = await reader.Browser.Open(Reader.Url);
        Assert.Contains("<b data-standing>Completed</b>", after, StringComparison.Ordinal);
        Assert.DoesNotContain("data-changed", after, StringComparison.Ordinal);
        Assert.Equal(before, await Progress(app));
        Assert.Contains("Read 08:00", await reader.Browser.Open("/courses/changes"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Browser.Submit("/courses/sales-process/nothing/changes/reading")).StatusCode);
    }

    [Fact]
    public async Task Managers_see_who_of_their_own_team_has_a_change_still_to_read()
    {
        await using var app = await Open();
        var (manager, other) = (await app.Join("Ming", Role.Manager), await app.Join("Aisha", Role.Manager));
        var (team, others) = (await app.Team("East", manager), await app.Team("West", other));
        var (late, early, foreign) = (await Member(app, "Zoe Late", team), await Member(app, "Noah Early", team), await Member(app, "Maya Elsewhere", others));
        await Teach(app, () => Mark("2026-11-20"));
        await early.Browser.Submit($"{Reader.Url}/changes/reading");

        var page = await (await app.SignIn(manager)).Open("/paths");

        Assert.Contains("Changes your team has still to read", page, StringComparison.Ordinal);
        Assert.Contains("A stage needs two proofs.", page, StringComparison.Ordinal);
        Assert.Equal((true, false, false), (page.Contains("Zoe Late", StringComparison.Ordinal), page.Contains("Noah Early", StringComparison.Ordinal), page.Contains("Maya Elsewhere", StringComparison.Ordinal)));
        Assert.DoesNotContain("your team", await foreign.Browser.Open("/paths"), StringComparison.Ordinal);
        await late.Browser.Submit($"{Reader.Url}/changes/reading");
        Assert.DoesNotContain("Changes your team", await (await app.SignIn(manager)).Open("/paths"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passing_the_check_again_is_reading_it_and_failing_it_is_not()
    {
        await using var app = await Open();
        var reader = await Reader.Join(app);
        await reader.Complete(Reader.Lesson);
        await Teach(app, () => Mark("2026-11-20"));
        var check = Reader.Taught(app).FindLesson(Reader.Lesson)!.Check;

        await reader.Answer(check, 1, 4);
        Assert.DoesNotContain("lesson-change-read", await reader.Said());
        await reader.Answer(check, 4, 4);

        var said = Assert.Single(await app.Events(), e => e.Type == "lesson-change-read");
        Assert.Contains("\"byCheck\":true", said.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("changes/reading", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revert_takes_open_tasks_back_and_says_so_and_put_back_it_is_the_same_change()
    {
        await using var app = await Open();
        var (read, unread) = (await Reader.Join(app), await Reader.Join(app));
        await read.Complete(Reader.Lesson);
        await unread.Complete(Reader.Lesson);
        var unmarked = Files();
        await Teach(app, () => Mark("2026-11-20"));
        await read.Browser.Submit($"{Reader.Url}/changes/reading");
        var marked = Files();

        await Teach(app, () => Restore(unmarked));

        var takenBack = Assert.Single(await app.Events(), e => e.Type == "lesson-change-taken-back");
        Assert.Contains("\"unread\":1", takenBack.Json, StringComparison.Ordinal);
        Assert.Contains("The change of Fri 20 Nov was taken back (08:00). You need not read it any more.", await unread.Browser.Open(Reader.Url), StringComparison.Ordinal);
        Assert.DoesNotContain("taken back", await read.Browser.Open(Reader.Url), StringComparison.Ordinal);
        Assert.DoesNotContain("has changed", await unread.Browser.Open("/"), StringComparison.Ordinal);

        await Teach(app, () => Restore(marked));

        Assert.Equal(2, (await app.Events()).Count(e => e.Type == "lesson-change-opened"));
        Assert.Contains("changes/reading", await unread.Browser.Open(Reader.Url), StringComparison.Ordinal);
        Assert.DoesNotContain("changes/reading", await read.Browser.Open(Reader.Url), StringComparison.Ordinal);
        await using var db = app.Read();
        Assert.Equal(1, await db.Set<LessonChangeRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Marks_that_stood_there_before_the_academy_looked_ask_nobody_and_a_later_day_does()
    {
        Mark("2026-11-20");
        await using var app = await Open();
        var reader = await Reader.Join(app, "zh-Hans");
        await reader.Complete(Reader.Lesson);
        Assert.DoesNotContain("changes/reading", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);

        await Teach(app, () => copy.Replace("courses/sales-process/en/01-stages.md", "changed: 2026-11-20", "changed: 2026-11-22"), () => copy.Replace("courses/sales-process/zh-Hans/01-stages.md", "changed: 2026-11-20", "changed: 2026-11-22"));

        Assert.Contains("11 月 22 日（周日）的改动", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);
        Assert.Contains("每个阶段要有两项证据。", await reader.Browser.Open("/courses/changes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_sees_before_and_after_how_many_it_asks()
    {
        await using var app = await Open();
        var (reader, gone) = (await Reader.Join(app), await Reader.Join(app));
        await reader.Complete(Reader.Lesson);
        await gone.Complete(Reader.Lesson);
        await app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
        {
            (await entry.Db.FindAsync<Features.People.PersonRow>(gone.Id))!.SuspendedAt = entry.Act.At; // joined above
            return Done.Value;
        }, TestContext.Current.CancellationToken);
        using var author = await app.SignIn(await app.Join("Hannah Lind", Role.Author));
        var before = app.Services.GetRequiredService<Library>().Now;
        var foreseen = await author.Open($"{Reader.Url}/preview");

        Mark("2026-11-20");
        var after = ContentCompiler.Compile(copy.Content, previous: null, TestContext.Current.CancellationToken).Catalogue!;
        var counted = await app.Services.GetRequiredService<ConcernedPeople>().Count(new(before.Hash, after.Hash, ContentComparison.Between(before, after)), before, after, TestContext.Current.CancellationToken);
        await Teach(app);

        Assert.Contains("1 person who works here has completed this lesson.", foreseen, StringComparison.Ordinal);
        Assert.Equal(new Concerned(0, 2, null) { Asked = 1 }, Assert.Single(counted.Changes).People);
        var content = await author.Open("/courses/check");
        Assert.Contains("Change of Fri 20 Nov, asked since", content, StringComparison.Ordinal);
        Assert.Contains("<td class=\"amount num\">1</td>", content, StringComparison.Ordinal);
    }

    public void Dispose() => copy.Dispose();

    private async Task<AcademyApp> Open(Store store = Store.Sqlite)
    {
        var app = new AcademyApp(store, new() { ["Academy:Content"] = copy.Content }, withoutRounds: true);
        await app.Services.GetRequiredService<ChangeBook>().Follow(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task Teach(AcademyApp app, params Action[] edits)
    {
        foreach (var edit in edits)
            edit();
        app.Services.GetRequiredService<Library>().Load();
        await app.Services.GetRequiredService<ChangeBook>().Follow(TestContext.Current.CancellationToken);
    }

    private void Mark(string day)
    {
        copy.Replace(File("en"), "check: check-stages\n", $"check: check-stages\nchanged: {day}\nwhat-changed: A stage needs two proofs.\n");
        copy.Replace(File("zh-Hans"), "check: check-stages\n", $"check: check-stages\nchanged: {day}\nwhat-changed: 每个阶段要有两项证据。\n");
    }

    private void Write(string locale, string more) => System.IO.File.AppendAllText(Path.Combine(copy.Content, File(locale)), more);

    private string[] Files() => [.. Locales.All.Select(locale => System.IO.File.ReadAllText(Path.Combine(copy.Content, File(locale))))];

    private void Restore(string[] texts)
    {
        foreach (var (index, locale) in Locales.All.Index())
            System.IO.File.WriteAllText(Path.Combine(copy.Content, File(locale)), texts[index]);
    }

    private static async Task<Reader> Member(AcademyApp app, string name, Guid team)
    {
        var person = await app.Join(name, Role.Rep, team);
        var reader = new Reader(app, person, await app.SignIn(person));
        await reader.Complete(Reader.Lesson);
        return reader;
    }

    private static string File(string locale) => $"courses/sales-process/{locale}/01-stages.md";

    private static async Task<IReadOnlyList<(DateTime?, int, string?)>> Progress(AcademyApp app)
    {
        await using var db = app.Read();
        return [.. (await db.Set<LessonProgressRow>().ToListAsync(TestContext.Current.CancellationToken)).Select(row => (row.CompletedAt, row.Percent, row.Furthest))];
    }
}
