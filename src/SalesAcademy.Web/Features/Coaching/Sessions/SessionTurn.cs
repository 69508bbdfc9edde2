using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>One step in a session by somebody who takes part in it. Steps of one session take turns, and the pages of all who take part are told.</summary>
internal sealed class SessionTurn(ILedger ledger, SessionPush push)
{
    public async Task<Decision<T>> Take<T>(Act act, Guid session, Func<Entry, SessionRow, Task<Decision<T>>> step)
    {
        IReadOnlyList<Guid> parties = [];
        var taken = await ledger.Run<T>(act, async entry =>
        {
            await entry.Hold($"coaching-session:{session}");
            if (entry.Act.Actor is not { } person || await entry.Db.SessionsOf(person).SingleOrDefaultAsync(s => s.Id == session) is not { } row)
                return Refusal.NotFound;
            parties = await entry.Db.PartiesOf(row);
            return await step(entry, row);
        });
        if (taken is Accepted<T>)
            push.Tell(parties);
        return taken;
    }

    /// <summary>The same where there is nothing to answer but a refusal.</summary>
    public Task<Decision<Done>> Take(Act act, Guid session, Func<Entry, SessionRow, Task<Refusal?>> step) =>
        Take<Done>(act, session, async (entry, row) => await step(entry, row) is { } refusal ? refusal : Done.Value);
}
