using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The front door for questions: who may be given which lead and why, now and in any recorded decision. It writes nothing.</summary>
public sealed class EligibilityBook
{
    private readonly Sellers sellers;
    private readonly PastCases cases;
    private readonly Library library;
    private readonly Checks checks;
    private readonly Clock clock;

    internal EligibilityBook(Sellers sellers, PastCases cases, Library library, Checks checks, Clock clock) =>
        (this.sellers, this.cases, this.library, this.checks, this.clock) = (sellers, cases, library, checks, clock);

    /// <summary>What a seller may be given; null for somebody who does not sell.</summary>
    public async Task<RepEligibility?> Of(AcademyDb db, Guid rep)
    {
        var (asOf, policy) = (AsOf.Now(clock), library.Now.Leads);
        if (await sellers.One(db, rep, asOf) is not { } seller)
            return null;
        var room = Room.Of(policy, seller, asOf);
        return new(
            rep, asOf.At, policy.Version, seller.Tier, seller.Tags, [.. seller.MissingGates.Select(gate => RuleAnswer.Machine(gate)!)], // a gate has a name
            seller.AwayUntil is { } back && back > asOf.Moment.At ? back.UtcDateTime : null,
            new(room.Open, room.OpenCap, Math.Max(0, room.OpenCap - room.Open)), new(room.Week, room.WeekCap, Math.Max(0, room.WeekCap - room.Week)),
            room.ClaimsLeft, seller.MissingGates.Count > 0 ? 0 : room.Left);
    }

    /// <summary>Who may be given a lead, a page of sellers in the order of their ids; null when there is no such lead.</summary>
    public async Task<LeadEligibility?> OfLead(AcademyDb db, Guid lead, Guid? after, int limit)
    {
        var (asOf, policy) = (AsOf.Now(clock), library.Now.Leads);
        if (await LeadFile.Find(db, lead, policy) is not { Now: var now })
            return null;
        var verdicts = (await sellers.All(db, asOf)).Select(seller => (seller.Id, Rules: Eligibility.Of(policy, new Situation(now, seller, asOf.Moment)))).ToArray();
        var page = verdicts.Where(v => after is null || v.Id.CompareTo(after.Value) > 0).Take(limit)
            .Select(v => new RepVerdict(v.Id, v.Rules.All(rule => rule.Passed), RuleAnswer.Of(v.Rules, now, checks)));
        return new(lead, asOf.At, policy.Version, verdicts.Length, verdicts.Count(v => v.Rules.All(rule => rule.Passed)), [.. page]);
    }

    /// <summary>Decisions behind a number, in the order they were made.</summary>
    public static async Task<IReadOnlyList<DecisionAnswer>> Decisions(AcademyDb db, long after, int limit, CancellationToken cancellation) =>
        [.. (await db.Set<DecisionRow>().Where(d => d.Number > after).OrderBy(d => d.Number).Take(limit).ToListAsync(cancellation)).Select(DecisionAnswer.Of)];

    /// <summary>Decisions made at one of these instants about one of these leads: an event of a lead tells of the decision in the same command by its instant.</summary>
    public static async Task<IReadOnlyList<DecisionAnswer>> DecisionsOf(AcademyDb db, IReadOnlyList<Guid> leads, IReadOnlyList<DateTime> at, CancellationToken cancellation) =>
        [.. (await db.Set<DecisionRow>().Where(d => leads.Contains(d.Lead) && at.Contains(d.At)).ToListAsync(cancellation)).Select(DecisionAnswer.Of)];

    /// <summary>A decision explained to a seller, to its winner unless somebody else is named; null when there is none.</summary>
    public async Task<ExplainedDecision?> Explain(AcademyDb db, Guid id, Guid? rep, CancellationToken cancellation)
    {
        if (await db.Set<DecisionRow>().SingleOrDefaultAsync(d => d.Id == id, cancellation) is not { } decision || await LeadFile.Find(db, decision.Lead, library.Now.Leads) is not { } file)
            return null;
        var past = (rep ?? decision.Winner) is { } whom ? await cases.Of(db, file, decision, whom, cancellation) : null;
        return new(
            DecisionAnswer.Of(decision), past?.Situation.Competitor.Id, past is null ? [] : RuleAnswer.Of(past.Verdicts, past.Situation.Lead, checks), library.At(decision.ContentHash) is null);
    }
}
