using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Ledger;

public sealed class WritingThroughTheLedgerTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task An_accepted_command_leaves_its_rows_and_a_chained_event(Store store)
    {
        await using var app = new AcademyApp(store);

        var first = await app.Join("欧阳娜娜", Role.Rep);
        await app.Join("Zoë O'Brien-Łukasiewicz", Role.Manager | Role.Hr);

        var events = await app.Events();
        Assert.Equal([1, 2], events.Select(e => e.Sequence));
        Assert.Equal(first, events[0].Subject);
        Assert.Equal(events[0].Hash, events[1].PreviousHash);
        Assert.Null(EventTrunk.FirstBroken(events));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_refused_command_leaves_no_trace(Store store)
    {
        await using var app = new AcademyApp(store);
        _ = app.Services;

        var refused = await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            entry.Db.Add(new TeamRow { Id = Guid.CreateVersion7(), Name = "Ghosts", ChineseName = "幽灵" });
            entry.Record(new PersonSuspended(Guid.CreateVersion7()));
            return Task.FromResult<Decision<Done>>(new Refusal("no"));
        }, TestContext.Current.CancellationToken);

        Assert.IsType<Refused<Done>>(refused);
        Assert.Empty(await app.Events());
        await using var db = app.Read();
        Assert.False(await db.Set<TeamRow>().AnyAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_failing_command_rolls_back_alone_and_the_sequence_has_no_gap(Store store)
    {
        await using var app = new AcademyApp(store);
        _ = app.Services;

        var runs = Enumerable.Range(0, 40).Select(i => Attempt(app, fails: i % 3 == 0)).ToArray();
        var outcomes = await Task.WhenAll(runs);

        var events = await app.Events();
        Assert.Equal(outcomes.Count(ok => ok), events.Count);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Sequence));
        Assert.Null(EventTrunk.FirstBroken(events));
    }

    [Fact]
    public async Task A_file_held_by_another_process_refuses_and_the_chain_goes_on_afterwards()
    {
        await using var app = new AcademyApp();
        await app.Join("Before", Role.Rep);
        await app.Join("Before as well", Role.Rep);

        await using (var other = new SqliteConnection($"Data Source={Path.Combine(app.DataFolder, "academy.db")};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = other.BeginTransaction(deferred: false);
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => app.Join("Meanwhile", Role.Rep));
        }

        await app.Join("After", Role.Rep);
        var events = await app.Events();
        Assert.Equal([1, 2, 3], events.Select(e => e.Sequence));
        Assert.Null(EventTrunk.FirstBroken(events));
    }

    [Fact]
    public async Task Who_came_while_another_waited_for_a_held_file_gets_a_try_of_their_own()
    {
        await using var app = new AcademyApp();
        await app.Join("Before", Role.Rep);
        Task<Guid> late;

        await using (var other = new SqliteConnection($"Data Source={Path.Combine(app.DataFolder, "academy.db")};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = other.BeginTransaction(deferred: false);
            var early = app.Join("Early", Role.Rep);
            await Eventually.Quiet(TimeSpan.FromSeconds(2));
            late = app.Join("Late", Role.Rep);
            await Assert.ThrowsAsync<LedgerUnavailableException>(() => early);
        }

        await late;
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task The_same_key_is_decided_once_and_answered_the_same(Store store)
    {
        await using var app = new AcademyApp(store);
        _ = app.Services;
        var actor = Guid.CreateVersion7();
        var act = app.Clock.Act(actor, key: new IdempotencyKey("key-1", "body-1"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Ledger.Run<Guid>(act, entry =>
        {
            entry.Record(new PersonSuspended(actor));
            return Task.FromResult<Decision<Guid>>(Guid.CreateVersion7());
        }, TestContext.Current.CancellationToken)));

        Assert.Single(answers.Select(a => Assert.IsType<Accepted<Guid>>(a).Value).Distinct());
        Assert.Single(await app.Events());
        var other = await app.Ledger.Run<Guid>(act with { Key = new IdempotencyKey("key-1", "body-2") }, _ => throw new InvalidOperationException("decided twice"), TestContext.Current.CancellationToken);
        Assert.Equal("key-reused", Assert.IsType<Refused<Guid>>(other).Reason.Key);
    }

    [Fact]
    public async Task A_command_refused_because_its_twin_was_quicker_is_answered_like_the_twin()
    {
        await using var app = new AcademyApp(Store.Postgres);
        _ = app.Services;
        var act = app.Clock.Act(Guid.CreateVersion7(), key: new IdempotencyKey("key-1", "body-1"));
        var twinIsDone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var slow = app.Ledger.Run<string>(act, async _ =>
        {
            await twinIsDone.Task;
            return new Refusal("name-taken");
        }, TestContext.Current.CancellationToken);
        var twin = await app.Ledger.Run<string>(act, _ => Task.FromResult<Decision<string>>("done"), TestContext.Current.CancellationToken);
        twinIsDone.SetResult();

        Assert.Equal(twin, await slow);
    }

    [Fact]
    public async Task Nobody_but_the_ledger_writes()
    {
        await using var app = new AcademyApp();
        await using var db = app.Read();
        db.Add(new TeamRow { Id = Guid.CreateVersion7(), Name = "x", ChineseName = "x" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public async Task A_changed_removed_or_moved_event_is_found(int fault)
    {
        await using var app = new AcademyApp();
        for (var i = 0; i < 4; i++)
            await app.Join($"Person {i}", Role.Rep);
        var events = (await app.Events()).ToList();

        switch (fault)
        {
            case 0: events[2] = Changed(events[2]); break;
            case 1: events.RemoveAt(1); break;
            default: (events[1], events[2]) = (events[2], events[1]); break;
        }

        Assert.Equal(3, EventTrunk.FirstBroken(events)!.Sequence);
    }

    private static async Task<bool> Attempt(AcademyApp app, bool fails)
    {
        try
        {
            await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
            {
                var team = new TeamRow { Id = Guid.CreateVersion7(), Name = "Team", ChineseName = "团队" };
                entry.Db.Add(team);
                entry.Record(new TeamChanged(team.Id, team.Id));
                return fails ? throw new InvalidOperationException("planted") : Task.FromResult<Decision<Done>>(Done.Value);
            });
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static EventRow Changed(EventRow e) => new()
    {
        Sequence = e.Sequence,
        Type = e.Type,
        Version = e.Version,
        Subject = e.Subject,
        Actor = e.Actor,
        At = e.At,
        LocalDate = e.LocalDate,
        Zone = e.Zone,
        Json = e.Json.Replace("2026", "2025", StringComparison.Ordinal),
        PreviousHash = e.PreviousHash,
        Hash = e.Hash,
    };
}
