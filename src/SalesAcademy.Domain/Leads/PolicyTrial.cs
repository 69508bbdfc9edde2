using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Leads;

/// <summary>A lead that came in once, to be handed out again.</summary>
/// <param name="Lead">As it came: nobody owns it, and it waits since its arrival.</param>
/// <param name="Open">How long it stayed with an owner in fact; null when it is open still.</param>
public sealed record PastLead(Lead Lead, TimeSpan? Open);

/// <summary>What became of a lead in a trial.</summary>
/// <param name="Lead">Which.</param>
/// <param name="Tier">The tier it needs.</param>
/// <param name="Owner">Who was given it; null when it went to the pool or waits still.</param>
/// <param name="Outcome">Assigned, in the pool, or held to the end.</param>
/// <param name="Waited">From its arrival until it was assigned or pooled, or until the end.</param>
public sealed record TrialOutcome(Guid Lead, Tier Tier, Guid? Owner, AssignmentOutcome Outcome, TimeSpan Waited);

/// <summary>
/// Hands the leads of a past time out again under a policy, so that two policies can be held side by side. It says how a policy shares out, not
/// what was or will be: sellers are as given all the time, begin empty-handed, and keep a lead as long as its owner did in fact.
/// </summary>
public static class PolicyTrial
{
    /// <summary>How often leads that wait are tried again.</summary>
    public static TimeSpan Retry { get; } = TimeSpan.FromHours(1);

    /// <summary>The outcome of every lead, in the order of arrival. The same inputs give the same outcomes.</summary>
    /// <param name="policy">The policy on trial.</param>
    /// <param name="sellers">Everybody who sells, as the policy sees them.</param>
    /// <param name="leads">The leads; order does not matter.</param>
    /// <param name="until">The end of the trial.</param>
    /// <param name="dayOf">The organisation's day of an instant.</param>
    public static IReadOnlyList<TrialOutcome> Run(
        LeadPolicy policy, IReadOnlyList<Competitor> sellers, IReadOnlyList<PastLead> leads, DateTimeOffset until, Func<DateTimeOffset, DateOnly> dayOf)
    {
        PastLead[] arriving = [.. leads.Where(lead => lead.Lead.Waiting <= until).OrderBy(lead => lead.Lead.Waiting).ThenBy(lead => lead.Lead.Id)];
        if (arriving.Length == 0)
            return [];
        var engine = new AssignmentEngine(policy, arriving[0].Lead.Waiting);
        foreach (var seller in sellers)
            engine.Join(seller with { AwayUntil = null, OpenLeads = 0, Taken = [] });
        var outcomes = new Dictionary<Guid, TrialOutcome>();
        var closing = new PriorityQueue<Guid, (DateTimeOffset At, Guid Seller)>();
        var waiting = new List<PastLead>();
        var retry = arriving[0].Lead.Waiting + Retry;
        foreach (var lead in arriving)
        {
            RetryUntil(lead.Lead.Waiting);
            if (!Settles(lead, lead.Lead.Waiting))
                waiting.Add(lead);
        }

        RetryUntil(until);
        foreach (var lead in waiting)
            outcomes[lead.Lead.Id] = new(lead.Lead.Id, lead.Lead.Tier, null, AssignmentOutcome.Held, until - lead.Lead.Waiting);
        return [.. arriving.Select(lead => outcomes[lead.Lead.Id])];

        void RetryUntil(DateTimeOffset at)
        {
            if (waiting.Count == 0 && retry <= at)
                retry += Retry * Math.Ceiling((at - retry) / Retry); // nobody waits: the hours between are skipped
            for (; retry <= at; retry += Retry)
                waiting.RemoveAll(lead => Settles(lead, retry));
        }

        bool Settles(PastLead lead, DateTimeOffset at)
        {
            while (closing.TryPeek(out var seller, out var due) && due.At <= at)
            {
                closing.Dequeue();
                engine.CloseLead(seller);
            }

            var decision = engine.Decide(lead.Lead, new(at, dayOf(at)));
            engine.Apply(decision);
            if (decision.Outcome == AssignmentOutcome.Held)
                return false;
            if (decision.Winner is { } winner && lead.Open is { } open)
                closing.Enqueue(winner.Person, (at + open, winner.Person));
            outcomes[lead.Lead.Id] = new(lead.Lead.Id, lead.Lead.Tier, decision.Winner?.Person, decision.Outcome, at - lead.Lead.Waiting);
            return true;
        }
    }
}
