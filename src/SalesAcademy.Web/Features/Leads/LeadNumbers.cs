using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Reckons the number of leads that came in before numbers were kept, once, and locks what then turns out to be about somebody who may not be
/// contacted. Where there is nothing to do it asks one question.
/// </summary>
internal sealed class LeadNumbers(ILedger ledger, Library library, IDbContextFactory<AcademyDb> contexts, Clock clock)
{
    private const int AtOnce = 500;

    public async Task Keep(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (!await db.Set<LeadRow>().AnyAsync(l => l.Number == null, cancellation))
            return;
        while (await ledger.Run<int>(clock.Act(), Reckon, cancellation) is Accepted<int> { Value: AtOnce })
            cancellation.ThrowIfCancellationRequested();
        foreach (var lead in await db.Set<LeadRow>().Where(l => l.State == LeadState.Locked).OrderBy(l => l.ArrivedAt).Select(l => l.Id).ToListAsync(cancellation))
            await ledger.Run<Done>(clock.Act(), entry => LockRest(entry, lead), cancellation);
    }

    private static async Task<Decision<int>> Reckon(Entry entry)
    {
        var rows = await entry.Db.Set<LeadRow>().Where(l => l.Number == null).OrderBy(l => l.Id).Take(AtOnce).ToListAsync();
        foreach (var row in rows)
            row.Reckon();
        return rows.Count;
    }

    private async Task<Decision<Done>> LockRest(Entry entry, Guid lead)
    {
        await Locking.HoldCustomer(entry, lead);
        var row = await entry.Db.Set<LeadRow>().SingleAsync(l => l.Id == lead);
        var open = (await LockRow.OpenOf(entry.Db, [lead], CancellationToken.None)).GetValueOrDefault(lead);
        if (row.State == LeadState.Locked && open?.Kind != LockKind.Held)
            await Locking.LockRest(entry, row, open?.With ?? lead, library.Now.Leads);
        return Done.Value;
    }
}
