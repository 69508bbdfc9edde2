using CsCheck;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using Xunit;
using static SalesAcademy.Domain.Tests.Leads.SituationGen;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class EligibilityTests
{
    private static readonly Competitor Fit = new()
    {
        Id = new Guid(99, 0, 0, new byte[8]),
        Tier = Tier.C,
        Tags = [new("language", "zh")],
        Certifications = ["crm-expert"],
        Competencies = new Dictionary<string, double> { ["discovery"] = 0.7 },
    };

    private static readonly Lead Open = new()
    {
        Id = Guid.Empty,
        Tier = Tier.C,
        Waiting = Now,
        Tags = [new("language", "zh"), new("product", "crm"), new("region", "cn")],
    };

    [Fact]
    public void A_fit_seller_passes_all_eight() => Assert.Equal([], Failing(Open, Fit));

    [Fact]
    public void The_first_refusal_is_the_first_verdict_that_refuses() =>
        AnySituation.Sample(situation => Assert.Equal(
            Eligibility.Of(Policy, situation).FirstOrDefault(verdict => !verdict.Passed)?.Rule, Eligibility.FirstRefusal(Policy, situation)));

    [Fact]
    public void Each_rule_fails_for_its_own_reason()
    {
        Assert.Equal(["r1-duplicate", "r1-contact"], Failing(Open with { Duplicate = true, ContactAllowed = false }, Fit));
        Assert.Equal(["r1-owned"], Failing(Open with { Holding = Holding.Start(new(), Fit.Id, Morning.Today) }, Fit));
        Assert.Equal(["r1-closed"], Failing(Open with { End = LeadEnd.Won }, Fit));
        Assert.Equal(["r2-tier"], Failing(Open with { Tier = Tier.B }, Fit));
        Assert.Equal(["r3-gate"], Failing(Open, Fit with { MissingGates = [new Gate.Certification("leads")] }));
        Assert.Equal(["r4-tag"], Failing(Open, Fit with { Tags = [] }));
        Assert.Equal(["r4-certification"], Failing(Open, Fit with { Certifications = [] }));
        Assert.Equal(["r4-competency"], Failing(Open, Fit with { Competencies = new Dictionary<string, double>() }));
        Assert.Equal(["r5-account"], Failing(Open with { AccountOwner = Guid.Empty }, Fit));
        Assert.Equal(["r5-cool-down"], Failing(Open with { PastOwners = [new(Fit.Id, Morning.Today.AddDays(-29))] }, Fit));
        Assert.Equal([], Failing(Open with { PastOwners = [new(Fit.Id, Morning.Today.AddDays(-30))] }, Fit));
        Assert.Equal(["r5-pool"], Failing(Open with { Cell = "key" }, Fit));
        Assert.Equal([], Failing(Open with { Cell = "key" }, Fit with { Pools = ["rest", "key"] }));
        Assert.Equal(["r6-away"], Failing(Open, Fit with { AwayUntil = Now.AddSeconds(1) }));
        Assert.Equal([], Failing(Open, Fit with { AwayUntil = Now }));
        Assert.Equal(["r7-open-leads"], Failing(Open, Fit with { OpenLeads = 4 }));
        Assert.Equal(["r8-week"], Failing(Open, Fit with { Taken = [Now.AddDays(-7).AddTicks(1), Now] }));
        Assert.Equal([], Failing(Open, Fit with { Taken = [Now.AddDays(-7), Now] }));
    }

    [Fact]
    public void A_full_week_tells_when_there_is_room_again()
    {
        var verdict = Eligibility.Of(Policy, new(Open, Fit with { Taken = [Now.AddDays(-6), Now.AddDays(-2)] }, Morning))[7];

        Assert.Equal([new Finding("r8-week", null, 2, 2)], verdict.Finding);
        Assert.Equal([new Remedy.Await(Now.AddDays(1))], verdict.Remedies);
    }

    [Fact]
    public void Shadow_is_told_to_reach_a_tier_with_a_cap() =>
        Assert.Equal(
            [new Remedy.ReachTier(Tier.C)],
            Eligibility.Of(Policy, new(Open, Fit with { Tier = Tier.Shadow }, Morning)).SelectMany(v => v.Remedies).Distinct());

    [Fact]
    public void The_remedies_of_a_refusal_turn_it_and_without_one_of_them_it_stands() =>
        AnySituation.Sample(
            situation =>
            {
                foreach (var verdict in Eligibility.Of(Policy, situation).Where(v => !v.Passed))
                {
                    Assert.NotEmpty(verdict.Finding);
                    Assert.NotEmpty(verdict.Remedies);
                    Assert.True(PassesWith(verdict.Remedies), verdict.ToString());
                    for (var i = 0; i < verdict.Remedies.Count; i++)
                        Assert.False(PassesWith(verdict.Remedies.Where((_, j) => j != i)), $"{verdict.Rule}: {verdict.Remedies[i]} is idle");

                    bool PassesWith(IEnumerable<Remedy> remedies) => Eligibility
                        .Of(Policy, remedies.Aggregate(situation, (now, remedy) => remedy.ApplyTo(now)))[(int)verdict.Rule - 1].Passed;
                }
            },
            iter: 5_000);

    [Fact]
    public void Improving_a_seller_never_closes_a_lead() =>
        Gen.Select(AnySituation, Gen.Double[0, 1], AnyTier).Sample((situation, level, tier) =>
        {
            var seller = situation.Competitor;
            var better = seller with
            {
                Tier = tier > seller.Tier ? tier : seller.Tier,
                Competencies = new Dictionary<string, double> { ["discovery"] = Math.Max(level, seller.Competencies["discovery"]) },
                Certifications = ["crm-expert"],
            };

            Assert.True(!Passes(situation) || Passes(situation with { Competitor = better }));
        });

    [Fact]
    public void Restricting_a_lead_never_opens_it() =>
        Gen.Select(AnySituation, AnyLead).Sample((situation, other) =>
        {
            var lead = situation.Lead;
            var stricter = lead with
            {
                Tier = other.Tier > lead.Tier ? other.Tier : lead.Tier,
                Tags = [.. lead.Tags, .. other.Tags],
                PastOwners = [.. lead.PastOwners, .. other.PastOwners],
                Duplicate = lead.Duplicate || other.Duplicate,
            };

            Assert.True(Passes(situation) || !Passes(situation with { Lead = stricter }));
        });

    private static bool Passes(Situation situation) => Eligibility.Of(Policy, situation).All(verdict => verdict.Passed);

    private static IEnumerable<string> Failing(Lead lead, Competitor competitor) =>
        Eligibility.Of(Policy, new(lead, competitor, Morning)).Where(v => !v.Passed).SelectMany(v => v.Finding).Select(f => f.Key);
}
