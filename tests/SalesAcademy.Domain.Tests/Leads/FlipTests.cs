using CsCheck;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using Xunit;
using static SalesAcademy.Domain.Tests.Leads.SituationGen;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class FlipTests(ITestOutputHelper output)
{
    private const uint Stream = 7;
    private const ulong Seed = 20261127;

    [Fact]
    public void The_flip_turns_the_verdict_of_a_thousand_denials_and_without_any_one_of_its_steps_the_verdict_stands()
    {
        output.WriteLine($"Denials of PCG stream {Stream}, seed {Seed}");
        var chance = new PCG(Stream, Seed);
        var denials = new List<Situation>();
        while (denials.Count < 1000)
            if (AnySituation.Generate(chance, null, out _) is var situation && !Passes(situation))
                denials.Add(situation);

        foreach (var situation in denials)
        {
            var flip = Flip.Of(Policy, situation);

            Assert.Empty(flip.Barred);
            Assert.NotEmpty(flip.Steps);
            Assert.True(Passes(After(situation, flip.Steps)), $"{string.Join(", ", flip.Steps)} does not turn {situation}");
            for (var i = 0; i < flip.Steps.Count; i++)
                Assert.False(Passes(After(situation, flip.Steps.Where((_, j) => j != i))), $"{flip.Steps[i]} is idle in {situation}");
        }

        Assert.Equal(Enum.GetValues<Rule>(), denials.SelectMany(denial => Eligibility.Of(Policy, denial).Where(v => !v.Passed).Select(v => v.Rule)).Distinct().Order());
    }

    [Fact]
    public void Where_a_manager_has_lowered_the_tier_ending_that_is_the_change_and_learning_comes_only_after_it()
    {
        var lowered = new Lowering(Tier.A, new DateOnly(2026, 12, 30), Guid.Empty);
        var seller = new Competitor { Id = Guid.CreateVersion7(), Tier = Tier.C, Lowered = lowered };
        var lead = new Lead { Id = Guid.CreateVersion7(), Tier = Tier.B, Waiting = DateTimeOffset.UnixEpoch };
        var moment = new SalesAcademy.Domain.Shared.Moment(DateTimeOffset.UnixEpoch, new DateOnly(2026, 11, 27));

        var enough = Flip.Of(Policy, new Situation(lead, seller, moment), rule => rule == Rule.Tier);
        var both = Flip.Of(Policy, new Situation(lead with { Tier = Tier.Enterprise }, seller, moment), rule => rule == Rule.Tier);

        var step = Assert.Single(enough.Steps);
        Assert.Equal(new Remedy.EndLowering(lowered), step.Remedy);
        Assert.Equal(Hand.Others, step.By);
        Assert.Equal([new Remedy.EndLowering(lowered), new Remedy.ReachTier(Tier.Enterprise)], both.Steps.Select(one => one.Remedy));
    }

    [Fact]
    public void A_higher_tier_makes_room_so_that_no_lead_has_to_be_closed_besides()
    {
        var flip = Flip.Of(Policy, Full(Tier.C, Tier.B, openLeads: 5));

        Assert.Equal([new FlipStep(Rule.Tier, new Remedy.ReachTier(Tier.B))], flip.Steps);
        Assert.True(flip.IsSellers);
    }

    [Fact]
    public void What_still_has_to_be_closed_is_counted_against_the_new_cap() => Assert.Equal(
        [new FlipStep(Rule.Tier, new Remedy.ReachTier(Tier.B)), new FlipStep(Rule.OpenCap, new Remedy.CloseLeads(4))], // 9 open, a cap of 6
        Flip.Of(Policy, Full(Tier.C, Tier.B, openLeads: 9)).Steps);

    [Fact]
    public void Of_two_hours_the_later_is_enough()
    {
        var full = Full(Tier.C, Tier.C, openLeads: 0);

        var flip = Flip.Of(Policy, full with { Competitor = full.Competitor with { AwayUntil = Now.AddDays(5), Taken = [Now.AddDays(-6), Now.AddDays(-2)] } });

        Assert.Equal([new FlipStep(Rule.Available, new Remedy.Await(Now.AddDays(5)))], flip.Steps);
        Assert.True(flip.IsTimes);
        Assert.Equal(Now.AddDays(5), flip.At);
    }

    [Fact]
    public void What_no_seller_can_change_is_named()
    {
        var situation = Full(Tier.C, Tier.C, openLeads: 0);

        var flip = Flip.Of(Policy, situation with { Lead = situation.Lead with { AccountOwner = Guid.Empty, Duplicate = true } });

        Assert.Equal([Rule.Assignable, Rule.Conflict], flip.OutOfHand);
        Assert.False(flip.IsSellers || flip.IsTimes);
    }

    [Fact]
    public void Where_no_tier_has_a_cap_nothing_is_suggested()
    {
        var flip = Flip.Of(Policy with { WeeklyCap = [0, 0, 0, 0, 0] }, Full(Tier.C, Tier.B, openLeads: 0));

        Assert.Empty(flip.Steps);
        Assert.Equal([Rule.OpenCap, Rule.WeeklyCap], flip.Barred);
    }

    [Fact]
    public void A_rule_that_is_not_asked_needs_no_step()
    {
        var plain = Full(Tier.C, Tier.B, openLeads: 0);
        var situation = plain with { Competitor = plain.Competitor with { AwayUntil = Now.AddHours(3) } };

        Assert.Equal([Rule.Tier], Flip.Of(Policy, situation, rule => rule != Rule.Available).Steps.Select(step => step.Rule));
        Assert.Equal([Rule.Tier, Rule.Available], Flip.Of(Policy, situation).Steps.Select(step => step.Rule));
        Assert.Empty(Flip.Of(Policy, situation with { Lead = situation.Lead with { Tier = Tier.C } }, rule => rule != Rule.Available).Steps);
    }

    private static Situation Full(Tier have, Tier need, int openLeads) => new(
        new Lead { Id = Guid.Empty, Tier = need, Waiting = Now },
        new Competitor { Id = new Guid(1, 0, 0, new byte[8]), Tier = have, OpenLeads = openLeads },
        Morning);

    private static Situation After(Situation situation, IEnumerable<FlipStep> steps) => steps.Aggregate(situation, (now, step) => step.Remedy.ApplyTo(now));

    private static bool Passes(Situation situation) => Eligibility.Of(Policy, situation).All(verdict => verdict.Passed);
}
