using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Audit;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Health;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Shared.Audit;

/// <summary>Whoever changes the database by hand is found out: by the chain, or, where the chain was forged as well, by the anchor.</summary>
public sealed class VerifyingTheTrunkTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-anchor-").FullName;

    private string Anchor => Path.Combine(folder, "trunk.anchor");

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_trunk_that_nobody_touched_holds_and_is_anchored_while_it_grows(Store store)
    {
        await using var app = await Academy(store);

        var report = await Look(app);
        await app.Join("One more", Role.Rep);

        Assert.Empty(report.Findings);
        Assert.Equal((6, 6), (report.Events, report.Anchored));
        Assert.Equal(0, await Verify(app));
        await Keeper(app).Keep(TestContext.Current.CancellationToken);
        Assert.Equal((7, 7), (await Look(app)) is var later ? (later.Events, later.Anchored) : default);
        Assert.Equal(["3", "6", "7"], (await File.ReadAllLinesAsync(Anchor, TestContext.Current.CancellationToken)).Select(line => line.Split(' ')[2]));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task An_event_changed_by_hand_is_named(Store store)
    {
        await using var app = await Academy(store);
        await Run(app, "UPDATE events SET json = replace(json, '2026', '2016') WHERE sequence = 4");

        await Finds(app, TrunkFault.Altered, "Event 4 ");
    }

    [Theory, InlineData("at = 'yesterday'"), InlineData("actor = 'nobody'")]
    public async Task An_event_that_cannot_even_be_read_is_named(string forged)
    {
        await using var app = await Academy(Store.Sqlite);
        await Run(app, $"UPDATE events SET {forged} WHERE sequence = 4");

        await Finds(app, TrunkFault.Altered, "Event 4 ");
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task An_event_taken_out_of_the_middle_is_named(Store store)
    {
        await using var app = await Academy(store);
        await Run(app, "DELETE FROM events WHERE sequence = 2");

        await Finds(app, TrunkFault.Missing, "Event 2 ");
    }

    [Theory, InlineData(Store.Sqlite, false), InlineData(Store.Postgres, false), InlineData(Store.Sqlite, true), InlineData(Store.Postgres, true)]
    public async Task An_end_cut_off_is_found_even_where_the_head_was_moved_back(Store store, bool movesTheHead)
    {
        await using var app = await Academy(store);
        await Run(app, "DELETE FROM events WHERE sequence > 4");
        if (movesTheHead)
            await Run(app, "UPDATE trunk_head SET sequence = 4, hash = (SELECT hash FROM events WHERE sequence = 4)");

        await Finds(app, TrunkFault.Truncated, "ends at event 4");
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_chain_forged_from_an_event_to_its_end_is_found_by_the_anchor(Store store)
    {
        await using var app = await Academy(store);
        await Forge(app, from: 5);

        Assert.Null(EventTrunk.FirstBroken(await app.Events()));
        await Finds(app, TrunkFault.Rewritten, "from one of the events 4 to 6 on");
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task An_anchor_that_is_gone_shortened_or_altered_is_found_and_not_written_on(Store store)
    {
        await using var app = await Academy(store);
        var lines = await File.ReadAllLinesAsync(Anchor, TestContext.Current.CancellationToken);

        await File.WriteAllLinesAsync(Anchor, lines[..1], TestContext.Current.CancellationToken);
        await Finds(app, TrunkFault.AnchorShortened, "ends at event 3");
        await app.Join("Later", Role.Rep);
        await Keeper(app).Keep(TestContext.Current.CancellationToken);
        Assert.Contains("shortened", await ((IHealthSign)Keeper(app)).Look(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(await File.ReadAllLinesAsync(Anchor, TestContext.Current.CancellationToken));

        await File.WriteAllLinesAsync(Anchor, [lines[0].Replace(" 3 ", " 2 ", StringComparison.Ordinal), lines[1]], TestContext.Current.CancellationToken);
        await Finds(app, TrunkFault.AnchorAltered, "Line 1 ");

        File.Delete(Anchor);
        await Finds(app, TrunkFault.AnchorMissing, "no anchor");
    }

    [Fact]
    public async Task A_line_that_a_kill_left_half_is_no_line_and_is_written_anew()
    {
        await using var app = await Academy(Store.Sqlite);
        await File.AppendAllTextAsync(Anchor, "2026-11-23T00:00:00Z anch", TestContext.Current.CancellationToken);

        Assert.Empty((await Look(app)).Findings);
        await app.Join("Later", Role.Rep);
        await Keeper(app).Keep(TestContext.Current.CancellationToken);

        Assert.Equal((7, 7), (await Look(app)) is var later ? (later.Events, later.Anchored) : default);
    }

    [Fact]
    public async Task Without_an_anchor_the_chain_is_verified_and_said_to_be_vouched_for_by_nothing()
    {
        await using var app = new AcademyApp();
        await app.Join("Wei Zhang", Role.Rep);

        Assert.Equal((int)TrunkFault.NotAnchored, await Verify(app));
        await Run(app, "UPDATE events SET zone = 'UTC'");
        Assert.Equal((int)TrunkFault.Altered, await Verify(app));
    }

    [Fact]
    public void An_anchor_within_the_data_folder_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => AnchorFile.Of(new AcademyOptions { Data = folder, Anchor = Anchor }));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Six events, anchored at the third and at the sixth.
    private async Task<AcademyApp> Academy(Store store)
    {
        var app = new AcademyApp(store, new() { ["Academy:Anchor"] = folder });
        for (var i = 1; i <= 6; i++)
        {
            await app.Join($"Person {i.ToString(CultureInfo.InvariantCulture)}", Role.Rep);
            if (i % 3 == 0)
                await Keeper(app).Keep(TestContext.Current.CancellationToken);
        }

        return app;
    }

    private async Task Finds(AcademyApp app, TrunkFault fault, string part)
    {
        var found = (await Look(app)).Findings[0];
        Assert.Equal(fault, found.Fault);
        Assert.Contains(part, found.Sentence, StringComparison.Ordinal);
        Assert.Equal((int)fault, await Verify(app));
    }

    private async Task<TrunkReport> Look(AcademyApp app)
    {
        await using var db = app.Read();
        return await new TrunkCheck(db, new AnchorFile(Anchor)).Run(TestContext.Current.CancellationToken);
    }

    private static AnchorKeeper Keeper(AcademyApp app) => app.Services.GetRequiredService<AnchorKeeper>();

    private static Task<int> Verify(AcademyApp app) =>
        app.Services.GetServices<ICommand>().Single(command => command.Name == "audit verify").Run(null!, []); // needs no application of its own

    // What somebody does who knows how the chain is made.
    private static async Task Forge(AcademyApp app, long from)
    {
        var events = await app.Events();
        var head = new TrunkHead(events[(int)from - 2].Sequence, events[(int)from - 2].Hash);
        foreach (var row in events.Where(e => e.Sequence >= from))
        {
            var act = new Act { Actor = Guid.CreateVersion7(), At = row.At, Today = row.LocalDate, Zone = row.Zone };
            var forged = EventTrunk.Chain(EventTrunk.Read(row), act, row.ReasonHash, head.Sequence, head.Hash);
            await using var db = app.Read();
            await db.Database.ExecuteSqlAsync($"UPDATE events SET actor = {forged.Actor}, previous_hash = {forged.PreviousHash}, hash = {forged.Hash} WHERE sequence = {forged.Sequence}", TestContext.Current.CancellationToken);
            head = new TrunkHead(forged.Sequence, forged.Hash);
        }

        await Run(app, $"UPDATE trunk_head SET hash = '{head.Hash}'");
    }

    private static async Task Run(AcademyApp app, string sql)
    {
        await using var db = app.Read();
        await db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
    }
}
