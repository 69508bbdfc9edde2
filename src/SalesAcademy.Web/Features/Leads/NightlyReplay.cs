using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Makes the decisions of each day that is over again, the night after it, and alarms when one does not come out as recorded: in the log, and
/// as a notice to sales operations and administrators. Days on which nothing ran are caught up, as far as a month back.
/// </summary>
internal sealed partial class NightlyReplay(Replay replay, ILedger ledger, IDbContextFactory<AcademyDb> contexts, Clock clock, TimeProvider time, ILogger<NightlyReplay> log) : Round(TimeSpan.FromMinutes(30), time, log)
{
    public const string Kind = "replay-differs";

    private const int MostDays = 31;

    /// <summary>Replays the days that are over and were not yet; returns how many decisions came out otherwise.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var differing = 0;
        var yesterday = clock.Today.AddDays(-1);
        for (var day = await NextDay(yesterday, cancellation); day <= yesterday; day = day.AddDays(1))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var report = await replay.Run(db, day, day, cancellation);
            await Keep(ReplayRow.Of(day, clock.Now, report), cancellation);
            differing += report.Differing;
            if (report.Differing > 0)
                Differ(Log, report.Differing, report.Decisions, day, report.Differences[0].Number, report.Differences[0].What);
            else if (report.Decisions > 0)
                Agree(Log, report.Decisions, day);
        }

        return differing;
    }

    protected override Task Go(CancellationToken stopping) => Run(stopping);

    private async Task<DateOnly> NextDay(DateOnly yesterday, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var newest = await db.Set<ReplayRow>().MaxAsync(row => (DateOnly?)row.Day, cancellation);
        var earliest = yesterday.AddDays(1 - MostDays);
        return newest is null ? yesterday : newest >= earliest ? newest.Value.AddDays(1) : earliest;
    }

    // Another node may have been faster.
    private Task<Decision<Done>> Keep(ReplayRow row, CancellationToken cancellation) => ledger.Run<Done>(clock.Act(), async entry =>
    {
        await entry.Hold($"replay:{row.Day:O}");
        if (await entry.Db.FindAsync<ReplayRow>(row.Day) is not null)
            return Done.Value;
        entry.Db.Add(row);
        if (row.Differing > 0)
            foreach (var reader in await Staff.Holding(entry.Db, Role.SalesOps, Role.Admin))
                await entry.Notify(reader, Kind, ReplaysController.Address, $"{row.Differing}", $"{row.Decisions}", LeadNotices.Day(row.Day));
        return Done.Value;
    }, cancellation);

    [LoggerMessage(1, LogLevel.Critical, "{Differing} of {Decisions} decisions of {Day} do not come out as recorded; the first is number {Number}, in its {What}")]
    private static partial void Differ(ILogger logger, int differing, int decisions, DateOnly day, long number, string what);

    [LoggerMessage(2, LogLevel.Information, "All {Decisions} decisions of {Day} come out as recorded")]
    private static partial void Agree(ILogger logger, int decisions, DateOnly day);
}
