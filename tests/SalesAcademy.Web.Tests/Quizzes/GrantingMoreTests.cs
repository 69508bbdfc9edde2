using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Tests.Paths;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>More time and more attempts for one person: who may grant them, what they change, and that nothing is lost of what was granted.</summary>
public sealed class GrantingMoreTests
{
    private const string Exam = "discovery/certification";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Somebody_whose_attempts_are_used_up_is_given_one_more(Store store)
    {
        await using var app = new AcademyApp(store);
        var (manager, rep) = await Team(app);
        using var _ = rep;
        await UseUp(app, rep);
        using var desk = await app.SignIn(manager);
        Assert.Contains($"/quizzes/accommodations/{rep.Person}?quiz={Exam}", await desk.Open($"/readiness/{rep.Person}"), StringComparison.Ordinal);
        Assert.Contains("5 attempts, not passed", await desk.Open($"/quizzes/accommodations/{rep.Person}?quiz={Exam}"), StringComparison.Ordinal);

        var given = await Grant(desk, app, rep.Person, attempts: 1, days: 2, reason: "Two of the five were cut off by a power failure");

        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        var page = await rep.Browser.Open(Sitting.Exam);
        Assert.Contains("1 of 6 left", page, StringComparison.Ordinal);
        Assert.Contains("5 and 1 granted to you", page, StringComparison.Ordinal);
        Assert.Contains("1 more attempt, by Zhou Mingzhe, until 25 November 2026. Two of the five were cut off by a power failure", page, StringComparison.Ordinal);
        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => rep.Start()));
        Assert.Single(attempts.Distinct());
        Assert.NotNull((await rep.Row(attempts[0])).Accommodation);
        await rep.Submit(attempts[0]);
        app.Time.Advance(TimeSpan.FromHours(1));
        var refused = await rep.Browser.Submit($"{Sitting.Exam}/attempts");
        Assert.Contains("All 6 attempts are used", await Text(refused), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task More_time_moves_the_deadline_of_what_begins_and_taking_it_back_shortens_nothing_begun(Store store)
    {
        await using var app = new AcademyApp(store);
        var (manager, rep) = await Team(app);
        using var _ = rep;
        using var desk = await app.SignIn(manager);
        var before = await rep.Row(await rep.Start());
        await Grant(desk, app, rep.Person, time: 26);
        await rep.Submit(before.Id);
        app.Time.Advance(TimeSpan.FromHours(1));
        Assert.Contains("20 minutes and 6 granted to you", await rep.Browser.Open(Sitting.Exam), StringComparison.Ordinal);

        var during = await rep.Start();
        var revoked = await desk.Submit($"/quizzes/accommodations/{rep.Person}/{(await Granted(app)).Id}/revocation");

        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(before.StartedAt.AddMinutes(20), before.Deadline);
        var row = await rep.Row(during);
        Assert.Equal(row.StartedAt.AddMinutes(26), row.Deadline);
        await rep.Submit(during);
        app.Time.Advance(TimeSpan.FromHours(1));
        Assert.DoesNotContain("granted to you", await rep.Browser.Open(Sitting.Exam), StringComparison.OrdinalIgnoreCase);
        var after = await rep.Row(await rep.Start());
        Assert.Equal(after.StartedAt.AddMinutes(20), after.Deadline);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task It_holds_to_the_end_of_its_last_day_where_the_organisation_is(Store store)
    {
        await using var app = new AcademyApp(store);
        var (manager, rep) = await Team(app);
        using var _ = rep;
        await UseUp(app, rep);
        using var desk = await app.SignIn(manager);
        await Grant(desk, app, rep.Person, attempts: 2, days: 0);

        // Midnight in Shanghai is 16:00 UTC.
        app.Time.SetUtcNow(new DateTimeOffset(2026, 11, 23, 15, 59, 59, TimeSpan.Zero));
        using var late = await app.SignIn(rep.Person);
        var last = await late.Submit($"{Sitting.Exam}/attempts");
        Assert.Equal(HttpStatusCode.Redirect, last.StatusCode);
        await late.Submit($"{last.Headers.Location}/submit");
        app.Time.Advance(TimeSpan.FromHours(1));

        var next = await late.Submit($"{Sitting.Exam}/attempts");
        Assert.Contains("All 6 attempts are used", await Text(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_grant_counts_in_full_after_the_first_was_used_and_ended()
    {
        await using var app = new AcademyApp();
        var (manager, rep) = await Team(app);
        using var _ = rep;
        await UseUp(app, rep);
        using var desk = await app.SignIn(manager);
        await Grant(desk, app, rep.Person, attempts: 1, days: 0);
        await rep.Submit(await rep.Start());
        app.Time.Advance(TimeSpan.FromDays(1));
        using var again = await app.SignIn(manager);
        using var back = await app.SignIn(rep.Person);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await back.Submit($"{Sitting.Exam}/attempts")).StatusCode);

        await Grant(again, app, rep.Person, attempts: 1, days: 0);

        Assert.Contains("1 of 7 left", await back.Open(Sitting.Exam), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await back.Submit($"{Sitting.Exam}/attempts")).StatusCode);
    }

    [Fact]
    public async Task A_grant_for_every_quiz_gives_attempts_in_each()
    {
        await using var app = new AcademyApp();
        var (manager, rep) = await Team(app);
        using var _ = rep;
        using var desk = await app.SignIn(manager);

        await Grant(desk, app, rep.Person, quiz: "", time: 50, attempts: 2);

        foreach (var quiz in (string[])[Sitting.Exam, "/quizzes/leads-and-pool/certification"])
        {
            var page = await rep.Browser.Open(quiz);
            Assert.Contains("7 of 7 left", page, StringComparison.Ordinal);
            Assert.Contains("30 minutes from the start", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("granted to you.", await rep.Browser.Open(Sitting.Check), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_manager_reaches_nobody_of_another_team_and_not_oneself(Store store)
    {
        await using var app = new AcademyApp(store);
        var (_, rep) = await Team(app);
        using var learner = rep;
        var stranger = await app.Join("Aisha Rahman", Role.Manager | Role.Rep | Role.SalesOps, profile: "sdr");
        await app.Team("South", stranger);
        using var browser = await app.SignIn(stranger);
        var hr = await app.Join("Sun Jie", Role.Hr);
        using var desk = await app.SignIn(hr);

        Assert.Equal(HttpStatusCode.NotFound, (await Grant(browser, app, rep.Person, attempts: 1)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Grant(browser, app, stranger, attempts: 1)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/quizzes/accommodations/{rep.Person}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Grant(desk, app, hr, attempts: 1)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Grant(rep.Browser, app, rep.Person, attempts: 1)).StatusCode);
        Assert.DoesNotContain("/quizzes/accommodations/", await browser.Open($"/readiness/{rep.Person}"), StringComparison.Ordinal);
        Assert.Empty(await Events(app));

        Assert.Equal(HttpStatusCode.Redirect, (await Grant(desk, app, rep.Person, attempts: 1)).StatusCode);
        var granted = await Granted(app);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Submit($"/quizzes/accommodations/{rep.Person}/{granted.Id}/revocation")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Submit($"/quizzes/accommodations/{stranger}/{granted.Id}/revocation")).StatusCode);
        Assert.Null((await Granted(app)).RevokedAt);
    }

    [Fact]
    public async Task A_manager_in_a_team_of_their_own_grants_themselves_nothing()
    {
        await using var app = new AcademyApp();
        var all = await app.Join("Zhou Mingzhe", Role.Manager | Role.Hr | Role.Rep, profile: "sdr");
        var team = await app.Team("North", all);
        await app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
        {
            (await entry.Db.Set<Features.People.PersonRow>().SingleAsync(p => p.Id == all, TestContext.Current.CancellationToken)).TeamId = team;
            return Done.Value;
        }, TestContext.Current.CancellationToken);
        using var browser = await app.SignIn(all);

        Assert.Equal(HttpStatusCode.NotFound, (await Grant(browser, app, all, attempts: 1)).StatusCode);
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task The_person_is_told_and_the_trunk_holds_no_word_of_the_reason(string language)
    {
        await using var app = new AcademyApp();
        var (manager, rep) = await Team(app, language);
        using var _ = rep;
        using var desk = await app.SignIn(manager);

        await Grant(desk, app, rep.Person, time: 25, attempts: 1, reason: "Needs a screen reader");
        await desk.Submit($"/quizzes/accommodations/{rep.Person}/{(await Granted(app)).Id}/revocation");

        var events = await Events(app);
        Assert.Equal(["accommodation-given", "accommodation-revoked"], events.Select(e => e.Type));
        Assert.All(events, e => Assert.DoesNotContain("screen", e.Json, StringComparison.Ordinal));
        Assert.NotNull(events[0].ReasonHash);
        await using var db = app.Read();
        var notices = await db.Set<NoticeRow>().Where(n => n.Person == rep.Person && n.Kind.StartsWith("accommodation")).OrderBy(n => n.Sequence).Select(n => new { n.Kind, n.Link }).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["accommodation-given", "accommodation-revoked"], notices.Select(n => n.Kind));
        Assert.All(notices, n => Assert.Equal(Sitting.Exam, n.Link));
        Assert.Contains(language == "en" ? "you have 25% more time and 1 more attempt until 30 November 2026" : "时间延长 25%，多作答 1 次，有效至2026 年 11 月 30 日", WebUtility.HtmlDecode(await rep.Browser.Open("/notices")), StringComparison.Ordinal);
        var history = await desk.Open($"/quizzes/accommodations/{rep.Person}");
        Assert.Contains("Needs a screen reader", history, StringComparison.Ordinal);
        Assert.Contains("Taken back by Zhou Mingzhe", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_in_words_and_leaves_no_trace()
    {
        await using var app = new AcademyApp();
        var (manager, rep) = await Team(app);
        using var _ = rep;
        using var desk = await app.SignIn(manager);
        (string Time, string Attempts, int Days, string Reason, string Quiz, string Said)[] cases =
        [
            ("0", "0", 7, "Because", Exam, "more time or more attempts"),
            ("301", "", 7, "Because", Exam, "At most 300% more time and, all grants together, 20 more attempts"),
            ("", "21", 7, "Because", Exam, "At most 300% more time and, all grants together, 20 more attempts"),
            ("", "1", -1, "Because", Exam, "The last day has passed"),
            ("", "1", 367, "Because", Exam, "366 days at most"),
            ("", "1", 7, " ", Exam, "Say why"),
            ("", "1", 7, "Because", "discovery/check-open", "as often as one likes"),
            ("25", "", 7, "Because", "discovery/check-open", "no time limit"),
            ("", "1", 7, "Because", "discovery/nothing", "no such quiz"),
            ("", "1", 7, "Because", "discovery", "no such quiz"),
            ("many", "1", 7, "Because", Exam, "many"),
        ];

        foreach (var (time, attempts, days, reason, quiz, said) in cases)
        {
            var answer = await desk.Submit(
                $"/quizzes/accommodations/{rep.Person}", ("Quiz", quiz), ("ExtraTime", time), ("ExtraAttempts", attempts), ("Until", Day(app, days)), ("Reason", reason));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, await Text(answer), StringComparison.Ordinal);
            Assert.Empty(await Events(app));
            await using var db = app.Read();
            Assert.False(await db.Set<SpokenRow>().AnyAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task However_many_grants_there_are_their_attempts_together_are_bounded(Store store)
    {
        await using var app = new AcademyApp(store);
        var (manager, rep) = await Team(app);
        using var _ = rep;
        using var desk = await app.SignIn(manager);
        Assert.Equal(HttpStatusCode.Redirect, (await Grant(desk, app, rep.Person, attempts: 15)).StatusCode);

        var beyond = await Grant(desk, app, rep.Person, attempts: 6);
        var rest = await Grant(desk, app, rep.Person, attempts: 5);
        var onceMore = await Grant(desk, app, rep.Person, attempts: 1);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, beyond.StatusCode);
        Assert.Contains("all grants together, 20 more attempts", await Text(beyond), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, rest.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, onceMore.StatusCode);
        Assert.Equal(2, (await Events(app)).Count);
        Assert.Contains("25 of 25 left", await rep.Browser.Open(Sitting.Exam), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_ended_is_not_taken_back_twice()
    {
        await using var app = new AcademyApp();
        var (manager, rep) = await Team(app);
        using var _ = rep;
        using var desk = await app.SignIn(manager);
        await Grant(desk, app, rep.Person, attempts: 1);
        var address = $"/quizzes/accommodations/{rep.Person}/{(await Granted(app)).Id}/revocation";
        await desk.Submit(address);

        var twice = await desk.Submit(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        Assert.Contains("already ended", await Text(twice), StringComparison.Ordinal);
    }

    private static async Task<(Guid Manager, Sitting Rep)> Team(AcademyApp app, string language = "en")
    {
        var manager = await app.Join("Zhou Mingzhe", Role.Manager);
        var person = await app.Join("Lin Xiao", Role.Rep, await app.Team("North", manager), "sdr", language);
        await app.ClearTheWay(person);
        return (manager, new Sitting(app, await app.SignIn(person), person));
    }

    private static async Task UseUp(AcademyApp app, Sitting rep)
    {
        for (var i = 0; i < 5; i++)
        {
            await rep.Submit(await rep.Start());
            app.Time.Advance(TimeSpan.FromHours(1));
        }
    }

    private static Task<HttpResponseMessage> Grant(
        Browser browser, AcademyApp app, Guid person, int time = 0, int attempts = 0, int days = 7, string reason = "Because", string quiz = Exam) => browser.Submit(
        $"/quizzes/accommodations/{person}", ("Quiz", quiz), ("ExtraTime", $"{time}"), ("ExtraAttempts", $"{attempts}"), ("Until", Day(app, days)), ("Reason", reason));

    private static string Day(AcademyApp app, int days) => app.Clock.Today.AddDays(days).ToString("O", CultureInfo.InvariantCulture);

    private static async Task<AccommodationRow> Granted(AcademyApp app)
    {
        await using var db = app.Read();
        return await db.Set<AccommodationRow>().SingleAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<EventRow>> Events(AcademyApp app) => [.. (await app.Events()).Where(e => e.Type.StartsWith("accommodation", StringComparison.Ordinal))];

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
