using System.Diagnostics;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class ReplayingDecisionsTests(ITestOutputHelper output)
{
    private const string First = "B: 10, A: 15";
    private const string Second = "B: 6, A: 7";

    // Members come and go with what sellers bring; the first is hidden from others.
    private const string ThreePools =
        """
        pools:
          - id: key
            name: { en: Key accounts, zh-Hans: 大客户公海 }
            takes: { tier: [B, A] }
            members: { tags: { language: [zh] } }
            seen-by: members
          - id: german
            name: { en: German, zh-Hans: 德语线索 }
            takes: { tags: { language: [de] } }
            members: { tags: { language: [de] } }
          - id: rest
            name: { en: Everything else, zh-Hans: 其他线索 }
            takes: everything
            members: everyone

        """;

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task What_was_decided_under_three_policies_while_much_happened_comes_out_again_and_the_log_gives_the_seats(Store store)
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(store, content.Settings, withoutRounds: true);

        var (decisions, happened) = await Busy(app, content, store == Store.Sqlite ? Thorough.Times(240, 20_000) : 160);

        var watch = Stopwatch.StartNew();
        var report = await Replayed(app, 1, decisions);
        watch.Stop();
        await using var db = app.Read();
        var outcomes = await db.Set<DecisionRow>().GroupBy(d => d.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(TestContext.Current.CancellationToken);
        output.WriteLine($"{report.Decisions} decisions ({string.Join(", ", outcomes.Select(o => $"{o.Count} {o.Key}"))}) made again in {watch.Elapsed.TotalSeconds:F1} s; {string.Join(", ", happened.Select(pair => $"{pair.Key} {pair.Value}"))}");
        Assert.Empty(report.Differences);
        Assert.Equal((decisions, 0), (report.Decisions, report.Differing));
        Assert.Equal(3, await db.Set<DecisionRow>().Select(d => d.PolicyHash).Distinct().CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Enum.GetValues<AssignmentOutcome>().Length, outcomes.Count);
        string[] must = ["leave", "leave-called-off", "override", "regrade", "revocation", "certificate", "suspension", "reinstatement", "tags", "drill", "observation", "policies"];
        Assert.All(must, what => Assert.True(happened.ContainsKey(what), what));
        var rebuilt = Turn.Rebuild(await db.Set<SeatMoveRow>().OrderBy(m => m.Decision).ThenBy(m => m.Won).ToListAsync(TestContext.Current.CancellationToken));
        Assert.All(await db.Set<SeatRow>().ToListAsync(TestContext.Current.CancellationToken), seat => Assert.Equal((seat.VirtualTime, seat.LastTurn), (rebuilt[seat.Person].VirtualTime, rebuilt[seat.Person].LastTurn)));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task What_was_decided_in_three_pools_comes_out_again(Store store)
    {
        using var content = new ContentCopy().Text("policies/pools.yml", ThreePools);
        await using var app = new AcademyApp(store, content.Settings, withoutRounds: true);
        await new Floor(app).Arrives(Floor.Lead(Tier.C, "Isar Logistics", new Tag("language", "de"))); // by lot none of them may come

        var (decisions, happened) = await Busy(app, content, store == Store.Sqlite ? Thorough.Times(200, 4_000) : 120);

        await using var db = app.Read();
        var cells = await db.Set<DecisionRow>().GroupBy(d => d.Cell).Select(g => new { g.Key, Count = g.Count(), Given = g.Count(d => d.Winner != null) }).OrderBy(g => g.Key).ToListAsync(TestContext.Current.CancellationToken);
        output.WriteLine($"{decisions} decisions ({string.Join(", ", cells.Select(cell => $"{cell.Given} of {cell.Count} given in {cell.Key}"))}); {string.Join(", ", happened.Select(pair => $"{pair.Key} {pair.Value}"))}");
        var report = await Replayed(app, 1, decisions);
        Assert.Empty(report.Differences);
        Assert.Equal((decisions, 0), (report.Decisions, report.Differing));
        Assert.Equal(["german", "key", "rest"], cells.Select(cell => cell.Key));
        Assert.True(cells.Count(cell => cell.Given > 0) > 1);
        string[] must = ["batch", "offer", "tags", "tags-removed", "policies"];
        Assert.All(must, what => Assert.True(happened.ContainsKey(what), what));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Every_planted_change_is_found(bool inPools)
    {
        using var content = new ContentCopy();
        if (inPools)
            content.Text("policies/pools.yml", ThreePools);
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var (decisions, _) = await Busy(app, content, 160);
        await using var db = app.Read();
        var recorded = await db.Set<DecisionRow>().OrderBy(d => d.Number).ToListAsync(TestContext.Current.CancellationToken);
        var random = new Random(4711);
        var (planted, missed) = (0, new List<string>());

        Plant[] plants = inPools ? [.. Plants, Pool] : Plants;

        foreach (var plant in Enumerable.Repeat(plants, Thorough.Times(3, 100 / Plants.Length + 1)).SelectMany(all => all))
        {
            // Whose turn it is falls by lot of ids: now and then nothing that fits came about.
            var fit = recorded.Where(plant.Fits).ToArray();
            if (fit.Length == 0)
                continue;
            var decision = fit[random.Next(fit.Length)];
            ReplayReport report = default;
            // Nothing stays: a refusal takes back what the command has written.
            await app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
            {
                plant.Change(entry, decision);
                report = await app.Services.GetRequiredService<Replay>().Run(entry.Db, decision.Number, Math.Min(decision.Number + 20, decisions), TestContext.Current.CancellationToken);
                return new Refusal("planted");
            }, TestContext.Current.CancellationToken);
            planted++;
            if (report.Differences.All(difference => difference.Number < decision.Number) || report.Differing == 0)
                missed.Add($"{plant.Name} at {decision.Number}");
        }

        output.WriteLine($"{planted} changes planted, {missed.Count} not found");
        Assert.Empty(missed);
        Assert.True(planted >= 2 * plants.Length, $"only {planted}");
        Assert.Equal(0, (await Replayed(app, 1, decisions)).Differing);
    }

    [Fact]
    public async Task Each_night_the_day_before_is_replayed_once_and_a_difference_alarms_those_who_answer_for_it()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (operations, nightly) = (await app.Join("Wu Tong", Role.SalesOps), app.Services.GetRequiredService<NightlyReplay>());
        await floor.ReadySeller();
        await floor.Arrives();
        Assert.Equal(0, await nightly.Run(TestContext.Current.CancellationToken)); // the day is not over
        app.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await nightly.Run(TestContext.Current.CancellationToken));
        var lead = await floor.Arrives();
        await floor.Write(entry =>
        {
            entry.Execute(new Statement("UPDATE lead_decisions SET late = @p0 WHERE lead = @p1"), true, lead);
            return Task.CompletedTask;
        });
        app.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await nightly.Run(TestContext.Current.CancellationToken));
        Assert.Equal(0, await nightly.Run(TestContext.Current.CancellationToken));

        await using var db = app.Read();
        Assert.Equal([(1, 0), (1, 1)], (await db.Set<ReplayRow>().Where(r => r.Decisions > 0).OrderBy(r => r.Day).ToListAsync(TestContext.Current.CancellationToken)).Select(r => (r.Decisions, r.Differing)));
        Assert.Equal([NightlyReplay.Kind], await db.Set<NoticeRow>().Where(n => n.Person == operations).Select(n => n.Kind).ToListAsync(TestContext.Current.CancellationToken));
        using var browser = await app.SignIn(operations);
        Assert.Contains("1 of 2 decisions does not come out as recorded", await browser.Open("/leads/replays"), StringComparison.Ordinal);
        Assert.Contains("1 of 1 decisions of 24 November do not come out as recorded", await browser.Open("/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_not_me_is_told_as_of_the_decision_whatever_has_happened_since()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (ready, other) = (await floor.ReadySeller("Lin Yue"), await floor.ReadySeller("Noah Becker"));
        var desk = await app.Join("Hana Mori", Role.Hr);
        var lead = await floor.Arrives();
        var (decision, loser) = ((await floor.DecisionOn(lead)).Id, (await floor.Row(lead)).Owner == ready ? other : ready);
        await floor.Pool.Return(app.Clock.Act((await floor.Row(lead)).Owner, "No time"), lead, (await floor.Row(lead)).Owner!.Value);
        using var browser = await app.SignIn(loser);
        var before = await browser.Open($"/leads/decisions/{decision}");

        using var hr = await app.SignIn(desk);
        await hr.Submit($"/people/{loser}/leaves", ("From", "2026-11-23"), ("Until", "2026-11-27"));
        var after = await browser.Open($"/leads/decisions/{decision}");

        Assert.Equal(Rules(before), Rules(after));
        Assert.Contains("it was another seller’s turn", after, StringComparison.Ordinal);

        static string Rules(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
    }

    private static async Task<(int Decisions, Dictionary<string, int> Happened)> Busy(AcademyApp app, ContentCopy content, int decisions)
    {
        var busy = new BusyFloor(app, content, seed: decisions) { InBatches = File.Exists(Path.Combine(content.Folder, "policies/pools.yml")) };
        var (days, people) = decisions < 1000 ? (8, 8) : (80, 30);
        await busy.Open(people);
        var (made, editions) = (0, 1);
        while (made < decisions)
        {
            if (editions == 1 && made > decisions / 3)
                await busy.Activate(First, Second);
            else if (editions == 2 && made > decisions / 2)
                await busy.Activate("everybody-away: hold", "everybody-away: overflow");
            await busy.Day(decisions / days);
            editions = 1 + busy.Happened.GetValueOrDefault("policies");
            await using var db = app.Read();
            made = await db.Set<DecisionRow>().CountAsync(TestContext.Current.CancellationToken);
        }

        return (made, busy.Happened);
    }

    private static async Task<ReplayReport> Replayed(AcademyApp app, long first, long last)
    {
        await using var db = app.Read();
        return await app.Services.GetRequiredService<Replay>().Run(db, first, last, TestContext.Current.CancellationToken);
    }

    private sealed record Plant(string Name, Func<DecisionRow, bool> Fits, Action<Entry, DecisionRow> Change);

    // Of what a decision was asked, then of what it answered; each is such that the decision cannot have come out as it did.
    private static readonly Plant[] Plants =
    [
        new("the lead's tier", d => d.Outcome == AssignmentOutcome.Assigned, (entry, d) => entry.Execute(new Statement("UPDATE leads SET tier = CASE tier WHEN 'Enterprise' THEN 'C' ELSE 'Enterprise' END WHERE id = @p0"), d.Lead)),
        new("a tag of the lead", d => d.Outcome == AssignmentOutcome.Assigned, (entry, d) => entry.Execute(new Statement("INSERT INTO lead_tags (lead, kind, value) VALUES (@p0, 'region', 'nowhere')"), d.Lead)),
        new("whose the account is", d => d.Outcome == AssignmentOutcome.Assigned, (entry, d) => entry.Execute(new Statement("UPDATE lead_decisions SET account_owner = @p1 WHERE id = @p0"), d.Id, Guid.CreateVersion7())),
        new("since when it waited", d => d.Outcome == AssignmentOutcome.Held, (entry, d) => entry.Execute(new Statement("UPDATE lead_decisions SET waiting_since = @p1 WHERE id = @p0"), d.Id, d.WaitingSince.AddDays(-9))),
        new("the point of the ledger", d => d.Outcome == AssignmentOutcome.Assigned, (entry, d) => entry.Execute(new Statement("UPDATE lead_decisions SET sequence = 1 WHERE id = @p0"), d.Id)),
        new("the winner's tier", d => d.Outcome == AssignmentOutcome.Assigned, Reset),
        new("the winner's open leads", d => d.Outcome == AssignmentOutcome.Assigned, Burden),
        new("the winner's leave", d => d.Outcome == AssignmentOutcome.Assigned, Away),
        new("a seat", d => d.Outcome == AssignmentOutcome.Assigned, (entry, d) => entry.Execute(new Statement("UPDATE lead_seat_moves SET virtual_time = virtual_time + 5000000 WHERE decision = @p0 AND won"), d.Number)),
        new("the catalogue", d => d.Number > 1, (entry, d) => entry.Execute(new Statement("UPDATE lead_decisions SET content_hash = 'gone' WHERE id = @p0"), d.Id)),
        new("the winner", d => d.Outcome == AssignmentOutcome.Assigned, (entry, d) => entry.Execute(new Statement("UPDATE lead_decisions SET winner = @p1 WHERE id = @p0"), d.Id, Guid.CreateVersion7())),
        new("the outcome", _ => true, (entry, d) => entry.Execute(new Statement("UPDATE lead_decisions SET outcome = @p1 WHERE id = @p0"), d.Id, $"{(AssignmentOutcome)(((int)d.Outcome + 1) % 3)}")),
        new("the failures", _ => true, (entry, d) => entry.Execute(new Statement("UPDATE lead_decisions SET failures = @p1 WHERE id = @p0"), d.Id, JsonSerializer.Serialize(d.Failures.Select((count, i) => i == 5 ? count + 1 : count)))),
        new("the ranking", d => d.Ranking.Count > 1, (entry, d) => entry.Execute(new Statement("UPDATE lead_decisions SET ranking = @p1 WHERE id = @p0"), d.Id, JsonSerializer.Serialize(d.Ranking.Reverse()))),
        new("how many were compared", _ => true, (entry, d) => entry.Execute(new Statement("UPDATE lead_decisions SET compared = compared + 1 WHERE id = @p0"), d.Id)),
        new("the number of the turn", d => d.Number > 1, (entry, d) => entry.Execute(new Statement("UPDATE lead_decisions SET turn = turn + 1 WHERE id = @p0"), d.Id)),
        new("the policy", _ => true, (entry, d) => entry.Execute(new Statement("UPDATE lead_decisions SET policy_hash = 'other' WHERE id = @p0"), d.Id)),
    ];

    private static readonly Plant Pool = new("the pool", d => d.Outcome == AssignmentOutcome.Assigned, (entry, d) =>
        entry.Execute(new Statement("UPDATE lead_decisions SET cell = CASE cell WHEN 'rest' THEN 'key' ELSE 'rest' END WHERE id = @p0"), d.Id));

    // The winner never rose and was never raised: every tier of theirs is Shadow.
    private static void Reset(Entry entry, DecisionRow d)
    {
        foreach (var row in entry.Db.Set<EventRow>().AsNoTracking().Where(e => e.Type.StartsWith("tier-") && e.Subject == d.Winner).ToList())
        {
            var happened = EventTrunk.Read(row) switch { TierChanged changed => changed with { To = Tier.Shadow }, TierOverridden set => set with { To = Tier.Shadow }, var other => other };
            entry.Execute(new Statement("UPDATE events SET json = @p1 WHERE sequence = @p0"), row.Sequence, JsonSerializer.Serialize(happened, happened.GetType(), JsonSerializerOptions.Web));
        }

        // Told again later, so that the trunk is asked and not what is kept.
        Tell(entry, new TagsChanged(d.Winner!.Value), e => e.Sequence > d.Sequence);
    }

    private static void Away(Entry entry, DecisionRow d)
    {
        entry.Execute(new Statement("INSERT INTO leaves (id, person_id, \"from\", until) VALUES (@p0, @p1, @p2, @p2)"), Guid.CreateVersion7(), d.Winner, d.Day);
        Tell(entry, new LeaveTaken(d.Winner!.Value, d.Day, d.Day), e => e.Sequence <= d.Sequence);
    }

    private static void Burden(Entry entry, DecisionRow d)
    {
        for (var i = 0; i < 50; i++)
            entry.Execute(new Statement("INSERT INTO lead_ownerships (id, lead, person, how, day, at, sequence) VALUES (@p0, @p1, @p2, 'Claimed', @p3, @p4, 1)"), Guid.CreateVersion7(), Guid.CreateVersion7(), d.Winner, d.Day.AddDays(-20), d.At.AddDays(-20));
    }

    // In the place of an event that says nothing about sellers.
    private static void Tell(Entry entry, IEvent happened, Expression<Func<EventRow, bool>> where)
    {
        var place = entry.Db.Set<EventRow>().AsNoTracking().Where(e => e.Type == "notice-given").Where(where).OrderByDescending(e => e.Sequence).First();
        entry.Execute(new Statement("UPDATE events SET type = @p1, subject = @p2, json = @p3 WHERE sequence = @p0"), place.Sequence, EventTrunk.NameOf(happened.GetType()), happened.Subject,
            JsonSerializer.Serialize(happened, happened.GetType(), JsonSerializerOptions.Web));
    }
}
