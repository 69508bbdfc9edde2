using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Web.Tests.Leads;

/// <summary>The table kept in memory is the one that would be laid from what is written.</summary>
public sealed class KeepingTheTableTests
{
    [Theory, InlineData(Store.Sqlite, null), InlineData(Store.Sqlite, "09:00-13:30"), PostgresWhenLong("09:00-13:30")]
    public async Task Whatever_happens_the_table_in_memory_is_the_one_a_start_would_lay(Store store, string? hours)
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(store, Settings(content, hours), withoutRounds: true);
        var looks = 0;
        var busy = new BusyFloor(app, content, seed: 7)
        {
            AfterLead = async () =>
            {
                looks++;
                await IsAsAStartWouldLayIt(app);
            },
        };
        await busy.Open(6);

        for (var day = 0; day < Thorough.Times(4, 40); day++)
            await busy.Day(6);

        Assert.True(looks > 20);
    }

    [Theory, InlineData(Store.Sqlite, null), InlineData(Store.Sqlite, "09:00-13:30"), PostgresWhenLong(null)]
    public async Task Before_midnight_the_table_of_the_next_day_is_laid_and_decisions_of_that_day_sit_down_at_it(Store store, string? hours)
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(store, Settings(content, hours), withoutRounds: true);
        var (keeper, table) = (app.Services.GetRequiredService<TableKeeper>(), app.Services.GetRequiredService<LiveTable>());
        var busy = new BusyFloor(app, content, seed: 11) { AfterLead = () => IsAsAStartWouldLayIt(app), BeforeMidnight = () => keeper.Keep(TestContext.Current.CancellationToken) };
        await busy.Open(6);
        await busy.Day(4);
        var laid = table.Laid;

        for (var day = 0; day < Thorough.Times(3, 30); day++)
        {
            await busy.Day(4);
            Assert.Equal(++laid, table.Laid);
        }
    }

    [Fact]
    public async Task Whoever_read_the_clock_before_midnight_and_comes_after_it_clears_no_table()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var (floor, table) = (new Floor(app), app.Services.GetRequiredService<LiveTable>());
        await floor.ReadySeller("Lin Yue");
        var local = TimeZoneInfo.ConvertTimeFromUtc(app.Clock.Now, app.Clock.Zone);
        app.Time.Advance(local.Date.AddDays(1).AddMinutes(-5) - local);
        await floor.Arrives();
        var late = app.Clock.Act();
        app.Time.Advance(TimeSpan.FromMinutes(10));
        await floor.Arrives();
        var laid = table.Laid;

        await floor.Pool.Arrive(late, Floor.Lead(Tier.C, "Late"));
        await floor.Arrives();

        Assert.Equal(laid, table.Laid);
        await IsAsAStartWouldLayIt(app);
    }

    [Fact]
    public async Task A_table_is_laid_before_anybody_asks()
    {
        await using var app = new AcademyApp(keepsTheTable: true);
        var table = app.Services.GetRequiredService<LiveTable>();

        await Eventually.Holds(() => table.Laid > 0, "a table");
        var laid = table.Laid;
        await new Floor(app).Arrives();

        Assert.Equal(laid, table.Laid);
    }

    [Fact]
    public async Task Whoever_read_several_things_as_one_sees_what_comes_after()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        await using var db = app.Read();
        var before = await db.ReadAsOne(() => LiveTable.Newest(db), TestContext.Current.CancellationToken);

        await new Floor(app).Arrives();

        Assert.True(await LiveTable.Newest(db) > before);
        Assert.True(await db.ReadAsOne(() => LiveTable.Newest(db), TestContext.Current.CancellationToken) > before);
    }

    [Fact]
    public async Task More_than_a_statement_holds_sit_down_together()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        for (var i = 0; i < 120; i++)
            await app.Join($"Seller {i}", Role.Rep, profile: "sdr");

        await new Floor(app).Arrives();

        await using var db = app.Read();
        Assert.Equal(120, await db.Set<SeatRow>().CountAsync(seat => seat.Decision == 1, TestContext.Current.CancellationToken));
        Assert.Equal(120, await db.Set<SeatMoveRow>().CountAsync(move => move.Decision == 1 && !move.Won, TestContext.Current.CancellationToken));
        await IsAsAStartWouldLayIt(app);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_command_that_is_undone_leaves_nothing_at_the_table(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        await floor.ReadySeller("Lin Yue");
        await floor.ReadySeller("Noah Becker");
        await floor.Arrives();
        await using var db = app.Read();
        var table = app.Services.GetRequiredService<LiveTable>();
        var before = await Foreseen(app, db, table, Tier.C);

        await app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
        {
            await floor.Pool.Arrive(entry, Floor.Lead(Tier.C, "Never came"));
            return new Refusal("undone");
        }, TestContext.Current.CancellationToken);

        Assert.Equal(before, await Foreseen(app, db, table, Tier.C));
        await floor.Arrives();
        Assert.NotEqual(before, await Foreseen(app, db, table, Tier.C));
    }

    private static async Task IsAsAStartWouldLayIt(AcademyApp app)
    {
        using var anew = new LiveTable(app.Services.GetRequiredService<Sellers>(), app.Services.GetRequiredService<WorkingHours>(), app.Services.GetRequiredService<IPreparedReads>());
        await using var db = app.Read();
        foreach (var tier in Enum.GetValues<Tier>()[1..])
            for (var newest = -1L; newest != await LiveTable.Newest(db);) // what somebody is told meanwhile is an event too
            {
                newest = await LiveTable.Newest(db);
                var (start, memory) = (await Foreseen(app, db, anew, tier), await Foreseen(app, db, app.Services.GetRequiredService<LiveTable>(), tier));
                if (newest == await LiveTable.Newest(db))
                    Assert.True(start == memory, $"{tier}\n{start}\n---\n{memory}");
            }
    }

    private static async Task<string> Foreseen(AcademyApp app, AcademyDb db, LiveTable table, Tier tier)
    {
        var now = app.Clock.Now;
        var lead = new Lead { Id = Guid.Empty, Tier = tier, Waiting = new DateTimeOffset(now) };
        var ruling = await table.Foresee(db, app.Services.GetRequiredService<Library>().Now, lead, AsOf.Now(app.Clock));
        return string.Join('\n',
        [
            $"{ruling.Decision.Outcome} at {ruling.AsOf.At.Ticks} of {ruling.AsOf.Sequence}, turn {ruling.Decision.Sequence}, V {ruling.CellTime}, {ruling.Compared} compared",
            string.Join(' ', ruling.Decision.Failures),
            .. ruling.Decision.Ranking.Select(candidate => $"{candidate}"),
            .. ruling.Seats.Select(seat => $"{seat}"),
        ]);
    }

    private static Dictionary<string, string?> Settings(ContentCopy content, string? hours) => hours is null
        ? content.Settings
        : new(content.Settings) { ["Academy:WorkingHours:From"] = hours[..5], ["Academy:WorkingHours:Until"] = hours[6..] };
}
