using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Releases notes whose hold time has ended although nobody looks.</summary>
internal sealed class HoldWatch(IDbContextFactory<AcademyDb> contexts, ILedger ledger, Clock clock, TimeProvider time, ILogger<HoldWatch> log) : Round(TimeSpan.FromSeconds(5), time, log)
{
    protected override Task Go(CancellationToken stopping) => EndAll(stopping);

    private async Task EndAll(CancellationToken cancellation)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var person in await db.Set<HoldRow>().Where(hold => hold.EndedAt == null && hold.Until <= now).Select(hold => hold.Person).Distinct().ToListAsync(cancellation))
            await ledger.Run<Done>(clock.Act(), async entry =>
            {
                await entry.Hold(Holds.Turn(person));
                await Holds.IsHolding(entry, person);
                return Done.Value;
            }, cancellation);
    }
}
