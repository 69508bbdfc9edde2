using CsCheck;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using static SalesAcademy.Domain.Tests.Leads.SituationGen;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class ExplorationTests
{
    private static readonly LeadPolicy Exploring = Policy with { Exploration = 0.05 };

    private static Gen<Lead> OfAnyId { get; } = Gen.Select(AnyLead, Gen.Guid).Select((lead, id) => lead with { Id = id });

    private static Gen<Lead> Drawn { get; } = Gen.Select(OfAnyId, Gen.Int[0, 10_000]).Select((lead, from) =>
        lead with { Id = Enumerable.Range(from, 1_000).Select(i => new Guid(i, 9, 9, new byte[8])).First(id => Exploration.Draw(Policy.Seed, id) < 0.05) });

    [Fact]
    public void Without_a_share_nothing_changes_and_with_one_nothing_changes_for_leads_the_lot_does_not_fall_on() =>
        Gen.Select(AnyTeam, OfAnyId.Array[1, 20]).Sample((team, leads) =>
        {
            Assert.All(Decide(Policy, team, leads), decision => Assert.False(decision.Explored));
            LeadPolicy other = Exploring;
            Assert.Equal(
                Decide(Policy, team, [.. leads.Where(lead => !Exploration.Falls(other, lead))]).Select(InFull),
                Decide(other, team, [.. leads.Where(lead => !Exploration.Falls(other, lead))]).Select(InFull));
        }, iter: 200);

    [Fact]
    public void Chance_chooses_only_at_the_edge_of_the_tier_among_those_who_pass_every_other_rule() =>
        Gen.Select(AnyTeam, Drawn).Sample((team, lead) =>
        {
            var decision = Decide(Exploring, team, [lead])[0];
            var fit = team.Where(c => c.Cell == lead.Cell && (int)lead.Tier - (int)c.Tier is 0 or 1 && Eligibility.Of(Exploring, new(lead, c, Morning)).All(v => v.Passed || v.Rule == Rule.Tier)).ToArray();

            Assert.Equal(lead.Tier <= Tier.B && fit.Any(c => c.Tier < lead.Tier), decision.Explored);
            if (!decision.Explored)
                return;
            Assert.Equal(fit.Select(c => c.Id).Order().Take(fit.Length), decision.Ranking.Select(c => c.Person).Order());
            var winner = team.Single(c => c.Id == decision.Winner!.Value.Person);
            Assert.IsType<Accepted<LeadChange>>(AssignLead.Decide(Exploring, "hash", new(lead, winner, Morning), explored: true));
            Assert.Equal(winner.Tier >= lead.Tier, AssignLead.Decide(Exploring, "hash", new(lead, winner, Morning)) is Accepted<LeadChange>);
        }, iter: 2_000);

    [Fact]
    public void Asked_again_in_any_order_of_sellers_it_is_the_same_and_V_is_not_lifted_by_chance() =>
        Gen.Select(AnyTeam, Drawn.Array[1, 6]).Sample((team, leads) =>
        {
            Assert.Equal(Decide(Exploring, team, leads).Select(InFull), Decide(Exploring, [.. team.Reverse()], leads).Select(InFull));
            var engine = Seated(Exploring, team);
            foreach (var decision in leads.Select(lead => engine.Decide(lead, Morning)).Take(1).Where(d => d.Explored))
            {
                var before = engine.CellTime("");
                engine.Apply(decision);
                Assert.Equal(before, engine.CellTime(""));
            }
        }, iter: 300);

    [Fact]
    public void As_many_leads_are_drawn_as_the_policy_says_and_no_seller_is_favoured()
    {
        var leads = Enumerable.Range(0, 20_000).Select(i => new Guid(i, 5, 5, new byte[8])).ToArray();
        Assert.InRange(leads.Count(id => Exploration.Draw("policy-7", id) < 0.05), 880, 1_120); // 1000, within four standard deviations

        var ties = Enumerable.Range(0, 10).Select(i => Stride.Tie("policy-7", $"seller-{i}")).ToArray();
        var won = leads.Select(id => Stride.Tie("policy-7", $"lot|{id}")).Select(lead => ties.Index().MinBy(tie => Exploration.Lot(tie.Item, lead)).Index).CountBy(index => index).Select(count => count.Value);
        Assert.All(won, count => Assert.InRange(count, 1_830, 2_170)); // 2000 each, likewise
        Assert.Equal(0.0, Exploration.Draw("policy-7", leads[0]) - Exploration.Draw("policy-7", leads[0]));
        Assert.NotEqual(Exploration.Draw("policy-7", leads[0]), Exploration.Draw("policy-8", leads[0]));
    }

    private static AssignmentDecision[] Decide(LeadPolicy policy, Competitor[] team, Lead[] leads)
    {
        var engine = Seated(policy, team);
        return [.. leads.Select(lead =>
        {
            var decision = engine.Decide(lead, Morning);
            engine.Apply(decision);
            return decision;
        })];
    }

    private static AssignmentEngine Seated(LeadPolicy policy, Competitor[] team)
    {
        var engine = new AssignmentEngine(policy, Now);
        foreach (var competitor in team)
            engine.Join(competitor);
        return engine;
    }

    private static string InFull(AssignmentDecision d) =>
        $"{d.Lead} {d.At:O} {d.Sequence} {d.Outcome} {d.Size} {d.AwayIgnored} {d.Alert} {d.Explored} {string.Join(' ', d.Ranking)} {string.Join(' ', d.Failures)}";
}
