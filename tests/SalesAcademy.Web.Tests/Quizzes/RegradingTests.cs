using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Tests.Certificates;
using SalesAcademy.Web.Tests.Paths;
using SalesAcademy.Web.Tests.Readiness;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>An author corrects a wrong key; HR sees who it changes, grades the question again, and what rests on the marks follows.</summary>
public sealed partial class RegradingTests
{
    private const string Why = "The cost was named by the buyer in the third option as well.";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_corrected_key_raises_marks_after_a_preview_and_result_evidence_and_certificate_follow(Store store)
    {
        await using var stage = await Stage.Set(store);
        var (app, rep, hr) = (stage.App, stage.Rep, stage.Hr);
        await app.ReadEveryLesson(rep.Person, "discovery");
        var (attempt, question) = await stage.Sits(right: 7);
        var version = CorrectedKey.VersionOf(question);
        Assert.Contains("graded by the key that is published", await hr.Open("/quizzes/regrades"), StringComparison.Ordinal);
        var knew = (await EvidenceBecomesReadinessTests.StandingOf(app, rep.Person)).Competencies[question.Family.Competency];
        stage.Copy.Correct(app, question, await stage.Ticked(attempt, question));

        Assert.Contains(version.Address, await hr.Open("/quizzes/regrades"), StringComparison.Ordinal);
        var before = (await app.Events()).Count;
        var preview = await hr.Open(version.Address);
        Assert.Equal(before, (await app.Events()).Count);
        Assert.Contains("Lin Xiao", preview, StringComparison.Ordinal);
        Assert.Contains("Marks that rise: 1, that fall: 0. Attempts that newly pass: 1, that no longer pass: 0.", preview, StringComparison.Ordinal);
        Assert.Contains("70% → 80%", preview, StringComparison.Ordinal);
        var applied = await Apply(hr, version.Address, preview);

        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        Assert.Equal((0.8, true), ((await rep.Row(attempt)).Score!.Value, (await rep.Row(attempt)).Passed!.Value));
        var events = await app.Events();
        var regraded = (AttemptRegraded)EventTrunk.Read(Assert.Single(events, e => e.Type == "attempt-regraded"));
        Assert.Equal((0.7, 0.8, true), (Math.Round(regraded.Before, 6), Math.Round(regraded.Score, 6), regraded.Passed));
        Assert.Single(events, e => e.Type == "certificate-issued");
        Assert.DoesNotContain(events, e => e.Json.Contains("third option", StringComparison.Ordinal));
        await using var db = app.Read();
        var now = app.Library().Now.Families[question.Family.Id];
        var evidence = await db.Set<AnswerRow>().SingleAsync(a => a.Person == rep.Person && a.Attempt == attempt && a.Family == now.Id, TestContext.Current.CancellationToken);
        Assert.Equal((1, QuestionMatter.Of(now)), (evidence.Score, evidence.Matter));
        Assert.True((await EvidenceBecomesReadinessTests.StandingOf(app, rep.Person)).Competencies[question.Family.Competency] > knew);
        Assert.Contains("discovery", (await EvidenceBecomesReadinessTests.StandingOf(app, rep.Person)).Certifications);
        var result = await rep.Browser.Open($"/quizzes/attempts/{attempt}/result");
        Assert.Contains("Corrected by Sun Jie", result, StringComparison.Ordinal);
        Assert.Contains(Why, result, StringComparison.Ordinal);
        Assert.Contains("The mark of the question went from 0% to 100%. The result went from 70% to 80%.", result, StringComparison.Ordinal);
        Assert.DoesNotContain("Your answer, wrong", Section(result, question.Number), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("the mark of a question was corrected", await rep.Browser.Open("/notices"), StringComparison.Ordinal);
        Assert.DoesNotContain(version.Address, await hr.Open("/quizzes/regrades"), StringComparison.Ordinal);
        var record = await hr.Open(applied.Headers.Location!.ToString());
        Assert.Contains(Why, record, StringComparison.Ordinal);
        Assert.Contains("Lin Xiao", record, StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task An_answer_that_came_second_to_one_question_of_the_day_is_the_first_to_the_one_its_new_key_makes_of_it(Store store)
    {
        await using var stage = await Stage.Set(store);
        var (app, rep, hr) = (stage.App, stage.Rep, stage.Hr);
        var (attempt, question) = await stage.Sits(right: 7);
        // Another variant of the family was answered before it on that day.
        await app.Ledger.Run<int>(app.Clock.Act(), async entry => await entry.Db.Set<AnswerRow>()
            .Where(a => a.Attempt == attempt && a.Family == question.Family.Id).ExecuteUpdateAsync(row => row.SetProperty(a => a.First, false)), TestContext.Current.CancellationToken);
        stage.Copy.Correct(app, question, await stage.Ticked(attempt, question));
        var version = CorrectedKey.VersionOf(question);

        await Apply(hr, version.Address, await hr.Open(version.Address));

        await using var db = app.Read();
        var evidence = await db.Set<AnswerRow>().SingleAsync(a => a.Person == rep.Person && a.Attempt == attempt && a.Family == question.Family.Id, TestContext.Current.CancellationToken);
        Assert.Equal((1, true), (evidence.Score, evidence.First));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task No_mark_falls_unless_it_is_asked_for_and_a_certificate_is_left_to_a_person(Store store)
    {
        await using var stage = await Stage.Set(store);
        var (app, rep, hr) = (stage.App, stage.Rep, stage.Hr);
        await app.ReadEveryLesson(rep.Person, "discovery");
        var (attempt, question) = await stage.Sits(right: 8);
        var certificate = Assert.Single(await app.Certificates(rep.Person));
        stage.Copy.Correct(app, question, await stage.NotTicked(attempt, question));
        var address = CorrectedKey.VersionOf(question).Address;

        Assert.Contains("Marks that rise: 0, that fall: 0.", await hr.Open(address), StringComparison.Ordinal);
        var preview = await hr.Open($"{address}?MayFall=true");
        Assert.Contains("that no longer pass: 1", preview, StringComparison.Ordinal);
        Assert.Contains(certificate.Number, preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Apply(hr, address, preview, mayFall: true)).StatusCode);

        Assert.False((await rep.Row(attempt)).Passed);
        Assert.Null(Assert.Single(await app.Certificates(rep.Person)).RevokedAt);
        Assert.Contains("The result went from 80% to 70%.", await rep.Browser.Open($"/quizzes/attempts/{attempt}/result"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_was_rewritten_has_no_new_key_but_full_marks_for_everybody()
    {
        await using var stage = await Stage.Set();
        var (attempt, question) = await stage.Sits(right: 7);
        var address = CorrectedKey.VersionOf(question).Address;
        stage.Copy.Correct(stage.App, question, 0, rewritten: " at last");

        var preview = await stage.Hr.Open(address);
        Assert.Contains("The options have been rewritten.", preview, StringComparison.Ordinal);
        var refused = await Apply(stage.Hr, address, preview, RegradeWay.NewKey);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Apply(stage.Hr, address, preview, RegradeWay.FullMarks)).StatusCode);

        Assert.Equal(0.8, (await stage.Rep.Row(attempt)).Score!.Value, 1e-9);
        Assert.Contains("Everybody who was asked this question has its full marks.", await stage.Rep.Browser.Open($"/quizzes/attempts/{attempt}/result"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_seen_is_not_applied()
    {
        await using var stage = await Stage.Set();
        var (attempt, question) = await stage.Sits(right: 7);
        stage.Copy.Correct(stage.App, question, await stage.Ticked(attempt, question));
        var address = CorrectedKey.VersionOf(question).Address;
        var preview = await stage.Hr.Open(address);
        await stage.Grant(attempt, question.Number, percent: 60);

        var stale = await Apply(stage.Hr, address, preview);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Contains("no longer what you saw", await stale.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Apply(stage.Hr, address, await stage.Hr.Open(address), reason: " ")).StatusCode);
        Assert.Equal(0.76, (await stage.Rep.Row(attempt)).Score!.Value, 1e-9);
        Assert.Equal(HttpStatusCode.Redirect, (await Apply(stage.Hr, address, await stage.Hr.Open(address))).StatusCode);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Ten_at_once_are_one(Store store)
    {
        await using var stage = await Stage.Set(store);
        var (attempt, question) = await stage.Sits(right: 7);
        stage.Copy.Correct(stage.App, question, await stage.Ticked(attempt, question));
        var address = CorrectedKey.VersionOf(question).Address;
        var preview = await stage.Hr.Open(address);
        await stage.Hr.AntiforgeryToken();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Apply(stage.Hr, address, preview)));

        Assert.All(answers, answer => Assert.Equal(answers[0].Headers.Location, answer.Headers.Location));
        Assert.NotNull(answers[0].Headers.Location);
        Assert.Single(await stage.App.Events(), e => e.Type == "attempt-regraded");
        Assert.Equal(answers[0].Headers.Location, (await Apply(stage.Hr, address, preview, key: "another")).Headers.Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Apply(stage.Hr, address, await stage.Hr.Open(address), key: "a-third")).StatusCode);
    }

    [Fact]
    public async Task What_was_granted_is_not_undone_and_an_open_contest_stays_open()
    {
        await using var stage = await Stage.Set();
        var (attempt, _) = await stage.Sits(right: 7);
        var missed = (await stage.Rep.Paper(attempt)).Questions.Skip(7).ToList();
        var question = missed.First(q => ((ChoiceKey)q.Key).Right.Count > 2); // of two options, the one not ticked is right already
        var other = missed.First(q => q != question);
        await stage.Grant(attempt, question.Number, percent: 60);
        await stage.Contest(attempt, other.Number);
        stage.Copy.Correct(stage.App, question, await stage.NotTicked(attempt, question));
        stage.Copy.Correct(stage.App, other, await stage.Ticked(attempt, other));
        var (granted, open) = (CorrectedKey.VersionOf(question).Address, CorrectedKey.VersionOf(other).Address);

        Assert.Contains("Marks that rise: 0, that fall: 0.", await stage.Hr.Open($"{granted}?MayFall=true"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Apply(stage.Hr, open, await stage.Hr.Open(open))).StatusCode);

        Assert.Equal(0.86, (await stage.Rep.Row(attempt)).Score!.Value, 1e-9);
        await using var db = stage.App.Read();
        var contest = await db.Set<ContestRow>().SingleAsync(c => c.DecidedAt == null, TestContext.Current.CancellationToken);
        await stage.Decide(contest.Id, grant: false);
        Assert.Equal(0.86, (await stage.Rep.Row(attempt)).Score!.Value, 1e-9);
    }

    [Fact]
    public async Task Nobody_but_HR_grades_again_and_nobody_their_own_mark()
    {
        await using var stage = await Stage.Set();
        var (attempt, question) = await stage.Sits(right: 7);
        stage.Copy.Correct(stage.App, question, await stage.Ticked(attempt, question));
        var address = CorrectedKey.VersionOf(question).Address;
        var preview = await stage.Hr.Open(address);

        foreach (var browser in (Browser[])[stage.Rep.Browser, stage.Manager])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get("/quizzes/regrades")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await Apply(browser, address, preview)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stage.Hr.Get($"{address}0")).StatusCode);
        Assert.DoesNotContain(await stage.App.Events(), e => e.Type == "attempt-regraded");
    }

    // More than are held by name; their events and notices follow in one command.
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Hundreds_of_attempts_are_one_regrade(Store store)
    {
        const int People = 250;
        await using var stage = await Stage.Set(store);
        var (app, quiz) = (stage.App, stage.App.Library().Now.FindCourse("discovery")!.FindQuiz("certification")!);
        var question = PaperQuestion.Of(1, quiz.Families[0], quiz.Families[0].Variants[0].Id, "0,1,2,3");
        var right = ((ChoiceKey)question.Key).Right.ToList().IndexOf(true);
        await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            for (var i = 0; i < People; i++)
                app.Take(entry.Db, Guid.CreateVersion7(), quiz, [.. quiz.Families.Take(10)], AttemptKind.Certification, (place, key) => place == 0 ? [(right + 1) % 4] : key.Right.Index().Where(o => o.Item).Select(o => o.Index));
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
        stage.Copy.Correct(app, question, (right + 1) % 4);
        var address = CorrectedKey.VersionOf(question).Address;
        var preview = await stage.Hr.Open(address);
        Assert.Contains($"Show all {People} attempts", preview, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await Apply(stage.Hr, address, preview)).StatusCode);

        Assert.Equal(People, (await app.Events()).Count(e => e.Type == "attempt-regraded"));
        await using var db = app.Read();
        Assert.Equal(People, await db.Set<RegradedMarkRow>().CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(People, (await db.Set<RegradeRow>().SingleAsync(TestContext.Current.CancellationToken)).Risen);
    }

    private static Task<HttpResponseMessage> Apply(
        Browser browser, string address, string preview, RegradeWay way = RegradeWay.NewKey, bool mayFall = false, string reason = Why, string key = "one-form") => browser.Submit(
        address, ("_key", key), ("Way", $"{way}"), ("MayFall", mayFall ? "true" : "false"), ("Seen", Seen().Match(preview).Groups["digest"].Value), ("Reason", reason));

    private static string Section(string page, int question) => page.Split($"id=\"q{question}\"")[1].Split("</section>")[0];

    [GeneratedRegex("name=\"Seen\" value=\"(?<digest>[0-9a-f]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Seen();

    /// <summary>Content to be corrected, a rep with a manager, and HR.</summary>
    private sealed record Stage(ContentCopy Copy, AcademyApp App, Sitting Rep, Browser Manager, Browser Hr) : IAsyncDisposable
    {
        public static async Task<Stage> Set(Store store = Store.Sqlite)
        {
            var copy = new ContentCopy().WithOneRightOption();
            var app = new AcademyApp(store, copy.Settings);
            var manager = await app.Join("Zhou Mingzhe", Role.Manager);
            var person = await app.Join("Lin Xiao", Role.Rep, await app.Team("North", manager), profile: "sdr");
            await app.ClearTheWay(person);
            return new(copy, app, new Sitting(app, await app.SignIn(person), person), await app.SignIn(manager), await app.SignIn(await app.Join("Sun Jie", Role.Hr)));
        }

        /// <summary>The rep knows so many of ten; yields the eighth question.</summary>
        public async Task<(Guid Attempt, PaperQuestion Question)> Sits(int right)
        {
            var attempt = await Rep.Start();
            await Rep.AnswerAll(attempt, right);
            await Rep.Submit(attempt);
            return (attempt, (await Rep.Paper(attempt)).Find(8)!);
        }

        public async Task<int> Ticked(Guid attempt, PaperQuestion question) => Places.Read((await Rep.Stored(attempt)).Single(a => a.Position == question.Number).Response)[0];

        /// <summary>An option that is wrong so far and was not ticked.</summary>
        public async Task<int> NotTicked(Guid attempt, PaperQuestion question)
        {
            var ticked = await Ticked(attempt, question);
            return ((ChoiceKey)question.Key).Right.Index().First(option => !option.Item && option.Index != ticked).Index;
        }

        public async Task Contest(Guid attempt, int question) =>
            Assert.Equal(HttpStatusCode.Redirect, (await Rep.Browser.Submit($"/quizzes/attempts/{attempt}/contests", ("Question", $"{question}"), ("Reason", "Look again"))).StatusCode);

        public async Task Decide(Guid contest, bool grant, int percent = 100) => Assert.Equal(HttpStatusCode.Redirect, (await Manager.Submit(
            $"/quizzes/contests/{contest}/decision", ("Grant", grant ? "true" : "false"), ("Percent", $"{percent}"), ("Reason", "Looked again"))).StatusCode);

        public async Task Grant(Guid attempt, int question, int percent)
        {
            await Contest(attempt, question);
            await using var db = App.Read();
            await Decide(await db.Set<ContestRow>().Where(c => c.Attempt == attempt && c.Position == question).Select(c => c.Id).SingleAsync(TestContext.Current.CancellationToken), grant: true, percent);
        }

        public async ValueTask DisposeAsync()
        {
            Rep.Dispose();
            Manager.Dispose();
            Hr.Dispose();
            await App.DisposeAsync();
            Copy.Dispose();
        }
    }
}
