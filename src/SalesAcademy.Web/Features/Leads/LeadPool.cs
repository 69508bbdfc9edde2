using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// The front door of Leads and the one service of ownership: arrival, import, claim, assign, transfer, follow-up, win, lose, return, lock
/// and merge all pass here, so that no path forgets a deadline, a cap or a cool-down. Names are held in the order address, lead, turn, seller.
/// </summary>
public sealed partial class LeadPool
{
    private readonly ILedger ledger;
    private readonly Library library;
    private readonly Sellers sellers;
    private readonly Assigning assigning;
    private readonly Arriving arriving;

    internal LeadPool(ILedger ledger, Library library, Sellers sellers, Assigning assigning, Arriving arriving) =>
        (this.ledger, this.library, this.sellers, this.assigning, this.arriving) = (ledger, library, sellers, assigning, arriving);

    private LeadPolicy Policy => library.Now.Leads;

    private string Hash => library.Now.LeadsHash;

    /// <summary>
    /// Enters a lead and, in the same command, gives it to the seller whose turn it is. Refused: nothing; one about a customer who is known
    /// already is merged into that lead and kept as its tombstone, one whose customer may not be contacted is locked.
    /// </summary>
    public Task<Decision<Guid>> Arrive(Act act, ArrivingLead lead) => ledger.Run<Guid>(act, async entry => (await arriving.Run(entry, lead)).Id);

    /// <summary>Enters a row of a file, once, as any other lead comes in; a row that says nothing new leaves no lead. Refused: row-done.</summary>
    internal Task<Decision<ImportOutcome>> Arrive(Act act, ArrivingLead lead, SheetPlace place) => ledger.Run<ImportOutcome>(act, entry => arriving.Run(entry, lead, place));

    /// <summary>The same as <see cref="Arrive(Act, ArrivingLead)"/> within a command.</summary>
    internal Task<LeadRow> Arrive(Entry entry, ArrivingLead lead) => arriving.Run(entry, lead);

    /// <summary>Tries a waiting lead again. Refused: not-found, not-waiting, still-waiting.</summary>
    public Task<Decision<Done>> TryAgain(Act act, Guid lead) => Change(act, lead, [], TryAgain);

    internal async Task<Decision<Done>> TryAgain(Entry entry, LeadFile file)
    {
        if (file.Row.State != LeadState.Waiting)
            return new Refusal("not-waiting");
        var first = file.Row.Decision is null; // separated from another a moment ago
        return await assigning.Run(entry, file, first) == AssignmentOutcome.Held && !first ? new Refusal("still-waiting") : Done.Value;
    }

    /// <summary>Who has a lead now; null while nobody has it, or when it has ended.</summary>
    public static Task<Guid?> OwnerOf(AcademyDb db, Guid lead) =>
        db.Set<LeadRow>().Where(row => row.Id == lead && row.State == LeadState.Owned).Select(row => row.Owner).SingleOrDefaultAsync();

    /// <summary>A seller takes a lead from the public pool. Refused: not-found, not-in-pool, claims-per-day, not-eligible.</summary>
    public Task<Decision<Done>> Claim(Act act, Guid lead, Guid person) => Change(act, lead, [$"rep:{person}"], async (entry, file) =>
    {
        if (await sellers.One(entry.Db, person, AsOf.Now(entry.Act)) is not { } seller || !Policy.MaySee(seller, file.Now))
            return Refusal.NotFound;
        if (file.Row.State != LeadState.Pool) // who pressed twice has it already
            return file.Row.State != LeadState.Owned ? new Refusal("not-in-pool") : file.Row.Owner == person ? Done.Value : new Refusal("already-taken");
        return await Then(ClaimLead.Decide(Policy, Hash, new Situation(file.Now, seller, MomentOf(entry))), change => OwnershipBook.Give(entry, file, change, Taking.Claimed, library.Now));
    });

    /// <summary>Somebody who answers for the lead gives it to another seller. Refused: not-found, not-owned, same-owner, not-eligible.</summary>
    public Task<Decision<Done>> Transfer(Act act, Guid lead, Guid to) => Change(act, lead, [], (entry, file) => Transfer(entry, file, to));

    internal async Task<Decision<Done>> Transfer(Entry entry, LeadFile file, Guid to)
    {
        if (file.Row.Owner is not { } from)
            return new Refusal("not-owned");
        await entry.Hold($"rep:{from}", $"rep:{to}");
        if (await sellers.One(entry.Db, to, AsOf.Now(entry.Act)) is not { } seller)
            return Refusal.NotFound;
        return await Then(TransferLead.Decide(Policy, Hash, new Situation(file.Now, seller, MomentOf(entry))), async transfer =>
        {
            await entry.Notify(from, "lead-passed-on", "/leads", file.Row.Company);
            await entry.Notify(to, "lead-transferred", $"/leads/{file.Row.Id}", file.Row.Company);
            await OwnershipBook.End(entry, file, transfer.Back, OwnershipEnd.Transferred, Policy, entry.Act.Reason);
            await OwnershipBook.Give(entry, file, transfer.Given, Taking.Transferred, library.Now);
        });
    }

    /// <summary>A lead that nobody owns is given to a named seller, by the rules of every giving; by hand also to somebody who is away. Refused: not-found, not-free, not-eligible.</summary>
    internal async Task<Decision<Done>> Give(Entry entry, LeadFile file, Guid to, bool byHand = false)
    {
        if (file.Row.State is not (LeadState.Waiting or LeadState.Pool))
            return new Refusal("not-free");
        await entry.Hold($"rep:{to}");
        if (await sellers.One(entry.Db, to, AsOf.Now(entry.Act)) is not { } seller)
            return Refusal.NotFound;
        return await Then(AssignLead.Decide(Policy, Hash, new Situation(file.Now, seller, MomentOf(entry)), awayIgnored: byHand), async change =>
        {
            await OwnershipBook.Give(entry, file, change, Taking.Transferred, library.Now);
            await entry.Notify(to, "lead-transferred", $"/leads/{file.Row.Id}", file.Row.Company);
        });
    }

    /// <summary>Somebody who decides by hand gives a lead that nobody owns. Refused: not-found, not-free, not-eligible.</summary>
    internal async Task<Decision<Done>> GiveByHand(Entry entry, Guid lead, Guid to)
    {
        await entry.Hold($"lead:{lead}");
        return await LeadFile.Find(entry.Db, lead, Policy) is { } file ? await Give(entry, file, to, byHand: true) : Refusal.NotFound;
    }

    /// <summary>The owner followed up on a day. Refused: not-found, not-owner, protection-over, follow-up-day, note-needed.</summary>
    public Task<Decision<Done>> FollowUp(Act act, Guid lead, Guid person, DateOnly day, string note) => Change(act, lead, [], async (entry, file) =>
        string.IsNullOrWhiteSpace(note)
            ? new Refusal("note-needed")
            : await Then(FollowUpLead.Decide(Policy, Hash, file.Now, person, day, entry.Act.Today, await OwnDays.Of(entry, lead, person)), change =>
            {
                OwnershipBook.Follow(entry, file, change, Policy);
                entry.Db.Add(new FollowUpRow { Id = entry.NewId(), Lead = lead, Person = person, Day = day, At = entry.Act.At, Note = note.Trim() });
                return Task.CompletedTask;
            }));

    /// <summary>An opportunity is opened or closed. Refused: not-found, not-owner, protection-over, opportunity-unchanged.</summary>
    public Task<Decision<Done>> Opportunity(Act act, Guid lead, Guid person, bool open) => Change(act, lead, [], (entry, file) =>
        Then(OpportunityOfLead.Decide(Policy, file.Now, person, open, entry.Act.Today), change =>
        {
            OwnershipBook.Follow(entry, file, change, Policy);
            return Task.CompletedTask;
        }));

    /// <summary>The stage the buyer has reached and what comes next. Refused: not-found, not-owner, stage-unknown, review-needed, next-step-day for a day that is over or more than two years ahead, progress-changed where another page has saved since.</summary>
    /// <param name="seen">The progress as it was read before (ProgressSeen); null asks for no comparison.</param>
    public Task<Decision<Done>> Progress(Act act, Guid lead, Guid person, string stage, string? nextStep, DateOnly? on, string? seen = null) => Change(act, lead, [], async (entry, file) =>
    {
        if (file.Now.Holding?.Owner != person)
            return new Refusal("not-owner");
        if (seen is not null && seen != file.Row.ProgressSeen)
            return new Refusal("progress-changed");
        if (on is { } day && day != file.Row.NextStepOn && ((day < entry.Act.Today && day < (await OwnDays.Of(entry, lead, person))?.Today) || day > entry.Act.Today.AddYears(2)))
            return new Refusal("next-step-day");
        if (stage != file.Row.Stage && library.Now.Playbook.Find(stage) is null)
            return new Refusal("stage-unknown");
        if (stage != file.Row.Stage && await OfferBook.Bars(entry.Db, library.Now.Playbook, file.Row, stage) is { } barred)
            return barred;
        if (stage != file.Row.Stage)
        {
            entry.Db.Add(new LeadStageRow { Id = entry.NewId(), Lead = lead, Person = person, From = file.Row.Stage, To = stage, At = entry.Act.At });
            entry.Record(new LeadProgressed(lead, person, file.Row.Stage, stage, entry.Act.Today));
        }

        (file.Row.Stage, file.Row.NextStep, file.Row.NextStepOn) = (stage, string.IsNullOrWhiteSpace(nextStep) ? null : nextStep.Trim(), on);
        file.Row.ChangedAt = entry.Act.At;
        return Done.Value;
    });

    /// <summary>The owner asks finance or sales operations to agree to an offer, as the playbook demands. Refused: not-found, no-review, not-owner, review-early, offer-same, or what does not fit in the offer.</summary>
    public Task<Decision<Guid>> AskReview(Act act, Guid lead, Guid person, OfferKind of, Offer offer) => new Reviews(ledger, library).Ask(act, lead, person, of, offer);

    /// <summary>A reviewer decides about an offer. Refused: not-found, not-owned, review-own, review-decided, review-replaced, review-without-reason.</summary>
    public Task<Decision<Guid>> DecideReview(Act act, CurrentPerson reviewer, Guid review, OfferRuling ruling) => new Reviews(ledger, library).Decide(act, reviewer, review, ruling);

    /// <summary>The customer has bought, for a sum; without one, for the sum agreed to. Refused: not-found, not-owner, protection-over, review-needed, offer-sum, sum-not-agreed.</summary>
    public Task<Decision<Done>> Win(Act act, Guid lead, Guid person, decimal? sum = null) => Change(act, lead, [$"rep:{person}"], (entry, file) => Win(entry, file, person, sum));

    internal async Task<Decision<Done>> Win(Entry entry, LeadFile file, Guid person, decimal? sum = null)
    {
        var won = WinLead.Decide(Policy, file.Now, person, entry.Act.Today);
        if (won is Refused<LeadChange> { Reason: var refusal })
            return refusal;
        return await Then(await OfferBook.Sum(entry.Db, library.Now.Playbook, file.Row, sum), agreed => Then(won, change => OwnershipBook.End(entry, file, change, OwnershipEnd.Won, Policy, won: agreed)));
    }

    /// <summary>The customer will not buy. Refused: not-found, not-owner, protection-over, reason-needed.</summary>
    public Task<Decision<Done>> Lose(Act act, Guid lead, Guid person) => Change(act, lead, [$"rep:{person}"], (entry, file) => Lose(entry, file, person));

    internal Task<Decision<Done>> Lose(Entry entry, LeadFile file, Guid person) => WithReason(entry, () =>
        Then(LoseLead.Decide(Policy, file.Now, person, entry.Act.Today), change => OwnershipBook.End(entry, file, change, OwnershipEnd.Lost, Policy, entry.Act.Reason)));

    /// <summary>The owner gives it back to the public pool. Refused: not-found, not-owner, reason-needed.</summary>
    public Task<Decision<Done>> Return(Act act, Guid lead, Guid person) => Change(act, lead, [$"rep:{person}"], (entry, file) => Return(entry, file, person));

    internal Task<Decision<Done>> Return(Entry entry, LeadFile file, Guid person) => WithReason(entry, () =>
        Then(ReturnLead.Decide(Policy, Hash, file.Now, person, entry.Act.Today), change => OwnershipBook.End(entry, file, change, OwnershipEnd.GivenBack, Policy, entry.Act.Reason)));

    /// <summary>Time brings it back. Refused: not-found, not-owned, still-protected.</summary>
    public Task<Decision<Done>> Expire(Act act, Guid lead) => Change(act, lead, [], async (entry, file) =>
    {
        if (file.Row.Owner is not { } owner)
            return new Refusal("not-owned");
        await entry.Hold($"rep:{owner}");
        return await Then(ReturnLead.DecideExpiry(Policy, Hash, file.Now, entry.Act.Today), async change =>
        {
            await entry.Notify(owner, "lead-expired", "/leads", file.Row.Company);
            await OwnershipBook.End(entry, file, change, OwnershipEnd.Expired, Policy);
        });
    });

    /// <summary>Warns the owner, once for every last day, that it comes back soon. Refused: not-found, not-due.</summary>
    public Task<Decision<Done>> Warn(Act act, Guid lead) => Change(act, lead, [], async (entry, file) =>
    {
        if (file.Now.Holding is not { } holding || holding.ReturnDay(Policy.Protection) is not { } last || file.Row.WarnedOf == last
            || entry.Act.Today < holding.NoticeDay(Policy.Protection) || holding.IsOver(Policy.Protection, entry.Act.Today))
            return new Refusal("not-due");
        file.Row.WarnedOf = last;
        await entry.Notify(holding.Owner, "lead-returning", $"/leads/{lead}", file.Row.Company, LeadNotices.Day(last));
        return Done.Value;
    });

    /// <summary>Somebody says that a lead without an owner is about the same customer as another. Refused: not-found, merge-owned, merge-ended, merge-holds.</summary>
    public Task<Decision<Done>> Merge(Act act, Guid lead, Guid into) => ledger.Run<Done>(act, entry => Merging.ByHand(entry, lead, into, Policy));

    /// <summary>Undoes the merge of a duplicate: both leads are what they were, and one that waits is given to somebody at once. Refused: not-found, not-merged, reason-needed.</summary>
    public async Task<Decision<Done>> Separate(Act act, Guid duplicate)
    {
        var separated = string.IsNullOrWhiteSpace(act.Reason) ? new Refusal("reason-needed") : await ledger.Run<Done>(act, async entry =>
        {
            if (await Locking.HoldCustomer(entry, duplicate) is [])
                return Refusal.NotFound;
            await entry.Hold($"lead:{duplicate}");
            var row = await entry.Db.Set<LeadRow>().SingleAsync(l => l.Id == duplicate);
            if (row is not { State: LeadState.Duplicate, DuplicateOf: { } into })
                return new Refusal("not-merged");
            await entry.Hold($"lead:{into}");
            var stays = await entry.Db.Set<LeadRow>().SingleAsync(l => l.Id == into);
            return await Merging.Separate(entry, stays, row);
        });
        // In a command of its own: the turn reads accounts as they are written.
        if (separated is Accepted<Done>)
            await TryAgain(act with { Key = null, Reason = null }, duplicate);
        return separated;
    }

    private static Task<Decision<Done>> WithReason(Entry entry, Func<Task<Decision<Done>>> decide) =>
        string.IsNullOrWhiteSpace(entry.Act.Reason) ? Task.FromResult<Decision<Done>>(new Refusal("reason-needed")) : decide();

    private Task<Decision<Done>> Change(Act act, Guid lead, string[] alsoHold, Func<Entry, LeadFile, Task<Decision<Done>>> decide) => ledger.Run<Done>(act, async entry =>
    {
        await entry.Hold([$"lead:{lead}", .. alsoHold]);
        return await LeadFile.Find(entry.Db, lead, Policy) is { } file ? await decide(entry, file) : Refusal.NotFound;
    });

    private static async Task<Decision<Done>> Then<T>(Decision<T> decision, Func<T, Task> keep)
    {
        if (decision is not Accepted<T> accepted)
            return ((Refused<T>)decision).Reason;
        await keep(accepted.Value);
        return Done.Value;
    }

    private static Moment MomentOf(Entry entry) => AsOf.Now(entry.Act).Moment;
}
