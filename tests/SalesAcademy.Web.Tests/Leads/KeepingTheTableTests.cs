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
    [Theory, InlineData(Store.Sqlite, null), InlineData(Store.Sqlite, "09:00-13:30"), InlineData(Store.Postgres, "09:00-13:30")]
    public async Task Whatever_happens_the_table_in_memory_is_the_one_a_start_would_lay(Store store, string? hours)
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(store, Settings(content, hours), withoutRounds: true);
        var looks = 0;
        var busy = new BusyFloor(app, content, seed: 7) { AfterLead = Look };
        await busy.Open(6);

        for (var day = 0; day < Thorough.Times(4, 40); day++)
            await busy.Day(6);

        Assert.True(looks > 20);

        async Task Look()
        {
            looks++;
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
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
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
