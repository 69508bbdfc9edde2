using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>One ownership as a line of the history; of a lead that was reopened also why.</summary>
internal sealed record OwnershipLine(Guid Person, string Name, Taking How, DateTime At, OwnershipEnd? End, DateOnly? EndedOn, string? Reason, decimal? Sum, string? Currency, string? Again, string? By);

/// <summary>One follow-up as a line.</summary>
internal sealed record FollowUpLine(string Name, DateOnly Day, string Note);

/// <summary>Another lead about the same customer, or one that may be.</summary>
internal sealed record OtherLead(Guid Id, string Company, string Contact)
{
    private const int Most = 20;

    /// <summary>Leads of the same address, number, account or company name: somebody has to say whether they are about the same customer.</summary>
    public static async Task<IReadOnlyList<OtherLead>> Like(AcademyDb db, LeadRow lead, CancellationToken cancellation) => await db.Set<LeadRow>()
        .Where(l => l.Id != lead.Id && l.State != LeadState.Duplicate && l.State != LeadState.Lost && (l.Customer == lead.Customer || (l.Number == lead.Number && l.Number != "") || l.Company == lead.Company || (lead.Account != null && l.Account == lead.Account)))
        .OrderBy(l => l.ArrivedAt).Take(Most).Select(l => new OtherLead(l.Id, l.Company, l.Contact)).ToListAsync(cancellation);
}

/// <summary>How a lead is locked: since when, by whom and why; a lead that came in locked tells no more than that.</summary>
internal sealed record LockLine(LockKind Kind, DateTime At, string? By, string? Reason, bool WithAnother)
{
    public static async Task<LockLine?> Of(AcademyDb db, LeadRow lead, CancellationToken cancellation) => lead.State != LeadState.Locked ? null : await (
        from held in db.Set<LockRow>().Where(l => l.Lead == lead.Id && l.EndedAt == null)
        from person in db.Set<PersonRow>().Where(p => p.Id == held.Person).DefaultIfEmpty()
        from said in db.Set<SpokenRow>().Where(s => s.Id == held.Reason).DefaultIfEmpty()
        select new LockLine(held.Kind, held.At, person == null ? null : person.Name, said == null ? null : said.Words, held.With != lead.Id)).SingleOrDefaultAsync(cancellation) ?? new(LockKind.DoNotContact, lead.ArrivedAt, null, null, WithAnother: false);
}

/// <summary>A seller a lead may be passed to.</summary>
internal sealed record PossibleOwner(Guid Id, string Name);

/// <summary>One lead, for its owner and for those who answer for the owner.</summary>
internal sealed record LeadPage(
    LeadRow Lead, IReadOnlyList<Tag> Tags, string? OwnerName, bool IsMine, IReadOnlyList<FollowUpLine> FollowUps, IReadOnlyList<OwnershipLine> History,
    IReadOnlyList<PossibleOwner> PossibleOwners, bool WasAssigned, DateOnly Today, string? Refusal, IReadOnlyList<MergedLine> Merged, OtherLead? MergedInto, bool MaySeparate, IReadOnlyList<OtherLead> Alike,
    IReadOnlyList<ReviewLine> Wordings)
{
    /// <summary>How it is locked; null where it is not.</summary>
    public LockLine? Locked { get; init; }

    public bool MayLock => Lead.State is LeadState.Waiting or LeadState.Pool or LeadState.Owned;

    /// <summary>Whether it has ended and this person may reopen it: as its owner on the same day only.</summary>
    public bool MayReopen => Lead.State is LeadState.Won or LeadState.Lost && (!IsMine || History is [{ EndedOn: { } ended }, ..] && ended == Today);

    /// <summary>Whether it is only held back, and may be locked for good.</summary>
    public bool MayStopContact => Locked?.Kind == LockKind.Held;

    /// <summary>Leads this person may open: their own; of the teams they manage; all for sales operations.</summary>
    public static IQueryable<LeadRow> VisibleTo(AcademyDb db, CurrentPerson viewer)
    {
        var (me, operations) = (viewer.Id, viewer.Is(Role.SalesOps));
        var team = Staff.TeamOf(db, viewer);
        return db.Set<LeadRow>().Where(l => operations || l.Owner == me || team.Any(p => p.Id == l.Owner));
    }

    public static async Task<LeadPage?> Read(AcademyDb db, CurrentPerson viewer, Guid id, DateOnly today, string? refusal, CancellationToken cancellation)
    {
        if (await VisibleTo(db, viewer).SingleOrDefaultAsync(l => l.Id == id, cancellation) is not { } row)
            return null;
        var mine = row.Owner == viewer.Id;
        var people = db.Set<PersonRow>();
        var tags = await db.Set<LeadTagRow>().Where(t => t.Lead == id).OrderBy(t => t.Kind).ThenBy(t => t.Value).Select(t => new Tag(t.Kind, t.Value)).ToListAsync(cancellation);
        var followUps = await (from f in db.Set<FollowUpRow>() join p in people on f.Person equals p.Id where f.Lead == id orderby f.At descending select new FollowUpLine(p.Name, f.Day, f.Note))
            .ToListAsync(cancellation);
        var history = await (
            from o in db.Set<OwnershipRow>()
            join p in people on o.Person equals p.Id
            from said in db.Set<SpokenRow>().Where(s => s.Id == o.Reason).DefaultIfEmpty()
            where o.Lead == id
            orderby o.Sequence descending
            select new OwnershipLine(p.Id, p.Name, o.How, o.At, o.End, o.EndedOn, said == null ? null : said.Words, o.Sum, o.Currency, null,
                o.How != Taking.Transferred ? null : db.Set<EventRow>().Where(e => e.Subject == id && e.At == o.At && e.Actor != null).Join(people, e => e.Actor, p => p.Id, (e, p) => p.Name).FirstOrDefault())).ToListAsync(cancellation);
        var again = !history.Exists(h => h.How == Taking.Reopened) ? [] : (await db.Set<SpokenRow>()
            .Where(s => s.About == id && db.Set<OwnershipRow>().Any(o => o.Lead == id && o.How == Taking.Reopened && o.At == s.At)).ToListAsync(cancellation)).DistinctBy(s => s.At).ToDictionary(s => s.At, s => s.Words);
        var candidates = mine ? [] : await Staff.VisibleTo(db, viewer).Where(p => p.Profile != null && p.SuspendedAt == null && p.Id != row.Owner)
            .OrderBy(p => p.Name).Select(p => new PossibleOwner(p.Id, p.Name)).ToListAsync(cancellation);
        return new(
            row, tags, row.Owner is { } owner ? await people.Where(p => p.Id == owner).Select(p => p.Name).SingleOrDefaultAsync(cancellation) : null, mine,
            followUps, [.. history.Select(h => h with { Again = h.How == Taking.Reopened ? again.GetValueOrDefault(h.At) : null })],
            candidates, history.FirstOrDefault(h => h.End is null)?.How == Taking.Assigned, today, refusal,
            await MergedLine.Of(db, id, cancellation), row.DuplicateOf is { } other ? await db.Set<LeadRow>().Where(l => l.Id == other).Select(l => new OtherLead(l.Id, l.Company, l.Contact)).SingleOrDefaultAsync(cancellation) : null, viewer.Is(Role.SalesOps),
            viewer.Is(Role.SalesOps) && row.State is LeadState.Waiting or LeadState.Pool ? await OtherLead.Like(db, row, cancellation) : [],
            await ReviewLine.Of(db, db.Set<ReviewRow>().Where(r => r.Lead == id), cancellation))
        {
            Locked = await LockLine.Of(db, row, cancellation),
        };
    }
}
