using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>What the two of a session take away from it: the coach writes the summary, either adds action items, and both sign.</summary>
internal sealed class SumUpSession(SessionTurn turn, Clock clock)
{
    /// <summary>A summary that changed is signed anew; what was signed before is kept.</summary>
    public Task<Decision<Done>> Write(Act act, Guid session, SummaryForm form) => Together(act, session, async (entry, row) =>
    {
        if (row.Coach != entry.Act.Actor)
            return Refusal.NotFound;
        var decided = SessionSummary.Write(row.State, row.Edition, form.Edition, form.WentWell, form.ToTry);
        if (decided is not Accepted<SessionSummary> { Value: var summary })
            return ((Refused<SessionSummary>)decided).Reason;
        await SessionEditions.Next(entry, row);
        (row.WentWell, row.ToTry) = (summary.WentWell, summary.ToTry);
        entry.Record(new SessionSummarised(row.Seller, row.Id, row.Edition));
        return null;
    });

    /// <summary>Signs the edition that was read, or refuses to in words that stay beside it.</summary>
    public Task<Decision<Done>> Sign(Act act, Guid session, int edition, bool agrees) => Together(act, session, async (entry, row) =>
    {
        var signer = entry.Act.Actor!.Value; // one of the two
        var signed = await entry.Db.Set<SessionSignatureRow>().Where(s => s.Session == session && s.Edition == row.Edition && s.Agrees).Select(s => s.Person).ToListAsync();
        var decided = SessionSummary.Sign(row.State, row.Edition, edition, signed, signer, agrees, entry.Act.Reason);
        if (decided is not Accepted<bool> { Value: var closes })
            return ((Refused<bool>)decided).Reason;
        entry.Db.Add(new SessionSignatureRow
        {
            Id = entry.NewId(),
            Session = session,
            Person = signer,
            Edition = edition,
            Agrees = agrees,
            Words = agrees ? null : entry.Say(entry.Act.Reason!, row.Seller), // a refusal has words, or it was refused itself
            At = entry.Act.At,
        });
        if (closes)
            (row.State, row.SignedAt) = (SessionState.Signed, entry.Act.At);
        entry.Record(new SessionSigned(row.Seller, row.Id, signer, edition, agrees, closes));
        return null;
    });

    /// <summary>An action item belongs to what is signed: where there is a summary, it makes a new edition of it.</summary>
    public Task<Decision<Done>> Agree(Act act, Guid session, ItemForm form) => Together(act, session, async (entry, row) =>
    {
        var today = (await entry.ZoneOf(form.Owner, clock)).DayOf(entry.Act.At); // the day its owner counts by
        var decided = ActionItem.Agree(row.State, form.Text, row.IsOfTheTwo(form.Owner), form.DueOn, today);
        if (decided is not Accepted<string> { Value: var words })
            return ((Refused<string>)decided).Reason;
        var item = new ActionItemRow
        {
            Id = entry.NewId(),
            Session = session,
            Seller = row.Seller,
            Coach = row.Coach,
            Owner = form.Owner,
            Text = words,
            DueOn = form.DueOn!.Value, // or it was refused
            At = entry.Act.At,
        };
        entry.Db.Add(item);
        if (row.Edition > 0)
            await SessionEditions.Next(entry, row);
        entry.Record(new ActionItemAgreed(item.Owner, item.Id, session, item.DueOn));
        return null;
    });

    private Task<Decision<Done>> Together(Act act, Guid session, Func<Entry, SessionRow, Task<Refusal?>> step) =>
        turn.Take(act, session, (entry, row) => row.IsOfTheTwo(entry.Act.Actor!.Value) ? step(entry, row) : Task.FromResult<Refusal?>(Refusal.NotFound)); // takes part
}
