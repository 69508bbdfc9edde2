using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A proposal of policies beside those in force, on the people and leads of one instant. Nothing is written.</summary>
/// <param name="AsOf">The instant and the point of the ledger.</param>
/// <param name="Days">How many days of arrivals were handed out again.</param>
/// <param name="InForce">Hashes of the policies in force, by path.</param>
/// <param name="Proposal">The catalogue with the proposed policies.</param>
/// <param name="Changes">What the proposal changes.</param>
/// <param name="Tiers">How the leads of those days fare, a line for each tier.</param>
/// <param name="People">Every seller, by name.</param>
/// <param name="Leads">Every lead that waits, then those in the public pool, the longest there first.</param>
/// <param name="IsCut">Whether the public pool holds more leads than are looked at.</param>
internal sealed record Simulation(
    AsOf AsOf, int Days, IReadOnlyList<string> InForce, Catalogue Proposal, IReadOnlyList<PolicyChange> Changes,
    IReadOnlyList<TierShift> Tiers, IReadOnlyList<PersonShift> People, IReadOnlyList<LeadShift> Leads, bool IsCut)
{
    public IEnumerable<PersonShift> Gainers => People.Where(person => person.Gains).OrderByDescending(person => person.PastAfter - person.PastBefore);

    public IEnumerable<PersonShift> Losers => People.Where(person => person.Loses).OrderBy(person => person.PastAfter - person.PastBefore);

    /// <summary>Leads that somebody else would get in the next round, or another number of people could.</summary>
    public IEnumerable<LeadShift> MovedLeads => Leads.Where(lead => lead.IsMoved);
}

/// <summary>How the leads of a tier fare under one policy.</summary>
internal sealed record TrialFigures(int Assigned, int InTime, int Pooled, int Held, TimeSpan? MedianWait)
{
    public int Unassigned => Pooled + Held;
}

/// <summary>How the leads of a tier fare under both.</summary>
internal sealed record TierShift(Tier Tier, int Arrived, TrialFigures Before, TrialFigures After, int SellersBefore, int SellersAfter)
{
    /// <summary>Leads come in, and nobody could be given one.</summary>
    public bool Starves => Arrived > 0 && SellersAfter == 0;
}

/// <summary>What a seller gains and loses.</summary>
/// <param name="Person">The seller.</param>
/// <param name="Name">The name.</param>
/// <param name="Before">As the policies in force have it now.</param>
/// <param name="After">As the proposal has it, at once.</param>
/// <param name="MayBefore">Of the leads nobody owns, how many may be given to the seller.</param>
/// <param name="MayAfter">How many under the proposal.</param>
/// <param name="PastBefore">Leads of the days handed out again that go to the seller.</param>
/// <param name="PastAfter">How many under the proposal.</param>
/// <param name="Because">Why, as a key of the room's words, with its arguments; null when nothing of the rules changes.</param>
internal sealed record PersonShift(Guid Person, string Name, Stance Before, Stance After, int MayBefore, int MayAfter, int PastBefore, int PastAfter, Because? Because)
{
    public bool Gains => Direction > 0;

    public bool Loses => Direction < 0;

    // The tier decides first, then the gates, the cap, and what may be given now. Who fades under both policies does not lose by the proposal.
    private int Direction => (After.Settled, After.GatesHold, After.WeeklyCap, MayAfter).CompareTo((Before.Settled, Before.GatesHold, Before.WeeklyCap, MayBefore));
}

/// <summary>Where a seller stands under a policy: now, after the next daily step, and once the days of grace are over.</summary>
internal sealed record Stance(Tier Tier, Tier Tomorrow, Tier Settled, bool GatesHold, int WeeklyCap, double Score, double Low, double High, IReadOnlyList<double> Thresholds)
{
    /// <summary>Whether the policy knows the seller's role at all.</summary>
    public bool HasRole => Thresholds.Count > 0;
}

/// <summary>A reason in the room's words.</summary>
internal sealed record Because(string Key, params object[] Arguments);

/// <summary>What becomes of a lead that nobody owns.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Company">Its company.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="State">Waiting or in the pool.</param>
/// <param name="EligibleBefore">To how many it may be given now.</param>
/// <param name="EligibleAfter">To how many under the proposal.</param>
/// <param name="Before">What the next round makes of it if it waits.</param>
/// <param name="After">What under the proposal.</param>
internal sealed record LeadShift(Guid Lead, string Company, Tier Tier, LeadState State, int EligibleBefore, int EligibleAfter, NextOwner Before, NextOwner After)
{
    public bool IsMoved => EligibleBefore != EligibleAfter || Before != After;
}

/// <summary>What the next round makes of a waiting lead.</summary>
/// <param name="Outcome">Null for a lead in the pool, which is claimed, not given.</param>
/// <param name="Person">Who gets it, or null.</param>
/// <param name="Name">The name.</param>
internal sealed record NextOwner(AssignmentOutcome? Outcome = null, Guid? Person = null, string? Name = null);
