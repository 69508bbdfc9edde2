using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Keeps the table of the turn ready, on every node: each second it hears what has happened, after a start and after an activation it is laid
/// before anybody asks, and half an hour before the organisation's midnight that of the next day is laid beside it. What one decision would have
/// waited for, of a hundred thousand sellers the readiness of a whole day, nobody waits for.
/// </summary>
internal sealed class TableKeeper(LiveTable table, Library library, IDbContextFactory<AcademyDb> contexts, Clock clock, TimeProvider time, ILogger<TableKeeper> log) : Round(TimeSpan.FromSeconds(1), time, log, atOnce: true)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(30);

    /// <summary>Lets the table catch up, and that of the next day when it is near.</summary>
    public async Task Keep(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (now, catalogue) = (AsOf.Now(clock), library.Now);
        await table.Follow(db, catalogue, now);
        if (clock.DayOf(now.At + Early) is var coming && coming > now.Today)
            await table.Prepare(db, catalogue, now with { Today = coming });
    }

    protected override Task Go(CancellationToken stopping) => Keep(stopping);
}
