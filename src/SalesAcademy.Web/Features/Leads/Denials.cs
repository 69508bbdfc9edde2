using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Contested denials: raised by the seller, decided by somebody who answers for them, told to sales operations when nobody has in time.</summary>
internal sealed class Denials(ILedger ledger, Library library, Sellers sellers, PastCases cases, LeadPool pool)
{
    public const string RaisedKind = "denial-raised", LateKind = "denial-late";

    /// <summary>Those this person may decide about: of the teams they manage; all for sales operations; never their own.</summary>
    public static IQueryable<DenialRow> DecidedBy(AcademyDb db, CurrentPerson decider)
    {
        var (me, operations) = (decider.Id, decider.Is(Role.SalesOps));
        var team = Staff.TeamOf(db, decider);
        return db.Set<DenialRow>().Where(d => d.Person != me && (operations || team.Any(p => p.Id == d.Person)));
    }

    /// <summary>A seller contests a recorded decision. Refused with not-found, or as the domain refuses.</summary>
    public Task<Decision<Guid>> Contest(Act act, Guid person, Guid decision) => ledger.Run<Guid>(act, async entry =>
    {
        if (await entry.Db.Set<DecisionRow>().SingleOrDefaultAsync(d => d.Id == decision) is not { } record || await LeadFile.Find(entry.Db, record.Lead, library.Now.Leads) is not { } file)
            return Refusal.NotFound;
        return await cases.Of(entry.Db, file, record, person) is { } past ? await Raise(entry, file, past.Situation.Lead, past.Situation.Competitor, past.AsOf, past.Then, record) : Refusal.NotFound;
    });

    /// <summary>A seller contests that they may not claim a lead of the public pool. Refused with not-found, not-in-pool, or as the domain refuses.</summary>
    public Task<Decision<Guid>> ContestClaim(Act act, Guid person, Guid lead) => ledger.Run<Guid>(act, async entry =>
    {
        if (await LeadFile.Find(entry.Db, lead, library.Now.Leads) is not { } file || await sellers.One(entry.Db, person, AsOf.Now(act)) is not { } seller || !file.Policy.MaySee(seller, file.Now))
            return Refusal.NotFound;
        if (file.Row.State != LeadState.Pool)
            return new Refusal("not-in-pool");
        return await Raise(entry, file, file.Now, seller, AsOf.Now(act) with { Sequence = await entry.HoldTrunk() }, library.Now, record: null);
    });

    /// <summary>Somebody who answers for the seller decides. Refused with not-found, as the domain refuses, or where the lead is to be given as the pool refuses.</summary>
    public Task<Decision<Guid>> Decide(Act act, CurrentPerson decider, Guid id, DenialRuling ruling) => ledger.Run<Guid>(act, async entry =>
    {
        await entry.Hold($"denial:{id}");
        if (await DecidedBy(entry.Db, decider).AsTracking().SingleOrDefaultAsync(d => d.Id == id) is not { } denial)
            return Refusal.NotFound;
        if (DenialContest.Decide(denial.Person, decider.Id, denial.DecidedAt is not null, act.Reason ?? "") is Refused<Done> { Reason: var refusal })
            return refusal;
        if (ruling == DenialRuling.Corrected && !await IsCorrected(entry, denial))
            return new Refusal("denial-not-corrected");
        if (ruling == DenialRuling.Given && await pool.GiveByHand(entry, denial.Lead, denial.Person) is Refused<Done> { Reason: var stands })
            return stands;
        (denial.DecidedAt, denial.DecidedBy, denial.Ruling, denial.Answer) = (act.At, decider.Id, ruling, entry.Say(act.Reason!, about: denial.Person)); // not blank, or it was refused
        entry.Record(new DenialDecided(denial.Person, id, decider.Id, ruling));
        await entry.Notify(denial.Person, KindOf(ruling), denial.Decision is { } decision ? $"/leads/decisions/{decision}" : DenialsController.AddressOf(id),
            ruling == DenialRuling.Given ? await CompanyOf(entry, denial.Lead) : LeadNotices.Day(denial.Day));
        return id;
    });

    /// <summary>Tells sales operations, once, of those whose day is over.</summary>
    public Task<Decision<Done>> Escalate(Act act) => ledger.Run<Done>(act, async entry =>
    {
        await entry.Hold("denials-late");
        var readers = await Staff.Holding(entry.Db, Role.SalesOps);
        foreach (var late in await entry.Db.Set<DenialRow>().AsTracking().Where(d => d.DecidedAt == null && d.EscalatedAt == null && d.DueOn < act.Today).OrderBy(d => d.RaisedAt).ToListAsync())
        {
            late.EscalatedAt = act.At;
            foreach (var reader in readers)
                await entry.Notify(reader, LateKind, DenialsController.AddressOf(late.Id), await CompanyOf(entry, late.Lead), LeadNotices.Day(late.DueOn));
        }

        return Done.Value;
    });

    public static string KindOf(DenialRuling ruling) => ruling switch
    {
        DenialRuling.Given => "denial-given",
        DenialRuling.Corrected => "denial-corrected",
        _ => "denial-stands",
    };

    // Who is told to have been right finds it so: the rules of then and of now are asked alike.
    private async Task<bool> IsCorrected(Entry entry, DenialRow denial)
    {
        var now = AsOf.Now(entry.Act);
        var file = (await LeadFile.Find(entry.Db, denial.Lead, library.Now.Leads))!; // contested, and nothing is deleted
        return await cases.Of(entry.Db, file, denial) is not { } was || await sellers.One(entry.Db, denial.Person, now) is not { } seller
            || DenialContest.IsCorrected(was.Verdicts, Eligibility.Of(library.Now.Leads, new Situation(file.Now, seller, now.Moment)));
    }

    private static async Task<Decision<Guid>> Raise(Entry entry, LeadFile file, Lead lead, Competitor seller, AsOf asOf, Catalogue then, DecisionRow? record)
    {
        var (act, decision) = (entry.Act, record?.Id);
        await entry.Hold($"denial:{seller.Id}:{file.Row.Id}");
        var earlier = entry.Db.Set<DenialRow>().Where(d => d.Person == seller.Id && d.Lead == file.Row.Id && (d.DecidedAt == null || (decision != null && d.Decision == decision)));
        var isDenied = record?.Winner != seller.Id && Eligibility.Of(then.Leads, new Situation(lead, seller, asOf.Moment)).Any(v => !v.Passed && (record is not null || v.Rule != Rule.Available));
        var raised = DenialContest.Raise(isDenied, asOf.At, await earlier.AnyAsync(), act.Reason ?? "", act.At, act.Today);
        if (raised is not Accepted<DateOnly> { Value: var due })
            return ((Refused<DateOnly>)raised).Reason;
        var id = entry.Db.Add(new DenialRow
        {
            Id = entry.NewId(),
            Lead = file.Row.Id,
            Person = seller.Id,
            Decision = decision,
            At = asOf.At,
            Day = asOf.Today,
            Sequence = asOf.Sequence,
            ContentHash = then.Hash,
            WaitingSince = lead.Waiting.UtcDateTime,
            AccountOwner = lead.AccountOwner,
            Reason = entry.Say(act.Reason!, about: seller.Id), // not blank, or it was refused
            RaisedAt = act.At,
            DueOn = due,
        }).Entity.Id;
        entry.Record(new DenialContested(seller.Id, id, file.Row.Id, decision));
        var name = await entry.Db.Set<PersonRow>().Where(p => p.Id == seller.Id).Select(p => p.Name).SingleAsync();
        var managers = await Staff.ManagersOf(entry.Db, seller.Id).Distinct().OrderBy(manager => manager).ToListAsync();
        foreach (var reader in managers.Count > 0 ? managers : await Staff.Holding(entry.Db, Role.SalesOps))
            await entry.Notify(reader, RaisedKind, DenialsController.AddressOf(id), name, LeadNotices.Day(due));
        return id;
    }

    private static Task<string> CompanyOf(Entry entry, Guid lead) => entry.Db.Set<LeadRow>().Where(l => l.Id == lead).Select(l => l.Company).SingleAsync();
}
