using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

public sealed class KeepingAWeeklyGoalTests
{
    private const string Drill = "/quizzes/drill";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_missed_day_is_made_up_the_next_day_by_five_more_questions_that_are_due(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Forgetting.Of(app, 20);
        app.Time.Advance(TimeSpan.FromDays(1));
        using var browser = await app.SignIn(rep.Person);

        await Finish(app, rep, browser);
        var offered = await browser.Open(Drill);
        await browser.Submit(Drill, ("second", "true"));
        var second = await Asked(app, rep);
        await Finish(app, rep, browser, begin: false);
        var done = await browser.Open(Drill);

        Assert.Contains("Mon 23 Nov can still count: 5 more questions that are due make up for it, about 4 minutes.", offered, StringComparison.Ordinal);
        Assert.Contains("1 of 3 days", offered, StringComparison.Ordinal);
        Assert.Equal([101, 102, 103, 104, 105], second.Where(row => row.IsSecond).Select(row => row.Number));
        Assert.Equal(15, second.Select(row => row.Family).Distinct().Count());
        Assert.Contains("2 of 3 days", done, StringComparison.Ordinal);
        Assert.Equal((1, 1), (Count("<small>made up</small>", done), Count("<small>done</small>", done)));
        Assert.Contains("<small>made up</small>", await browser.Open("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_set_is_drawn_once_and_only_when_the_days_own_is_finished()
    {
        await using var app = new AcademyApp();
        using var rep = await Forgetting.Of(app, 20);
        app.Time.Advance(TimeSpan.FromDays(1));
        using var browser = await app.SignIn(rep.Person);

        await browser.Submit(Drill, ("second", "true"));
        var tooSoon = await Asked(app, rep);
        await browser.Submit(Drill);
        await browser.Submit(Drill, ("second", "true"));
        var whileOpen = await Asked(app, rep);
        await Finish(app, rep, browser, begin: false);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.Submit(Drill, ("second", "true"))));

        Assert.Empty(tooSoon);
        Assert.DoesNotContain(whileOpen, row => row.IsSecond);
        Assert.Equal(5, (await Asked(app, rep)).Count(row => row.IsSecond));
    }

    [Fact]
    public async Task Two_days_back_is_past_and_nobody_is_blamed()
    {
        await using var app = new AcademyApp();
        using var rep = await Forgetting.Of(app, 30);
        app.Time.Advance(TimeSpan.FromDays(3));
        using var browser = await app.SignIn(rep.Person);

        await Finish(app, rep, browser);
        var thursday = await browser.Open(Drill);
        app.Time.Advance(TimeSpan.FromDays(1));
        using var next = await app.SignIn(rep.Person);
        var friday = await next.Open(Drill);
        app.Time.Advance(TimeSpan.FromDays(3));
        using var later = await app.SignIn(rep.Person);
        var monday = await later.Open(Drill);

        Assert.Contains("Wed 25 Nov can still count", thursday, StringComparison.Ordinal);
        Assert.Contains("1 day this week; a new week begins on Monday", friday, StringComparison.Ordinal);
        Assert.Equal(3, Count("<small>none</small>", friday));
        Assert.Contains("0 of 3 days", monday, StringComparison.Ordinal);
        Assert.Equal(0, Count("<small>none</small>", monday));
    }

    [Fact]
    public async Task The_goal_is_reached_after_three_days_and_no_more_is_asked_for_it()
    {
        await using var app = new AcademyApp();
        using var rep = await Forgetting.Of(app, 40);
        foreach (var ahead in (int[])[0, 1, 1, 2])
        {
            app.Time.Advance(TimeSpan.FromDays(ahead));
            using var browser = await app.SignIn(rep.Person);
            if (ahead < 2)
                await Finish(app, rep, browser);
        }

        using var friday = await app.SignIn(rep.Person);
        await Finish(app, rep, friday);
        var page = await friday.Open(Drill);

        Assert.Contains("Goal reached: 4 days, 3 needed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("can still count", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_off_are_free_and_make_the_goal_smaller()
    {
        await using var app = new AcademyApp();
        using var rep = await Forgetting.Of(app, 20);
        await app.Ledger.Run<Done>(app.Clock.Act(rep.Person), entry =>
        {
            entry.Db.Add(new LeaveRow { Id = Guid.CreateVersion7(), PersonId = rep.Person, From = new DateOnly(2026, 11, 24), Until = new DateOnly(2026, 11, 25) });
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);

        app.Time.Advance(TimeSpan.FromDays(3));
        using var browser = await app.SignIn(rep.Person);
        var page = await browser.Open(Drill);

        Assert.Contains("0 of 2 days", page, StringComparison.Ordinal);
        Assert.Equal((2, 1), (Count("<small>free</small>", page), Count("<small>none</small>", page)));
    }

    [Fact]
    public async Task A_day_on_which_nothing_was_due_is_not_missed()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        app.Time.Advance(TimeSpan.FromDays(2));
        using var browser = await app.SignIn(rep.Person);

        var page = await browser.Open(Drill);

        Assert.Equal(0, Count("<small>none</small>", page));
        Assert.Equal(3, Count("<small>free</small>", page));
    }

    [Fact]
    public async Task The_week_is_read_in_Chinese_with_its_days_in_words()
    {
        await using var app = new AcademyApp();
        using var rep = await Forgetting.Of(app, 20, "zh-Hans");
        app.Time.Advance(TimeSpan.FromDays(1));
        using var browser = await app.SignIn(rep.Person);

        await Finish(app, rep, browser);
        var page = await browser.Open(Drill);

        Assert.Contains("已练 1 天，目标 3 天", page, StringComparison.Ordinal);
        Assert.Contains("11 月 23 日（周一）还能补上：再答 5 道到期的题，约 4 分钟。", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"visually-hidden\">11 月 23 日，星期一</span>", page, StringComparison.Ordinal);
    }

    private static async Task Finish(AcademyApp app, Sitting rep, Browser browser, bool begin = true)
    {
        if (begin)
            await browser.Submit(Drill);
        foreach (var row in (await Asked(app, rep)).Where(row => row.AnsweredAt is null && row.Day == app.Clock.Today))
            await browser.Submit($"{Drill}/answers", ("question", $"{row.Number}"), ("day", row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("unsure", "true"));
    }

    private static async Task<IReadOnlyList<DrillQuestionRow>> Asked(AcademyApp app, Sitting rep)
    {
        await using var db = app.Read();
        return await db.Set<DrillQuestionRow>().Where(q => q.Person == rep.Person).OrderBy(q => q.Day).ThenBy(q => q.Number).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static int Count(string part, string page) => page.Split(part).Length - 1;
}
