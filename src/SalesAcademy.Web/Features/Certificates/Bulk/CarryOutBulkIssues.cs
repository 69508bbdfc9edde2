using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Recognition;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Live;

namespace SalesAcademy.Web.Features.Certificates.Bulk;

/// <summary>
/// Carries out what was ordered, each person by a command of their own that decides anew and marks them done: so nobody is issued two, whoever looks and
/// however often, nobody else's work waits behind two thousand drawings, and after a crash it goes on with the next.
/// </summary>
internal sealed class CarryOutBulkIssues(IDbContextFactory<AcademyDb> contexts, ILedger ledger, BulkPlanner planner, GiveWaiver waivers, IssueCertificates certificates, Library library, ILive live, Clock clock)
{
    public const string Progress = "bulk-issue";

    private const int AtOnce = 4;
    private const int ASignal = 20;

    public async Task Run(CancellationToken cancellation)
    {
        while (await Next(cancellation) is { } order)
        {
            var form = await Form(order, cancellation);
            var done = 0;
            while (await Open(order.Id, cancellation) is { Count: > 0 } people)
            {
                await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (person, stop) =>
                    await ledger.Run<Done>(clock.Act(order.OrderedBy, form.Reason), entry => CarryOut(entry, order.Id, form, person, stop), stop));
                live.Spread(LiveHub.GroupOf(order.OrderedBy), Progress, done += people.Count);
            }

            await Finish(order.Id, cancellation);
            live.Spread(LiveHub.GroupOf(order.OrderedBy), Progress, order.People + 1L);
        }
    }

    private async Task<BulkIssueRow?> Next(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<BulkIssueRow>().Where(o => o.FinishedAt == null && o.StoppedAt == null).OrderBy(o => o.OrderedAt).AsNoTracking().FirstOrDefaultAsync(cancellation);
    }

    private async Task<BulkForm> Form(BulkIssueRow order, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var reason = await db.Set<SpokenRow>().Where(s => s.Id == order.Reason).Select(s => s.Words).SingleOrDefaultAsync(cancellation);
        return new BulkForm { Certification = order.Certification, Waives = order.Waives, Basis = order.Basis, Until = order.Until, Reason = reason };
    }

    /// <summary>Those not come to yet; none once it is stopped.</summary>
    private async Task<IReadOnlyList<Guid>> Open(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<BulkLineRow>().Where(l => l.BulkIssue == id && l.DoneAt == null && db.Set<BulkIssueRow>().Any(o => o.Id == id && o.StoppedAt == null)).OrderBy(l => l.Person).Select(l => l.Person).Take(ASignal).ToListAsync(cancellation);
    }

    private async Task<Decision<Done>> CarryOut(Entry entry, Guid id, BulkForm form, Guid person, CancellationToken cancellation)
    {
        await IssueCertificates.Hold(entry, person);
        if (await entry.Db.FindAsync<BulkIssueRow>([id], cancellation) is not { StoppedAt: null } order || await entry.Db.FindAsync<BulkLineRow>([id, person], cancellation) is not { DoneAt: null } line)
            return Done.Value;
        line.DoneAt = entry.Act.At;
        if (await planner.Of(entry.Db, order, form, person, entry.Act.Today, cancellation) is not { } planned)
            line.Refusal = "certification-gone";
        else if (planned.Outcome == BulkOutcome.Refused)
            (line.Refusal, line.Figure) = (planned.Why!.Key, planned.Figure); // whoever is refused is told why
        else
            await Give(entry, line, planned, form);
        return Done.Value;
    }

    private async Task Give(Entry entry, BulkLineRow line, BulkLine planned, BulkForm form)
    {
        var waived = planned.Outcome switch
        {
            BulkOutcome.Waived => await waivers.Give(entry, line.Person, form.Waiver(WaivedThing.Certification, form.Certification!)), // it was ordered of one
            BulkOutcome.IssuedWithWaiver => await waivers.Give(entry, line.Person, form.Waiver(WaivedThing.Course, planned.Course!)), // the plan named it
            _ => null,
        };
        line.Waiver = (waived as Accepted<Guid>)?.Value;
        var issued = planned.Outcome switch
        {
            BulkOutcome.Issued => await certificates.Issue(entry, line.Person, library.Now.FindCertification(form.Certification!)!), // planned by it
            BulkOutcome.IssuedWithWaiver when waived is Accepted<Guid> => entry.Db.Set<CertificateRow>().Local.FirstOrDefault(c => c.Person == line.Person && c.Certification == form.Certification && entry.Db.Entry(c).State == EntityState.Added) is { } own ? own.Id : new Refusal("cannot-be-drawn"),
            _ => waived,
        };
        if (issued is Refused<Guid> { Reason: var why })
            (line.Refusal, line.Figure) = (why.Key, BulkLine.FigureOf(why));
        else if (planned.Outcome != BulkOutcome.Waived)
            line.Certificate = (issued as Accepted<Guid>)?.Value;
    }

    private Task<Decision<Done>> Finish(Guid id, CancellationToken cancellation) => ledger.Run<Done>(clock.Act(), async entry =>
    {
        await entry.Hold(OrderBulkIssue.Of(id));
        if (await entry.Db.FindAsync<BulkIssueRow>([id], cancellation) is { FinishedAt: null, StoppedAt: null } order && !await entry.Db.Set<BulkLineRow>().AnyAsync(l => l.BulkIssue == id && l.DoneAt == null, cancellation))
            order.FinishedAt = entry.Act.At;
        return Done.Value;
    }, cancellation);
}
