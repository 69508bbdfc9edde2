using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Tests.Coaching;

public sealed class AnsweringANoteTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task An_answer_reaches_the_coach_in_their_own_order_and_can_be_answered_again(Store store)
    {
        await using var floor = await Floor.Open(store);
        var note = (await floor.Send(floor.Mei, floor.Ana, "Say it aloud.")).Note;
        using var ana = await floor.App.SignIn(floor.Ana);
        using var mei = await floor.App.SignIn(floor.Mei);

        await ana.Open("/coaching/notes");
        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.Redirect, (await ana.Submit($"/coaching/notes/{note}/reply", ("text", "I did, **twice**."), ("_key", "r1"))).StatusCode);

        var answer = (await floor.Notes()).Single(n => n.ReplyTo == note);
        Assert.Equal((floor.Mei, floor.Ana, 1L), (answer.Person, answer.Author, answer.Sequence));
        Assert.Contains("Note from Ana Ruiz", await Floor.Since(mei), StringComparison.Ordinal);
        Assert.Contains("I did, <b>twice</b>.", await mei.Open($"/coaching/board/{floor.Ana}"), StringComparison.Ordinal);
        var inbox = await mei.Open("/coaching/notes");
        Assert.Contains("In answer to your note:", inbox, StringComparison.Ordinal);
        Assert.Contains("Say it aloud.", inbox, StringComparison.Ordinal);

        await mei.Submit($"/coaching/notes/{answer.Id}/reply", ("text", "Well done."), ("_key", "r2"));

        Assert.Contains("Well done.", await ana.Open("/coaching/notes"), StringComparison.Ordinal);
        Assert.Contains("I did, <b>twice</b>.", await (await ana.Get($"/coaching/notes/{note}/card")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.All(await floor.App.Events(), e => Assert.DoesNotContain("twice", e.Json, StringComparison.Ordinal));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Nobody_but_the_receiver_sees_answers_or_rates_a_note(Store store)
    {
        await using var floor = await Floor.Open(store);
        var note = (await floor.Send(floor.Mei, floor.Ana, "Canary one.")).Note;
        foreach (var other in new[] { floor.Bo, floor.Max, floor.Mei, floor.Cy })
        {
            using var browser = await floor.App.SignIn(other);
            await browser.Open("/");

            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/coaching/notes/{note}/card")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Submit($"/coaching/notes/{note}/reply", ("text", "Not mine."))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Submit($"/coaching/notes/{note}/help")).StatusCode);
        }

        var row = Assert.Single(await floor.Notes());
        Assert.Equal((null, null), (row.DeliveredAt, row.HelpedAt));
    }

    [Fact]
    public async Task A_note_that_helped_is_acknowledged_says_so_once_and_its_author_sees_it()
    {
        await using var floor = await Floor.Open();
        var note = (await floor.Send(floor.Mei, floor.Ana, "Say it aloud.")).Note;
        using var ana = await floor.App.SignIn(floor.Ana);
        using var mei = await floor.App.SignIn(floor.Mei);
        await ana.Open("/");

        await ana.Submit($"/coaching/notes/{note}/help");
        await ana.Submit($"/coaching/notes/{note}/help");

        var row = Assert.Single(await floor.Notes());
        Assert.Equal(NoteState.Acknowledged, row.State);
        Assert.NotNull(row.HelpedAt);
        Assert.Equal(["note-sent", "note-acknowledged", "note-helped"], (await floor.App.Events()).Where(e => e.Type.StartsWith("note-", StringComparison.Ordinal)).Select(e => e.Type));
        Assert.Contains("data-helped", await mei.Open($"/coaching/board/{floor.Ana}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_answer_comes_back_with_the_reason_and_one_held_in_an_examination_stays_unseen()
    {
        await using var floor = await Floor.Open();
        var note = (await floor.Send(floor.Mei, floor.Ana, "Say it aloud.")).Note;
        using var ana = await floor.App.SignIn(floor.Ana);
        await ana.Open("/");

        var refused = await ana.Submit($"/coaching/notes/{note}/reply", ("text", " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Write something first.", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await ana.Submit($"/coaching/notes/{note}/reply", ("text", "Done."));
        var answer = (await floor.Notes()).Single(n => n.ReplyTo == note).Id;
        await floor.StartExam(floor.Ana);
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Open("/coaching/notes");
        await mei.Submit($"/coaching/notes/{answer}/reply", ("text", "Held words."));
        Assert.True((await floor.Notes()).Single(n => n.ReplyTo == answer).Held);
        Assert.DoesNotContain("Held words", await ana.Open("/coaching/notes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_no_longer_works_together_writes_no_more()
    {
        await using var floor = await Floor.Open();
        var note = (await floor.Send(floor.Mei, floor.Ana, "Say it aloud.")).Note;
        await floor.App.Ledger.Run<Done>(floor.App.Clock.Act(), async entry =>
        {
            (await entry.Db.Set<PersonRow>().AsTracking().SingleAsync(p => p.Id == floor.Ana)).TeamId = floor.West;
            return Done.Value;
        }, TestContext.Current.CancellationToken);
        using var ana = await floor.App.SignIn(floor.Ana);
        await ana.Open("/coaching/notes");

        var refused = await ana.Submit($"/coaching/notes/{note}/reply", ("text", "Done."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Single(await floor.Notes());
    }
}
