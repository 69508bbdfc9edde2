using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

public sealed class AttackingAQuizTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Twenty_starts_at_once_make_one_attempt(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Sitting.Of(app);
        await rep.Browser.AntiforgeryToken();

        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rep.Start()));

        Assert.Single(attempts.Distinct());
        Assert.Single(await app.Events(), e => e.Type == "attempt-started");
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Twenty_starts_at_once_with_one_attempt_left_make_one_attempt(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Sitting.Of(app);
        for (var i = 0; i < 4; i++)
        {
            await rep.Submit(await rep.Start());
            app.Time.Advance(TimeSpan.FromMinutes(70));
        }

        var attempts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => rep.Start()));

        Assert.Single(attempts.Distinct());
        await using var db = app.Read();
        Assert.Equal(5, await db.Set<AttemptRow>().CountAsync(a => a.Person == rep.Person, TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_late_answer_in_parallel_with_handing_in_is_graded_or_refused(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Sitting.Of(app);
        await rep.Browser.AntiforgeryToken();

        for (var i = 0; i < Thorough.Times(40, whenLong: 200); i++)
        {
            var attempt = await rep.Start("/quizzes/leads-and-pool/certification");
            var (right, wrong) = (await rep.Places(attempt, 1), await rep.Places(attempt, 1, right: false));
            await rep.Save(attempt, 1, wrong, 1);
            var late = rep.Save(attempt, 1, right, 2);
            await Task.WhenAll(late, rep.Submit(attempt));

            var (row, stored) = (await rep.Row(attempt), Assert.Single(await rep.Stored(attempt)));
            Assert.Equal(stored.ClientSequence == 2, row.Score > 0);
            Assert.Equal((await late).StatusCode, stored.ClientSequence == 2 ? HttpStatusCode.OK : HttpStatusCode.Conflict);
            await Reset(app, attempt);
        }
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Ten_submits_with_the_same_and_with_other_keys_grade_once(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => rep.Submit(attempt, ("_key", i < 5 ? "same" : $"key-{i}"))));

        Assert.All(answers, a => Assert.Equal($"/quizzes/attempts/{attempt}/result", a.Headers.Location!.ToString()));
        Assert.Single(await rep.Graded());
        Assert.Equal(HttpStatusCode.Conflict, (await rep.Save(attempt, 1, [0])).StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_attempt_is_not_there()
    {
        await using var app = new AcademyApp();
        using var victim = await Sitting.Of(app);
        using var thief = await Sitting.Of(app);
        var attempt = await victim.Start();
        await victim.Save(attempt, 1, [1], 10);

        Assert.Equal(HttpStatusCode.NotFound, (await thief.Save(attempt, 1, [2], 99, ("person", $"{victim.Person}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await thief.Submit(attempt)).StatusCode);
        foreach (var page in (string[])["", "?q=1", "/submit", "/result"])
            Assert.Equal(HttpStatusCode.NotFound, (await thief.Browser.Get($"/quizzes/attempts/{attempt}{page}")).StatusCode);
        Assert.Equal(10, Assert.Single(await victim.Stored(attempt)).ClientSequence);
        Assert.Null((await victim.Row(attempt)).FinishedAt);
    }

    [Fact]
    public async Task An_answer_that_does_not_fit_is_refused_whole()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        var single = (await rep.Paper(attempt)).Questions.First(q => q.Key is ChoiceKey { Several: false }).Number;

        HttpResponseMessage[] refused =
        [
            await rep.Save(attempt, single, [0, 1]),
            await rep.Save(attempt, single, [0, 0]),
            await rep.Save(attempt, single, [9]),
            await rep.Save(attempt, single, [-1]),
            await rep.Save(attempt, 11, [0]),
            await rep.Save(attempt, 0, [0]),
            await rep.Save(attempt, single, [0], null, ("question", "2")),
            await rep.Save(attempt, single, [0], null, ("question", $"{single}")),
            await rep.Save(attempt, single, [], null, ("option", "a")),
        ];

        Assert.All(refused, a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        Assert.Empty(await rep.Stored(attempt));
    }

    [Fact]
    public async Task One_known_answer_sent_ten_times_is_one_point()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        for (var i = 0; i < 10; i++)
            await rep.Save(attempt, 1, await rep.Places(attempt, 1), i + 1);
        await rep.Submit(attempt);

        Assert.Equal(0.1, Math.Round(Assert.Single(await rep.Graded()).Score, 9));
    }

    [Fact]
    public async Task An_answer_repeated_under_its_key_is_told_what_is_stored()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();

        var first = await SavedReply.Of(await rep.Save(attempt, 1, [0], 5, ("_key", "one")));
        var again = await SavedReply.Of(await rep.Save(attempt, 1, [0], 5, ("_key", "one")));

        Assert.Equal((first.Sequence, first.Values[0]), (again.Sequence, again.Values[0]));
        Assert.Single(await rep.Stored(attempt));
    }

    [Fact]
    public async Task A_packet_that_comes_late_is_told_what_is_stored()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        await rep.Save(attempt, 1, [1], 20);

        var late = await SavedReply.Of(await rep.Save(attempt, 1, [0], 10));

        Assert.Equal(20, late.Sequence);
        Assert.Equal([1], late.Options);
        Assert.Equal(20, Assert.Single(await rep.Stored(attempt)).ClientSequence);
    }

    [Fact]
    public async Task Nothing_is_asked_before_it_is_begun()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var intro = await rep.Browser.Open(Sitting.Exam);
        var quiz = app.Services.GetService(typeof(Features.Courses.Library)) is Features.Courses.Library library ? library.Now.FindCourse("discovery")!.FindQuiz("certification")! : null;

        Assert.All(quiz!.Families.SelectMany(f => f.Variants), v => Assert.DoesNotContain(v.Face.English!.Title, intro, StringComparison.Ordinal));
        using var stranger = app.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.Get(Sitting.Exam)).StatusCode);
    }

    // Sets the stage again without waiting an hour: removes the attempt as if it had never been.
    private static async Task Reset(AcademyApp app, Guid attempt) => await app.Ledger.Run<Domain.Shared.Done>(app.Clock.Act(), async entry =>
    {
        entry.Db.Remove(await entry.Db.Set<AttemptRow>().SingleAsync(a => a.Id == attempt));
        return Domain.Shared.Done.Value;
    });
}
