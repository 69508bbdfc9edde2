using System.Globalization;
using CsCheck;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using Xunit;
using static SalesAcademy.Domain.Tests.Leads.SituationGen;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class AssignmentEngineTests
{
    [Fact]
    public void It_chooses_ranks_and_counts_as_asking_every_seller_would() =>
        Gen.Select(AnyTeam, Gen.Select(AnyLead, Gen.Int[0, 40]).Array[1, 25]).Sample(
            (team, leads) =>
            {
                var engine = Seated(team);
                var moment = Morning;
                foreach (var (lead, hours) in leads)
                {
                    moment = Later(moment, hours);
                    var decision = engine.Decide(lead, moment);
                    // The turn is among those who stand in the lead's cell; members of its pool who stand elsewhere may claim.
                    var asked = team.Where(c => c.Cell == lead.Cell).Select(c => engine.CompetitorOf(c.Id))
                        .Select(c => (Seller: c, Failed: Eligibility.Of(Policy, new(lead, c, moment)).FirstOrDefault(v => !v.Passed)?.Rule))
                        .ToArray();

                    Assert.Equal(
                        asked.Where(a => a.Failed is null).Select(a => a.Seller)
                            .OrderBy(c => engine.StrideOf(c.Id).Key(c.Weight))
                            .ThenBy(c => engine.StrideOf(c.Id).LastSequence)
                            .ThenBy(c => Stride.Tie(Policy.Seed, c.TieId))
                            .Select(c => c.Id).Take(11),
                        decision.Ranking.Select(c => c.Person));
                    Assert.All(Enum.GetValues<Rule>(), rule => Assert.Equal(asked.Count(a => a.Failed == rule), decision.Failed(rule)));
                    engine.Apply(decision);
                }
            },
            iter: 300);

    [Fact]
    public void Adding_a_seller_who_fails_changes_no_decision() =>
        Gen.Select(AnyTeam, AnyLead.Array[1, 20]).Sample((team, leads) =>
        {
            var stranger = new Competitor { Id = new Guid(77, 0, 0, new byte[8]), Tier = Tier.Enterprise, MissingGates = [new Gate.Inactive()] };

            Assert.Equal(Winners(Seated(team), leads), Winners(Seated([.. team, stranger]), leads));
        }, iter: 200);

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_order_of_sellers_and_the_culture_change_no_decision(string culture) =>
        Gen.Select(AnyTeam, AnyLead.Array[1, 20]).Sample((team, leads) =>
        {
            var expected = Winners(Seated(team), leads);

            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                Assert.Equal(expected, Winners(Seated([.. team.Reverse()]), leads));
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }, iter: 100);

    [Fact]
    public void Restored_in_the_middle_it_goes_on_as_before() =>
        Gen.Select(AnyTeam, AnyLead.Array[2, 20]).Sample((team, leads) =>
        {
            var first = Seated(team);
            Winners(first, leads[..(leads.Length / 2)]);
            var second = new AssignmentEngine(Policy, Now, first.Sequence);
            foreach (var cell in (string[])["", "key"])
                second.RestoreCell(cell, first.CellTime(cell));
            foreach (var seller in team)
                second.Restore(first.CompetitorOf(seller.Id), first.StrideOf(seller.Id));

            var rest = leads[(leads.Length / 2)..];
            Assert.Equal(Winners(first, rest), Winners(second, rest));
        }, iter: 200);

    [Fact]
    public void Shares_follow_weights_and_the_weekly_cap_is_never_exceeded()
    {
        var engine = new AssignmentEngine(new LeadPolicy { Version = 1, Seed = "s" }, Now);
        foreach (var (i, weight) in new[] { 1, 2, 3 }.Index())
            engine.Join(new Competitor { Id = new Guid(i, 0, 0, new byte[8]), Tier = Tier.A, Weight = weight });

        var winners = Winners(engine, [.. Enumerable.Repeat(Fresh, 24)]);
        Assert.Equal([4, 8, 12], winners.CountBy(w => w!.Value).OrderBy(c => c.Value).Select(c => c.Value));

        var all = winners.Concat(Winners(engine, [.. Enumerable.Repeat(Fresh, 50)])).ToArray();
        Assert.All(all.OfType<Guid>().CountBy(w => w), count => Assert.Equal(15, count.Value));
    }

    [Theory]
    [InlineData(EverybodyAway.Hold, 0, AssignmentOutcome.Held, false)]
    [InlineData(EverybodyAway.Hold, 24, AssignmentOutcome.Pool, true)]
    [InlineData(EverybodyAway.Overflow, 0, AssignmentOutcome.Pool, false)]
    [InlineData(EverybodyAway.Ignore, 0, AssignmentOutcome.Assigned, false)]
    public void Everybody_away_is_a_policy(EverybodyAway rule, int waited, AssignmentOutcome outcome, bool alert)
    {
        var engine = new AssignmentEngine(new LeadPolicy { Version = 1, Seed = "s", EverybodyAway = rule }, Now);
        engine.Join(new Competitor { Id = Guid.Empty, Tier = Tier.C, AwayUntil = Now.AddHours(1) });

        var decision = engine.Decide(Fresh with { Waiting = Now.AddHours(-waited) }, Morning);

        Assert.Equal((outcome, alert, rule == EverybodyAway.Ignore, 1),
            (decision.Outcome, decision.Alert, decision.AwayIgnored, decision.Failed(Rule.Available)));
    }

    [Fact]
    public void Whoever_comes_back_by_the_clock_does_not_catch_up()
    {
        var (here, away) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        var engine = new AssignmentEngine(new LeadPolicy { Version = 1, Seed = "s" }, Now);
        engine.Join(new Competitor { Id = here, Tier = Tier.A });
        engine.Join(new Competitor { Id = away, Tier = Tier.A, AwayUntil = Now.AddHours(1) });
        Winners(engine, [.. Enumerable.Repeat(Fresh, 6)]);

        var decision = engine.Decide(Fresh, Later(Morning, 1));

        Assert.Equal((away, 5_000_000), (decision.Winner!.Value.Person, decision.Winner.Value.VirtualTime));
    }

    [Fact]
    public void Whoever_rises_from_a_tier_without_leads_does_not_catch_up()
    {
        var (seller, newcomer) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        var engine = new AssignmentEngine(new LeadPolicy { Version = 1, Seed = "s" }, Now);
        engine.Join(new Competitor { Id = seller, Tier = Tier.A });
        engine.Join(new Competitor { Id = newcomer, Tier = Tier.Shadow });
        Winners(engine, [.. Enumerable.Repeat(Fresh, 6)]);

        engine.Update(new Competitor { Id = newcomer, Tier = Tier.C });

        Assert.Equal([newcomer, seller, newcomer, seller], Winners(engine, [.. Enumerable.Repeat(Fresh, 4)]));
    }

    [Fact]
    public void A_decision_is_applied_once_and_only_while_it_is_the_latest()
    {
        var engine = new AssignmentEngine(Policy, Now);
        engine.Join(new Competitor { Id = Guid.Empty, Tier = Tier.A });
        var decision = engine.Decide(Fresh, Morning);
        engine.Apply(decision);

        Assert.Throws<InvalidOperationException>(() => engine.Apply(decision));
    }

    [Fact]
    public void A_closed_lead_makes_room()
    {
        var engine = new AssignmentEngine(Policy, Now);
        engine.Join(new Competitor { Id = Guid.Empty, Tier = Tier.C, OpenLeads = 4 });

        Assert.Equal(1, engine.Decide(Fresh, Morning).Failed(Rule.OpenCap));
        engine.CloseLead(Guid.Empty);
        Assert.Equal(AssignmentOutcome.Assigned, engine.Decide(Fresh, Morning).Outcome);
    }

    private static Lead Fresh => new() { Id = Guid.Empty, Tier = Tier.C, Waiting = Now };

    private static AssignmentEngine Seated(IEnumerable<Competitor> team)
    {
        var engine = new AssignmentEngine(Policy, Now);
        foreach (var seller in team)
            engine.Join(seller);
        return engine;
    }

    private static IReadOnlyList<Guid?> Winners(AssignmentEngine engine, Lead[] leads) =>
    [
        .. leads.Select(lead =>
        {
            var decision = engine.Decide(lead, Morning);
            engine.Apply(decision);
            return decision.Winner?.Person;
        }),
    ];

    private static Moment Later(Moment moment, int hours) =>
        new(moment.At.AddHours(hours), DateOnly.FromDateTime(moment.At.AddHours(hours).Date));
}
