using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Tests.Coaching;

/// <summary>A note just sent can be taken back for ten seconds, or until its receiver has it, whichever is earlier; then it says that it was.</summary>
public sealed class TakingANoteBackTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Within_ten_seconds_it_is_as_if_it_had_never_come_and_its_author_sees_that_it_was_withdrawn(Store store)
    {
        await using var floor = await Floor.Open(store);
        using var mei = await floor.App.SignIn(floor.Mei);
        using var ana = await floor.App.SignIn(floor.Ana);
        var note = (await floor.Send(floor.Mei, floor.Ana, "Canary: sent too fast.")).Note;
        Assert.Contains($"/coaching/notes/{note}/withdrawal", await mei.Open($"/coaching/board/{floor.Ana}"), StringComparison.Ordinal);
        floor.App.Time.Advance(TimeSpan.FromSeconds(9));

        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.Redirect, (await mei.Submit($"/coaching/notes/{note}/withdrawal", ("returnUrl", $"/coaching/board/{floor.Ana}"))).StatusCode);

        var board = await mei.Open($"/coaching/board/{floor.Ana}");
        Assert.Contains("data-state=\"Withdrawn\"", board, StringComparison.Ordinal);
        Assert.Contains("Note withdrawn. Nobody has seen it.", board, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", await Floor.Since(ana, 0, floor.LessonKey), StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", await ana.Open("/coaching/notes"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get($"/coaching/notes/{note}/card")).StatusCode);
        Assert.Equal(2, (await floor.Send(floor.Mei, floor.Ana, "Better.")).Sequence);
        Assert.Contains("Better.", await Floor.Since(ana, 0, floor.LessonKey), StringComparison.Ordinal);
        Assert.Single(await floor.App.Events(), e => e.Type == "note-withdrawn");
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Once_delivered_or_after_ten_seconds_it_stays_and_nobody_else_takes_it_back(Store store)
    {
        await using var floor = await Floor.Open(store);
        using var mei = await floor.App.SignIn(floor.Mei);
        using var max = await floor.App.SignIn(floor.Max);
        using var ana = await floor.App.SignIn(floor.Ana);
        var delivered = (await floor.Send(floor.Mei, floor.Ana, "One.")).Note;
        await Floor.Since(ana, 0, floor.LessonKey);
        await max.Open("/");
        await mei.Open("/");

        Assert.Equal(HttpStatusCode.NotFound, (await max.Submit($"/coaching/notes/{delivered}/withdrawal")).StatusCode);
        await ana.Open("/");
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Submit($"/coaching/notes/{delivered}/withdrawal")).StatusCode);
        await mei.Submit($"/coaching/notes/{delivered}/withdrawal", ("returnUrl", "/coaching/board"));
        Assert.Contains("on their page already", await mei.Open("/coaching/board"), StringComparison.Ordinal);
        var late = (await floor.Send(floor.Mei, floor.Bo, "Two.")).Note;
        floor.App.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.DoesNotContain("/withdrawal", await mei.Open($"/coaching/board/{floor.Bo}"), StringComparison.Ordinal);
        await mei.Submit($"/coaching/notes/{late}/withdrawal", ("returnUrl", "/coaching/board"));
        Assert.Contains("More than 10 seconds have passed", await mei.Open("/coaching/board"), StringComparison.Ordinal);

        Assert.All(await floor.Notes(), note => Assert.Null(note.WithdrawnAt));
    }

    [Fact]
    public async Task A_held_note_that_was_withdrawn_is_not_released()
    {
        await using var floor = await Floor.Open();
        var attempt = await floor.StartExam(floor.Ana);
        var withdraw = floor.App.Services.GetRequiredService<WithdrawNote>();
        var note = (await floor.Send(floor.Mei, floor.Ana, "Canary.")).Note;
        Assert.IsType<Accepted<Done>>(await withdraw.Run(floor.App.Clock.Act(floor.Mei), note));

        await floor.Grade(floor.Ana, attempt);

        using var ana = await floor.App.SignIn(floor.Ana);
        Assert.DoesNotContain("Canary", await Floor.Since(ana, 0, floor.LessonKey), StringComparison.Ordinal);
        Assert.DoesNotContain(await floor.App.Events(), e => e.Type == "notes-released");
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Of_a_page_that_fetches_and_an_author_who_takes_back_at_the_same_moment_one_wins(Store store)
    {
        await using var floor = await Floor.Open(store);
        using var ana = await floor.App.SignIn(floor.Ana);
        var withdraw = floor.App.Services.GetRequiredService<WithdrawNote>();
        for (var turn = 0; turn < 10; turn++)
        {
            var sent = await floor.Send(floor.Mei, floor.Ana, $"Canary {turn}.");

            var fetching = Floor.Since(ana, sent.Sequence - 1, floor.LessonKey);
            var taking = withdraw.Run(floor.App.Clock.Act(floor.Mei), sent.Note);
            var wasShown = (await fetching).Contains($"Canary {turn}.", StringComparison.Ordinal);
            var wasTaken = await taking is Accepted<Done>;

            Assert.False(wasShown && wasTaken, "shown although it was taken back");
            Assert.Equal(wasTaken ? NoteState.Withdrawn : NoteState.Delivered, (await floor.Notes()).Single(n => n.Id == sent.Note).State);
        }
    }
}
