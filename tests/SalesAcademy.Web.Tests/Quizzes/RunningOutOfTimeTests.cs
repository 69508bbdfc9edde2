using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

public sealed class RunningOutOfTimeTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Answers_are_taken_to_the_end_of_the_grace_and_not_a_second_longer(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();

        app.Time.Advance(TimeSpan.FromMinutes(20) + AttemptRules.Grace);
        var inGrace = await rep.Save(attempt, 1, [0], 100);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var tooLate = await rep.Save(attempt, 1, [1], 200);

        Assert.Equal(HttpStatusCode.OK, inGrace.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, tooLate.StatusCode);
        Assert.Equal(100, Assert.Single(await rep.Stored(attempt)).ClientSequence);
    }

    [Fact]
    public async Task A_late_submit_grades_what_was_saved_and_is_marked_late()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        await rep.AnswerAll(attempt, right: 9);

        app.Time.Advance(TimeSpan.FromMinutes(21));
        await rep.Submit(attempt, ("startedAt", "2027-01-01"), ("deadline", "2027-01-01"), ("duration", "9999"), ("score", "1"));

        var row = await rep.Row(attempt);
        Assert.Equal((AttemptEnd.Expired, row.Deadline, 0.9), (row.Ending, row.FinishedAt, Math.Round(row.Score!.Value, 9)));
        Assert.Contains("Time ran out", await rep.Browser.Open($"/quizzes/attempts/{attempt}/result"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_left_open_is_closed_while_nobody_looks_and_one_that_cannot_be_graded_does_not_stop_the_others()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        using var other = await Sitting.Of(app);
        var broken = await Spoilt(app);
        var attempt = await rep.Start();
        await rep.Save(attempt, 1, await rep.Places(attempt, 1));
        var second = await other.Start();

        app.Time.Advance(TimeSpan.FromMinutes(20));
        await Eventually.Holds(async () =>
        {
            app.Time.Advance(TimeSpan.FromMinutes(1));
            return (await rep.Row(attempt)).FinishedAt is not null && (await other.Row(second)).FinishedAt is not null;
        }, "both attempts ended");

        Assert.Equal(0.1, Math.Round(Assert.Single(await rep.Graded()).Score, 9));
        Assert.Single(await other.Graded());
        Assert.Null((await rep.Row(broken)).FinishedAt);
    }

    [Fact]
    public async Task Opening_the_page_closes_an_attempt_whose_time_is_up()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();

        app.Time.Advance(TimeSpan.FromMinutes(20) + AttemptRules.Grace + TimeSpan.FromSeconds(1));
        var page = await rep.Browser.Get($"/quizzes/attempts/{attempt}");

        Assert.Equal($"/quizzes/attempts/{attempt}/result", page.Headers.Location!.ToString());
        Assert.Equal(AttemptEnd.Expired, (await rep.Row(attempt)).Ending);
    }

    [Fact]
    public async Task The_wait_after_a_lost_attempt_runs_from_its_deadline()
    {
        await using var app = new AcademyApp();
        using var rep = await Sitting.Of(app);
        var first = await rep.Start();

        app.Time.Advance(TimeSpan.FromMinutes(80));
        var second = await rep.Start();

        Assert.NotEqual(first, second);
        Assert.Equal(2, (await rep.Row(second)).Number);
        Assert.Single(await rep.Graded());
    }

    // An attempt under a catalogue that the archive does not have.
    private static async Task<Guid> Spoilt(AcademyApp app)
    {
        var id = Guid.CreateVersion7();
        await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            entry.Db.Add(new AttemptRow
            {
                Id = id,
                Person = Guid.CreateVersion7(),
                Course = "discovery",
                Quiz = "certification",
                Number = 1,
                Kind = AttemptKind.Certification,
                ContentHash = new string('0', 64),
                Questions = 10,
                StartedAt = entry.Act.At,
                Deadline = entry.Act.At.AddMinutes(1),
            });
            return Task.FromResult<Decision<Done>>(Done.Value);
        });
        return id;
    }
}
