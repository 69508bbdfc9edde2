using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Several leads handed out together: sales operations let the turn decide about leads without an owner, or give any that are alive to a named seller;
/// managers pass leads of their own people on within their teams. Each lead is a command of its own, by the rules of every giving.
/// </summary>
internal sealed class Batches(ILedger ledger, LeadPool pool)
{
    /// <summary>So many leads fit into the address of the page that looks at them.</summary>
    public const int Most = 100;

    /// <summary>Those of the chosen leads this person may hand out, those that wait longest first.</summary>
    public static IQueryable<LeadRow> Chosen(AcademyDb db, CurrentPerson person, IReadOnlyCollection<Guid> leads) => LeadPage.VisibleTo(db, person)
        .Where(l => leads.Contains(l.Id) && l.Owner != person.Id && (l.State == LeadState.Waiting || l.State == LeadState.Pool || l.State == LeadState.Owned))
        .OrderBy(l => l.WaitingSince).ThenBy(l => l.Id);

    /// <summary>Whether this person may hand out to that one: the turn is for sales operations, a seller for those who may look after them.</summary>
    public static async Task<bool> MayGive(AcademyDb db, CurrentPerson person, Guid? to, CancellationToken cancellation) =>
        to is { } seller ? await Staff.VisibleTo(db, person).AnyAsync(p => p.Id == seller && p.Profile != null && p.SuspendedAt == null, cancellation) : person.Is(Role.SalesOps);

    /// <summary>Writes down what is to be done; once for an id. Refused: not-found, batch-none.</summary>
    public Task<Decision<Done>> Begin(Act act, CurrentPerson person, Guid id, IReadOnlyCollection<Guid> leads, Guid? to) => ledger.Run<Done>(act, async entry =>
    {
        await entry.Hold($"lead-batch:{id}");
        if (await entry.Db.FindAsync<BatchRow>(id) is { } begun)
            return begun.Person == person.Id ? Done.Value : Refusal.NotFound;
        if (!await MayGive(entry.Db, person, to, CancellationToken.None))
            return Refusal.NotFound;
        var chosen = await Chosen(entry.Db, person, leads).Select(l => new { l.Id, l.State, l.Owner }).Take(Most).ToListAsync();
        if (chosen.Count == 0)
            return new Refusal("batch-none");
        entry.Db.Add(new BatchRow
        {
            Id = id,
            Person = person.Id,
            At = act.At,
            To = to,
            Reason = string.IsNullOrWhiteSpace(act.Reason) ? null : entry.Say(act.Reason.Trim(), id),
            Leads = chosen.Count,
        });
        entry.Db.AddRange(chosen.Select((lead, place) => new BatchLineRow { Batch = id, Number = place + 1, Lead = lead.Id, From = lead.State == LeadState.Owned ? lead.Owner : null }));
        return Done.Value;
    });

    /// <summary>Hands out one lead of a batch and writes down what became of it. Refused: not-found, row-done.</summary>
    public Task<Decision<Done>> HandOut(Act act, BatchRow batch, int number) => ledger.Run<Done>(act, async entry =>
    {
        if (await entry.Db.FindAsync<BatchLineRow>(batch.Id, number) is not { } line)
            return Refusal.NotFound;
        if (line.DoneAt is not null)
            return new Refusal("row-done");
        await entry.Hold($"lead:{line.Lead}");
        line.DoneAt = act.At;
        var lead = await entry.Db.Set<LeadRow>().SingleAsync(l => l.Id == line.Lead);
        if (await Give(entry, lead, line.From, batch.To) is Refused<Done> { Reason: var reason })
            (line.Refused, line.Rule) = (reason.Key, reason.Arguments is [Rule rule, ..] ? rule : null);
        else
            line.Given = lead.Owner;
        return Done.Value;
    });

    /// <summary>Ends a batch of which every lead has had its turn.</summary>
    public Task<Decision<Done>> End(Act act, Guid id) => ledger.Run<Done>(act, async entry =>
    {
        await entry.Hold($"lead-batch:{id}");
        if (await entry.Db.FindAsync<BatchRow>(id) is not { EndedAt: null } row)
            return Refusal.NotFound;
        row.EndedAt = entry.Act.At;
        return Done.Value;
    });

    private Task<Decision<Done>> Give(Entry entry, LeadRow lead, Guid? from, Guid? to)
    {
        if ((lead.State == LeadState.Owned ? lead.Owner : null) != from)
            return Task.FromResult<Decision<Done>>(new Refusal("taken-meanwhile"));
        return to is { } seller ? pool.GiveTo(entry, lead.Id, seller) : pool.TakeTurn(entry, lead.Id);
    }
}
