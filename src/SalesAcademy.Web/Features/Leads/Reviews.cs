using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Reviews of offers: asked for by the owner of the lead, decided by finance or sales operations, pressed when their day comes.</summary>
internal sealed class Reviews(ILedger ledger, Library library)
{
    public const string AskedKind = "review-asked", DueKind = "review-due", LateKind = "review-late";

    /// <summary>The roles that review.</summary>
    public const Role Reviewers = Role.Finance | Role.SalesOps;

    /// <summary>Those this person may see as a reviewer.</summary>
    public static IQueryable<ReviewRow> For(AcademyDb db, CurrentPerson reviewer)
    {
        var (finance, operations) = (reviewer.Is(Role.Finance), reviewer.Is(Role.SalesOps));
        return db.Set<ReviewRow>().Where(r => (finance && r.By == ReviewBody.Finance) || (operations && r.By == ReviewBody.Operations));
    }

    /// <summary>Those of them that wait: the lead is still being worked on, and not by the reviewer.</summary>
    public static IQueryable<ReviewRow> OpenFor(AcademyDb db, CurrentPerson reviewer)
    {
        var me = reviewer.Id;
        return Open(db, For(db, reviewer)).Where(r => r.AskedBy != me && db.Set<LeadRow>().Any(l => l.Id == r.Lead && l.Owner != me));
    }

    /// <summary>The owner asks for a review. Refused with not-found, no-review, or as the domain refuses.</summary>
    public Task<Decision<Guid>> Ask(Act act, Guid lead, Guid person, OfferKind of, Offer offer) => ledger.Run<Guid>(act, async entry =>
    {
        await entry.Hold($"lead:{lead}");
        if (await LeadFile.Find(entry.Db, lead, library.Now.Leads) is not { } file)
            return Refusal.NotFound;
        var playbook = library.Now.Playbook;
        if ((await OfferBook.Of(entry.Db, playbook, lead)).FirstOrDefault(o => o.Demand.Of == of) is not { } demanded)
            return new Refusal("no-review");
        var isReached = demanded.Latest is not null || playbook.PlaceOf(file.Row.Stage) >= playbook.PlaceOf(demanded.Stage.Id);
        var asked = OfferReview.Ask(demanded.Demand, file.Now, person, isReached, offer, demanded.Latest?.Offer, act.Today);
        if (asked is not Accepted<DateOnly> { Value: var due })
            return ((Refused<DateOnly>)asked).Reason;
        var versions = entry.Db.Set<ReviewRow>().AsTracking().Where(r => r.Lead == lead && r.Of == of);
        foreach (var open in await versions.Where(r => r.DecidedAt == null && r.ReplacedAt == null).ToListAsync())
            open.ReplacedAt = act.At;
        var row = entry.Db.Add(new ReviewRow
        {
            Id = entry.NewId(),
            Lead = lead,
            Of = of,
            By = demanded.Demand.By,
            Stage = demanded.Stage.Id,
            Version = await versions.CountAsync() + 1,
            Sum = offer.Sum,
            Currency = offer.Currency,
            Discount = offer.Discount,
            Terms = offer.Terms,
            Link = offer.Link,
            AskedBy = person,
            AskedAt = act.At,
            DueOn = due,
        }).Entity;
        file.Row.ChangedAt = act.At;
        entry.Record(new OfferReviewAsked(lead, row.Id, person, of, row.By, row.Version, due));
        foreach (var reader in (await Holding(entry.Db, row.By)).Where(reader => reader != person))
            await entry.Notify(reader, AskedKind, ReviewsController.AddressOf(row.Id), file.Row.Company, LeadNotices.Day(due));
        return row.Id;
    });

    /// <summary>A reviewer decides. Refused with not-found, or as the domain refuses.</summary>
    public Task<Decision<Guid>> Decide(Act act, CurrentPerson reviewer, Guid id, OfferRuling ruling) => ledger.Run<Guid>(act, async entry =>
    {
        if (await For(entry.Db, reviewer).Where(r => r.Id == id).Select(r => (Guid?)r.Lead).SingleOrDefaultAsync() is not { } lead)
            return Refusal.NotFound;
        await entry.Hold($"lead:{lead}");
        var (row, file) = (await entry.Db.Set<ReviewRow>().AsTracking().SingleAsync(r => r.Id == id), (await LeadFile.Find(entry.Db, lead, library.Now.Leads))!); // leads are never deleted
        if (OfferReview.Decide(file.Now, row.AskedBy, reviewer.Id, row.DecidedAt is not null, row.ReplacedAt is not null, act.Reason ?? "") is Refused<Done> { Reason: var refusal })
            return refusal;
        (row.DecidedAt, row.DecidedBy, row.Ruling, row.Answer) = (act.At, reviewer.Id, ruling, entry.Say(act.Reason!.Trim(), about: lead)); // not blank, or it was refused
        file.Row.ChangedAt = act.At;
        entry.Record(new OfferReviewed(lead, id, reviewer.Id, ruling));
        await entry.Notify(file.Row.Owner!.Value, KindOf(ruling), $"/leads/{lead}", file.Row.Company); // owned, or it was refused
        return id;
    });

    /// <summary>Reminds reviewers on the last day, and tells those who answer for the owner when it is over; each once.</summary>
    public Task<Decision<Done>> Press(Act act) => ledger.Run<Done>(act, async entry =>
    {
        await entry.Hold("reviews-due");
        foreach (var row in await Due(entry.Db, act.Today).AsTracking().OrderBy(r => r.AskedAt).ToListAsync())
        {
            var lead = await entry.Db.Set<LeadRow>().SingleAsync(l => l.Id == row.Lead);
            var late = row.DueOn < act.Today;
            if (late)
                row.EscalatedAt = act.At;
            row.RemindedAt ??= act.At;
            var readers = await Holding(entry.Db, row.By);
            if (late)
                readers = [.. readers, .. await Staff.ManagersOf(entry.Db, lead.Owner!.Value).Distinct().ToListAsync(), .. await Staff.Holding(entry.Db, Role.SalesOps)]; // owned, or it is not due
            foreach (var reader in readers.Distinct().Where(reader => reader != lead.Owner).Order())
                await entry.Notify(reader, late ? LateKind : DueKind, late && !await Sees(entry.Db, reader, row) ? $"/leads/{row.Lead}" : ReviewsController.AddressOf(row.Id), lead.Company, LeadNotices.Day(row.DueOn));
        }

        return Done.Value;
    });

    /// <summary>What is to be reminded of or told today.</summary>
    public static IQueryable<ReviewRow> Due(AcademyDb db, DateOnly today) =>
        Open(db, db.Set<ReviewRow>()).Where(r => (r.DueOn == today && r.RemindedAt == null) || (r.DueOn < today && r.EscalatedAt == null));

    public static string KindOf(OfferRuling ruling) => ruling switch
    {
        OfferRuling.Agreed => "review-agreed",
        OfferRuling.AgreedWithConditions => "review-conditions",
        _ => "review-sent-back",
    };

    public static Task<List<Guid>> Holding(AcademyDb db, ReviewBody body) => Staff.Holding(db, RoleOf(body));

    private static Role RoleOf(ReviewBody body) => body == ReviewBody.Finance ? Role.Finance : Role.SalesOps;

    private static async Task<bool> Sees(AcademyDb db, Guid reader, ReviewRow row) => (await Holding(db, row.By)).Contains(reader);

    private static IQueryable<ReviewRow> Open(AcademyDb db, IQueryable<ReviewRow> reviews) =>
        reviews.Where(r => r.DecidedAt == null && r.ReplacedAt == null && db.Set<LeadRow>().Any(l => l.Id == r.Lead && l.State == LeadState.Owned));
}
