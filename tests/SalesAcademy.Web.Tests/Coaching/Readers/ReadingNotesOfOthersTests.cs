using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching.Readers;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Tests.Coaching.Readers;

/// <summary>The shipped policy names HR and the manager of the coach. Mei coaches Ana; Dora manages Mei; Max is another manager of Ana's team.</summary>
public sealed class ReadingNotesOfOthersTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Whom_the_policy_names_reads_an_exchange_and_it_is_recorded_once_a_day_and_seen_by_the_two(Store store)
    {
        await using var floor = await Floor.Open(store);
        var (hanna, dora) = await Join(floor);
        var (thread, _) = await Exchange(floor);

        foreach (var (reader, by) in new[] { (hanna, NoteReaders.Hr), (dora, NoteReaders.CoachManager) })
        {
            using var browser = await floor.App.SignIn(reader);
            var list = await browser.Open("/coaching/threads");
            Assert.Contains("Ana Ruiz", list, StringComparison.Ordinal);
            Assert.DoesNotContain("Say it aloud", list, StringComparison.Ordinal);
            Assert.DoesNotContain(await floor.App.Events(), e => e.Type == "coaching-read" && e.Actor == reader);

            foreach (var _ in new[] { 1, 2 })
            {
                var page = await browser.Open($"/coaching/threads/{thread}");
                Assert.Contains("Say it aloud.", page, StringComparison.Ordinal);
                Assert.Contains("I did, <b>twice</b>.", page, StringComparison.Ordinal);
            }

            var read = Assert.Single(await floor.App.Events(), e => e.Type == "coaching-read" && e.Actor == reader);
            Assert.Equal(floor.Ana, read.Subject);
            Assert.Contains($"\"by\":{(int)by}", read.Json.Replace($"\"{by}\"", $"{(int)by}", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        floor.App.Time.Advance(TimeSpan.FromDays(1));
        using var again = await floor.App.SignIn(hanna);
        await again.Open($"/coaching/threads/{thread}");
        Assert.Equal(2, (await floor.App.Events()).Count(e => e.Type == "coaching-read" && e.Actor == hanna));
        Assert.Contains("Coaching notes of others read", await again.Open("/audit"), StringComparison.Ordinal);
        using var ana = await floor.App.SignIn(floor.Ana);
        Assert.Contains("Hanna Ott read this exchange on Tue 24 Nov.", await ana.Open("/coaching/notes"), StringComparison.Ordinal);
        using var mei = await floor.App.SignIn(floor.Mei);
        Assert.Contains("Dora Lang read this exchange on Mon 23 Nov.", await mei.Open($"/coaching/board/{floor.Ana}"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Nobody_else_finds_one_and_nothing_is_recorded(Store store)
    {
        await using var floor = await Floor.Open(store);
        await Join(floor);
        await floor.App.Ledger.Run<Done>(floor.App.Clock.Act(), entry =>
        {
            entry.Db.Add(new TeamManagerRow { TeamId = floor.East, PersonId = floor.Max });
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
        floor.App.Services.GetRequiredService<Staff>().Forget(floor.Max);
        var admin = await floor.App.Join("Priya", Role.Admin | Role.SalesOps);
        var (thread, answer) = await Exchange(floor);

        foreach (var other in new[] { floor.Max, admin, floor.Mei, floor.Ana, floor.Bo })
        {
            using var browser = await floor.App.SignIn(other);
            foreach (var note in new[] { thread, answer })
                Assert.Contains((await browser.Get($"/coaching/threads/{note}")).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        }

        Assert.DoesNotContain(await floor.App.Events(), e => e.Type == "coaching-read");
    }

    [Fact]
    public async Task What_is_held_or_was_taken_back_stays_unseen()
    {
        await using var floor = await Floor.Open();
        var (hanna, _) = await Join(floor);
        await floor.StartExam(floor.Ana);
        var held = (await floor.Send(floor.Mei, floor.Ana, "Held words.")).Note;
        var back = (await floor.Send(floor.Mei, floor.Bo, "Taken words.")).Note;
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Open("/");
        await mei.Submit($"/coaching/notes/{back}/withdrawal");

        using var browser = await floor.App.SignIn(hanna);

        foreach (var note in new[] { held, back })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/coaching/threads/{note}")).StatusCode);
    }

    [Fact]
    public async Task A_policy_opens_nothing_that_was_promised_otherwise_and_closes_at_once()
    {
        await using var floor = await Floor.Open();
        await Exchange(floor);
        var staff = floor.App.Services.GetRequiredService<Staff>();
        var hr = await staff.Find(await floor.App.Join("Hanna Ott", Role.Hr), TestContext.Current.CancellationToken);
        var admin = await staff.Find(await floor.App.Join("Priya", Role.Admin), TestContext.Current.CancellationToken);
        await using var db = floor.App.Read();

        Assert.Equal(1, await Readable.ThreadsFor(db, hr!, NoteReaders.Hr).CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await Readable.ThreadsFor(db, hr!, NoteReaders.CoachManager).CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await Readable.ThreadsFor(db, admin!, NoteReaders.Admin | NoteReaders.Hr).CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Composer_and_every_note_say_who_can_read()
    {
        await using var floor = await Floor.Open();
        await Exchange(floor);
        using var mei = await floor.App.SignIn(floor.Mei);
        using var ana = await floor.App.SignIn(floor.Ana);

        var board = await mei.Open($"/coaching/board/{floor.Ana}");
        var notes = await ana.Open("/coaching/notes");

        Assert.Contains("these can read this: the manager of the coach, HR.", board[board.IndexOf("id=\"readers\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal(2, board.Split("data-readers=\"3\"").Length - 1);
        Assert.Contains("data-readers=\"3\"", notes, StringComparison.Ordinal);
        Assert.Contains("the coaching policy names: the manager of the coach, HR.", notes, StringComparison.Ordinal);
    }

    private static async Task<(Guid Hanna, Guid Dora)> Join(Floor floor)
    {
        var hanna = await floor.App.Join("Hanna Ott", Role.Hr);
        var dora = await floor.App.Join("Dora Lang", Role.Manager);
        var coaches = await floor.App.Team("Coaches", dora);
        await floor.App.Ledger.Run<Done>(floor.App.Clock.Act(), async entry =>
        {
            (await entry.Db.FindAsync<PersonRow>(floor.Mei))!.TeamId = coaches; // joined before
            return Done.Value;
        }, TestContext.Current.CancellationToken);
        floor.App.Services.GetRequiredService<Staff>().Forget(floor.Mei);
        return (hanna, dora);
    }

    private static async Task<(Guid Thread, Guid Answer)> Exchange(Floor floor)
    {
        var thread = (await floor.Send(floor.Mei, floor.Ana, "Say it aloud.", anchored: false)).Note;
        using var ana = await floor.App.SignIn(floor.Ana);
        await ana.Open("/coaching/notes");
        await ana.Submit($"/coaching/notes/{thread}/reply", ("text", "I did, **twice**."), ("_key", "r1"));
        return (thread, (await floor.Notes()).Single(note => note.ReplyTo == thread).Id);
    }
}
