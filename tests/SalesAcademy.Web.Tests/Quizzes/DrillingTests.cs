using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Quizzes;

public sealed class DrillingTests
{
    private const string Drill = "/quizzes/drill";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_new_rep_is_asked_ten_questions_each_explained_at_once_and_told_when_they_come_again(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Forgetting.Of(app, 12);
        Assert.Contains("Answer the 10 drill questions due today", await rep.Browser.Open("/"), StringComparison.Ordinal);
        Assert.Contains("10 questions are due today", await rep.Browser.Open(Drill), StringComparison.Ordinal);

        await rep.Browser.Submit(Drill);
        for (var number = 1; number <= 10; number++)
        {
            Assert.Contains($"Question {number} of 10", await rep.Browser.Open(Drill), StringComparison.Ordinal);
            var committed = await Answer(rep, number, "0");
            Assert.Equal($"{Drill}?q={number}", committed.Headers.Location!.ToString());
            Assert.Contains("Next review", await rep.Browser.Open($"{Drill}?q={number}"), StringComparison.Ordinal);
        }

        var done = await rep.Browser.Open(Drill);
        Assert.Contains("Done for today", done, StringComparison.Ordinal);
        Assert.Contains("Next drill Tue 24 Nov", done, StringComparison.Ordinal);
        Assert.DoesNotContain("drill questions due today", await rep.Browser.Open("/"), StringComparison.Ordinal);
        var said = (await app.Events()).Where(e => e.Type == "drill-answered" && e.At.Day == 23).Select(e => (DrillAnswered)EventTrunk.Read(e)).ToArray();
        Assert.Equal(10, said.Select(e => e.Answer.Family).Distinct().Count());
        Assert.All(said, e => Assert.DoesNotContain("-cert-", e.Answer.Family, StringComparison.Ordinal));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Two_tabs_begin_one_drill_and_an_answer_counts_once(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Forgetting.Of(app, 12);
        await rep.Browser.AntiforgeryToken();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => rep.Browser.Submit(Drill)));
        var first = await Rows(app, rep);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Answer(rep, 1, i % 2 == 0 ? "0" : "1")));

        Assert.Equal(10, first.Count);
        Assert.Single(await app.Events(), e => e.Type == "drill-answered" && e.At.Day == 23);
        var kept = (await Rows(app, rep))[0];
        Assert.NotNull(kept.Response);
        await Answer(rep, 1, "1");
        Assert.Equal(kept.Response, (await Rows(app, rep))[0].Response);
    }

    [Fact]
    public async Task An_answer_must_be_chosen_or_refused_openly()
    {
        await using var app = new AcademyApp();
        using var rep = await Forgetting.Of(app, 12);
        await rep.Browser.Submit(Drill);

        var empty = await rep.Browser.Submit($"{Drill}/answers", ("question", "1"), ("day", "2026-11-23"));
        var several = await rep.Browser.Submit($"{Drill}/answers", ("question", "1"), ("day", "2026-11-23"), ("option", "0"), ("option", "0"));
        var none = await rep.Browser.Submit($"{Drill}/answers", ("question", "77"), ("day", "2026-11-23"), ("option", "0"));
        var unsure = await rep.Browser.Submit($"{Drill}/answers", ("question", "1"), ("day", "2026-11-23"), ("unsure", "true"));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound, HttpStatusCode.Redirect],
            new[] { empty, several, none, unsure }.Select(a => a.StatusCode));
        Assert.Equal(0, (await Rows(app, rep))[0].Score);
    }

    [Fact]
    public async Task A_day_off_asks_nothing_and_says_when_it_goes_on()
    {
        await using var app = new AcademyApp();
        app.Time.Advance(TimeSpan.FromDays(5));
        using var rep = await Forgetting.Of(app, 12);

        var saturday = await rep.Browser.Open(Drill);

        Assert.Contains("Nothing is due today", saturday, StringComparison.Ordinal);
        Assert.Contains("Next drill Mon 30 Nov: 10 questions", saturday, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_forgotten_comes_back_first()
    {
        await using var app = new AcademyApp();
        using var rep = await Forgetting.Of(app, 10);
        await rep.Browser.Submit(Drill);
        var monday = (await Rows(app, rep)).Select(r => r.Family).ToHashSet();
        for (var number = 1; number <= 10; number++)
            await rep.Browser.Submit($"{Drill}/answers", ("question", $"{number}"), ("day", "2026-11-23"), ("unsure", "true"));

        app.Time.Advance(TimeSpan.FromDays(1));
        using var tuesday = await app.SignIn(rep.Person);
        await tuesday.Submit(Drill);

        await using var db = app.Read();
        var asked = await db.Set<DrillQuestionRow>().Where(q => q.Person == rep.Person && q.Day == new DateOnly(2026, 11, 24)).Select(q => q.Family).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(10, asked.Count);
        Assert.Equal(monday, asked.ToHashSet());
    }

    [Fact]
    public async Task What_was_never_taught_is_not_asked()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        Assert.Contains("Nothing is due today", await rep.Browser.Open(Drill), StringComparison.Ordinal);

        await rep.Browser.Submit(Drill);
        Assert.Empty(await Rows(app, rep));
    }

    [Fact]
    public async Task Only_sellers_drill()
    {
        await using var app = new AcademyApp();
        using var manager = await app.SignIn(await app.Join("Zhou Mingzhe", Role.Manager));

        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Get(Drill)).StatusCode);
        Assert.DoesNotContain(Drill, await manager.Open("/"), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Answer(Sitting rep, int number, string option) =>
        rep.Browser.Submit($"{Drill}/answers", ("question", $"{number}"), ("day", "2026-11-23"), ("option", option));

    private static async Task<IReadOnlyList<DrillQuestionRow>> Rows(AcademyApp app, Sitting rep)
    {
        await using var db = app.Read();
        return await db.Set<DrillQuestionRow>().Where(q => q.Person == rep.Person).OrderBy(q => q.Number).ToListAsync(TestContext.Current.CancellationToken);
    }
}
