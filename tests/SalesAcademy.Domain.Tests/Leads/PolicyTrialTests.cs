using CsCheck;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class PolicyTrialTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_lead_that_nobody_may_have_waits_for_a_free_place_and_goes_to_the_pool_when_it_is_late()
    {
        var policy = new LeadPolicy { Version = 1, Seed = "s", WeeklyCap = [0, 1, 1, 1, 1], OpenCapFactor = 1, ServiceLevelHours = [24, 24, 24, 24, 24] };
        var seller = Seller(1, Tier.C);

        var outcomes = PolicyTrial.Run(policy, [seller], [Came(1, 0, open: 1), Came(2, 1), Came(3, 24 * 6.5)], Start.AddDays(9), DayOf);

        Assert.Equal(
            [(AssignmentOutcome.Assigned, 0.0), (AssignmentOutcome.Pool, 24.0), (AssignmentOutcome.Assigned, 12.0)], // the week of the first is over at 168 hours
            outcomes.Select(o => (o.Outcome, o.Waited.TotalHours)));
        Assert.Equal(AssignmentOutcome.Held, PolicyTrial.Run(policy, [], [Came(1, 0)], Start.AddHours(5), DayOf)[0].Outcome);
    }

    [Fact]
    public void Caps_hold_nobody_gets_what_is_above_them_and_the_order_of_the_inputs_says_nothing() =>
        Gen.Select(Gen.Int[1, 4].Array[1, 6], Gen.Select(Gen.Int[1, 4], Gen.Double[0, 300], Gen.Double[0, 100]).Array[1, 40], Gen.Int[1, 4], Gen.Int[1, 3]).Sample((tiers, leads, cap, factor) =>
        {
            var policy = new LeadPolicy { Version = 1, Seed = "s", WeeklyCap = [0, cap, cap, cap, cap], OpenCapFactor = factor, Size = [1, 1, 1, 1, 1] };
            Competitor[] sellers = [.. tiers.Select((tier, i) => Seller(i + 1, (Tier)tier))];
            PastLead[] past = [.. leads.Select((lead, i) => Came(i + 1, lead.Item2, lead.Item3, (Tier)lead.Item1))];
            var until = Start.AddHours(400);

            var outcomes = PolicyTrial.Run(policy, sellers, past, until, DayOf);

            Assert.Equal(past.Length, outcomes.Count);
            Assert.Equal(outcomes, PolicyTrial.Run(policy, [.. sellers.Reverse()], [.. past.Reverse()], until, DayOf));
            foreach (var own in outcomes.Where(o => o.Owner is not null).GroupBy(o => o.Owner))
            {
                Assert.All(own, o => Assert.True(o.Tier <= sellers.Single(s => s.Id == own.Key).Tier));
                DateTimeOffset[] taken = [.. own.Select(o => past.Single(p => p.Lead.Id == o.Lead).Lead.Waiting + o.Waited).Order()];
                Assert.All(taken, at => Assert.True(taken.Count(other => other > at - LeadCaps.Week && other <= at) <= cap));
            }
        });

    private static Competitor Seller(int number, Tier tier) => new() { Id = Id(number), Tier = tier };

    private static PastLead Came(int number, double hours, double? open = null, Tier tier = Tier.C) =>
        new(new Lead { Id = Id(1000 + number), Tier = tier, Waiting = Start.AddHours(hours) }, open is { } held ? TimeSpan.FromHours(held) : null);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
