using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>For one lead: the lanes that pass R1, R2 and R4, and how many sellers fail at which rule first, counted by lanes.</summary>
internal sealed record Census(IReadOnlyList<Lane> Open, IReadOnlyList<int> Failures)
{
    public static Census Of(LeadPolicy policy, Lead lead, Cell cell, Dictionary<Guid, Seat> seats, DateOnly today)
    {
        var failures = new int[(int)Rule.WeeklyCap];
        if (!Eligibility.IsAssignable(lead))
        {
            foreach (var lane in cell.Lanes)
                Fail(Rule.Assignable, lane.Count);
            return new([], failures);
        }
        var open = new List<Lane>(cell.Lanes.Count);
        foreach (var lane in cell.Lanes)
        {
            if (lane.Sample.Tier < lead.Tier)
            {
                Fail(Rule.Tier, lane.Count);
                continue;
            }
            var gated = lane.Barred(Rule.Gates);
            Fail(Rule.Gates, gated);
            if (!lane.Meets(lead, policy))
            {
                Fail(Rule.Tags, lane.Count - gated);
                continue;
            }
            open.Add(lane);
            if (lead.AccountOwner is not null)
            {
                Fail(Rule.Conflict, lane.Count - gated);
                continue;
            }
            Fail(Rule.Available, lane.Barred(Rule.Available));
            Fail(Rule.OpenCap, lane.Barred(Rule.OpenCap));
            Fail(Rule.WeeklyCap, lane.Barred(Rule.WeeklyCap));
        }
        CountPeopleOfTheLead();
        return new(open, failures);

        void Fail(Rule rule, int count) => failures[(int)rule - 1] += count;

        // The account's owner was counted as a stranger above, and previous owners as if they were free.
        void CountPeopleOfTheLead()
        {
            if (lead.AccountOwner is { } owner)
            {
                if (InQuestion(owner) is { } seat && Eligibility.IsFree(policy, lead, owner, today))
                {
                    Fail(Rule.Conflict, -1);
                    Fail(seat.Barrier ?? Rule.Conflict, seat.Barrier is null ? 0 : 1);
                }
                return;
            }
            foreach (var person in lead.PastOwners.Select(past => past.Person).Distinct())
            {
                if (InQuestion(person) is { } seat && !Eligibility.IsFree(policy, lead, person, today))
                {
                    Fail(Rule.Conflict, 1);
                    Fail(seat.Barrier ?? Rule.Conflict, seat.Barrier is null ? 0 : -1);
                }
            }
        }

        Seat? InQuestion(Guid person) =>
            seats.TryGetValue(person, out var seat) && seat.Barrier != Rule.Gates
            && seat.Lane is { } lane && lane.Cell == cell && open.Contains(lane) ? seat : null;
    }
}
