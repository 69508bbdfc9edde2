using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Certificates.Bulk;

/// <summary>Orders certificates for several people as they were shown, or for nobody; stops what was ordered, and lets it go on.</summary>
internal sealed class OrderBulkIssue(ILedger ledger, BulkPlanner planner, BulkWatch watch)
{
    /// <summary>Refused when anything has changed since the plan was seen (bulk-changed), and for nobody (bulk-nobody).</summary>
    public async Task<Decision<Guid>> Order(Act act, BulkForm form, CancellationToken cancellation) => Wake(await ledger.Run<Guid>(act, async entry =>
    {
        // So many that their names would fill the database's table of locks.
        await entry.HoldEverything();
        var actor = act.Actor!.Value; // a person signed in
        if (form.Until < entry.Act.Today)
            return new Refusal("waiver-over");
        if (await planner.Plan(entry.Db, actor, form, entry.Act.Today, cancellation) is not { } plan || plan.Seal != form.Seal)
            return new Refusal("bulk-changed");
        var people = plan.Carried.Select(line => line.Person!.Value).ToArray(); // who is not refused is somebody
        if (people.Length == 0)
            return new Refusal("bulk-nobody");
        var order = new BulkIssueRow
        {
            Id = entry.NewId(),
            Certification = form.Certification!, // the plan found it
            Waives = form.Waives,
            Basis = form.Basis,
            Until = form.Until,
            Reason = form.Waives is null ? null : entry.Say(form.Reason!, about: actor), // required with it
            OrderedBy = actor,
            OrderedAt = entry.Act.At,
            People = people.Length,
        };
        entry.Db.Add(order);
        entry.Db.AddRange(people.Select(person => new BulkLineRow { BulkIssue = order.Id, Person = person }));
        entry.Record(new BulkIssueOrdered(order.Id, order.Certification, order.Waives, order.People));
        return order.Id;
    }, cancellation));

    public Task<Decision<Guid>> Stop(Act act, Guid id) => With(act, id, (entry, order) =>
    {
        if (order is { FinishedAt: null, StoppedAt: null })
        {
            order.StoppedAt = act.At;
            entry.Record(new BulkIssueStopped(id));
        }
    });

    public async Task<Decision<Guid>> Resume(Act act, Guid id) => Wake(await With(act, id, (entry, order) =>
    {
        if (order.StoppedAt is not null)
        {
            order.StoppedAt = null;
            entry.Record(new BulkIssueResumed(id));
        }
    }));

    /// <summary>What turns are taken at, by whoever changes a bulk issue.</summary>
    public static string Of(Guid id) => $"bulk-issue:{id}";

    private Task<Decision<Guid>> With(Act act, Guid id, Action<Entry, BulkIssueRow> change) => ledger.Run<Guid>(act, async entry =>
    {
        await entry.Hold(Of(id));
        if (await entry.Db.FindAsync<BulkIssueRow>(id) is not { } order)
            return Refusal.NotFound;
        change(entry, order);
        return id;
    });

    private Decision<Guid> Wake(Decision<Guid> decided)
    {
        watch.Wake();
        return decided;
    }
}
