using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>May this seller be given this lead now? Eight verdicts, each with actual and required values; a pure function, so any past decision can be asked again (model.md section 6).</summary>
public static class Eligibility
{
    /// <summary>All eight verdicts in order, also after the first refusal, so that a seller sees everything that stands in the way.</summary>
    public static IReadOnlyList<RuleVerdict> Of(LeadPolicy policy, Situation situation) => [.. InOrder(policy, situation)];

    /// <summary>The first rule that refuses, null for none: for whoever counts many sellers and asks no rule in vain.</summary>
    public static Rule? FirstRefusal(LeadPolicy policy, Situation situation) => InOrder(policy, situation).FirstOrDefault(verdict => !verdict.Passed)?.Rule;

    private static IEnumerable<RuleVerdict> InOrder(LeadPolicy policy, Situation situation)
    {
        yield return Assignable(situation.Lead);
        yield return TierReached(situation);
        yield return Gates(situation.Competitor);
        yield return Tags(policy, situation.Lead, situation.Competitor);
        yield return NoConflict(policy, situation);
        yield return Available(situation);
        yield return OpenCap(policy, situation.Competitor);
        yield return WeeklyCap(policy, situation);
    }

    internal static bool IsAssignable(Lead lead) => lead is { Holding: null, End: null, Duplicate: false, ContactAllowed: true };

    internal static bool IsFree(LeadPolicy policy, Lead lead, Guid person, DateOnly today) =>
        (lead.AccountOwner is null || lead.AccountOwner == person)
        && !(CoolDownEnd(policy, lead, person) is { } end && today < end);

    internal static bool Meets(LeadPolicy policy, Tag tag, Competitor competitor) =>
        !policy.TagDemands.Any(demand => Unmet(demand, tag, competitor).Any());

    private static RuleVerdict Assignable(Lead lead)
    {
        var findings = new List<Finding>();
        if (lead.Holding is not null)
            findings.Add(new("r1-owned", null, true, false));
        if (lead.End is not null)
            findings.Add(new("r1-closed", null, lead.End, null));
        if (lead.Duplicate)
            findings.Add(new("r1-duplicate", null, true, false));
        if (!lead.ContactAllowed)
            findings.Add(new("r1-contact", null, false, true));
        return Verdict(Rule.Assignable, findings, [new Remedy.FreeLead()]);
    }

    private static RuleVerdict TierReached(Situation situation)
    {
        var (have, need) = (situation.Competitor.Tier, situation.Lead.Tier);
        return new(Rule.Tier, have >= need, [new("r2-tier", null, have, need)], have >= need ? [] : WaysTo(need, situation.Competitor));
    }

    private static RuleVerdict Gates(Competitor competitor) => Verdict(
        Rule.Gates,
        [.. competitor.MissingGates.Select(gate => new Finding("r3-gate", gate.GetType().Name, gate, null))],
        [.. competitor.MissingGates.Select(gate => new Remedy.MeetGate(gate))]);

    private static RuleVerdict Tags(LeadPolicy policy, Lead lead, Competitor competitor)
    {
        var unmet = lead.Tags
            .SelectMany(tag => policy.TagDemands.SelectMany(demand => Unmet(demand, tag, competitor)))
            .ToArray();
        return Verdict(Rule.Tags, [.. unmet.Select(u => u.Finding)], HighestOfEach([.. unmet.Select(u => u.Remedy)]));
    }

    // Two tags may demand different levels of one competency; the higher meets both.
    private static IReadOnlyList<Remedy> HighestOfEach(IReadOnlyList<Remedy> remedies) =>
    [
        .. remedies.Where(remedy => remedy is not Remedy.RaiseCompetency).Distinct(),
        .. remedies.OfType<Remedy.RaiseCompetency>()
            .GroupBy(remedy => remedy.Competency, StringComparer.Ordinal)
            .Select(group => group.MaxBy(remedy => remedy.Level)!),
    ];

    private static IEnumerable<(Finding Finding, Remedy Remedy)> Unmet(TagDemand demand, Tag tag, Competitor competitor)
    {
        if (demand.Kind != tag.Kind || (demand.Value is not null && demand.Value != tag.Value))
            yield break;
        if (demand.Match && !competitor.Tags.Contains(tag))
            yield return (new("r4-tag", tag.Kind, null, tag.Value), new Remedy.AddTag(tag));
        if (demand.Certification is { } certification && !competitor.Certifications.Contains(certification))
            yield return (new("r4-certification", tag.Value, null, certification), new Remedy.EarnCertification(certification));
        if (demand.Competency is { } competency && competitor.Competencies.GetValueOrDefault(competency) is var level && level < demand.Level)
            yield return (new("r4-competency", competency, level, demand.Level), new Remedy.RaiseCompetency(competency, demand.Level));
    }

    private static RuleVerdict NoConflict(LeadPolicy policy, Situation situation)
    {
        var (lead, competitor, moment) = situation;
        var findings = new List<Finding>();
        var remedies = new List<Remedy>();
        if (!Pools.IsMember(competitor, lead.Cell))
        {
            findings.Add(new("r5-pool", lead.Cell, competitor.Cell, lead.Cell));
            remedies.Add(new Remedy.JoinPool(lead.Cell));
        }
        if (lead.AccountOwner is { } owner && owner != competitor.Id)
        {
            findings.Add(new("r5-account", null, owner, competitor.Id));
            remedies.Add(new Remedy.TransferAccount());
        }
        if (CoolDownEnd(policy, lead, competitor.Id) is { } end && moment.Today < end)
        {
            findings.Add(new("r5-cool-down", null, moment.Today, end));
            remedies.Add(new Remedy.AwaitDay(end));
        }
        return Verdict(Rule.Conflict, findings, remedies);
    }

    // The first day on which a previous owner may have the lead again.
    private static DateOnly? CoolDownEnd(LeadPolicy policy, Lead lead, Guid person)
    {
        DateOnly? end = null;
        foreach (var past in lead.PastOwners)
        {
            if (past.Person == person && (end is null || past.Until.AddDays(policy.CoolDown) > end))
                end = past.Until.AddDays(policy.CoolDown);
        }
        return end;
    }

    private static RuleVerdict Available(Situation situation)
    {
        var (until, now) = (situation.Competitor.AwayUntil, situation.Moment.At);
        return until is { } back && now < back
            ? new(Rule.Available, false, [new("r6-away", null, now, back)], [new Remedy.Await(back)])
            : new(Rule.Available, true, [], []);
    }

    private static RuleVerdict OpenCap(LeadPolicy policy, Competitor competitor)
    {
        var open = competitor.OpenLeads;
        return Capped(Rule.OpenCap, "r7-open-leads", open, competitor, policy.Open, reached => new Remedy.CloseLeads(open - reached + 1));
    }

    private static RuleVerdict WeeklyCap(LeadPolicy policy, Situation situation)
    {
        var (competitor, now) = (situation.Competitor, situation.Moment.At);
        var window = competitor.Taken.Where(at => at > now - LeadCaps.Week).Order().ToArray();
        return Capped(Rule.WeeklyCap, "r8-week", window.Length, competitor, policy.Weekly, cap => new Remedy.Await(window[^cap] + LeadCaps.Week));
    }

    // A lowered tier is not raised by learning: that ends first, and it may be enough.
    private static Remedy[] WaysTo(Tier tier, Competitor competitor) => competitor.Lowered switch
    {
        null => [new Remedy.ReachTier(tier)],
        { } lowered when lowered.Earned >= tier => [new Remedy.EndLowering(lowered)],
        { } lowered => [new Remedy.EndLowering(lowered), new Remedy.ReachTier(tier)],
    };

    // A tier without a cap takes no leads at all: the way out begins with the next tier that has one.
    private static RuleVerdict Capped(Rule rule, string key, int count, Competitor competitor, Func<Tier, int> capOf, Func<int, Remedy> makeRoom)
    {
        var tier = competitor.Tier;
        var cap = capOf(tier);
        if (count < cap)
            return new(rule, true, [new(key, null, count, cap)], []);
        var remedies = new List<Remedy>();
        while (capOf(tier) == 0 && tier < Tier.Enterprise)
            tier++;
        if (cap == 0 && capOf(tier) > 0)
            remedies.AddRange(WaysTo(tier, competitor));
        if (capOf(tier) > 0 && count >= capOf(tier))
            remedies.Add(makeRoom(capOf(tier)));
        return new(rule, false, [new(key, null, count, cap)], remedies);
    }

    private static RuleVerdict Verdict(Rule rule, List<Finding> failures, IReadOnlyList<Remedy> remedies) =>
        new(rule, failures.Count == 0, failures, failures.Count == 0 ? [] : remedies);
}
