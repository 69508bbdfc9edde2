using CsCheck;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using Xunit;
using static SalesAcademy.Domain.Tests.Leads.SituationGen;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class PoolsTests
{
    private static readonly Tag[] Possible = [new("region", "north"), new("region", "south"), new("language", "zh"), new("language", "en")];

    private static readonly Gen<Tag[]> AnyTags = Gen.Int[0, 3].Array[0, 3].Select(places => places.Distinct().Select(place => Possible[place]).ToArray());

    private static readonly Gen<PoolIntake> AnyIntake =
        from tiers in Gen.Int[1, 4].Array[0, 3]
        from source in Gen.Int[0, 2]
        from asked in AnyTags
        select new PoolIntake([.. tiers.Distinct().Select(tier => (Tier)tier)], source == 0 ? [] : source == 1 ? ["fair"] : ["fair", "web"], [.. asked.GroupBy(tag => tag.Kind).Select(kind => new PoolTags(kind.Key, [.. kind.Select(tag => tag.Value)]))]);

    private static readonly Gen<Lead> AnyPlace =
        from tier in Gen.Int[1, 4]
        from source in Gen.Int[0, 2]
        from tags in AnyTags
        select new Lead { Id = Guid.Empty, Tier = (Tier)tier, Source = source == 0 ? "" : source == 1 ? "fair" : "web", Waiting = Now, Tags = tags };

    private static readonly Gen<LeadPolicy> AnyPolicy = AnyIntake.Array[1, 4].Select(intakes => Policy with
    {
        Pools = [.. intakes.Select((takes, place) => new PoolRule($"pool-{place}", takes, new PoolMembers(["North"], [], []), IsOpen: place % 2 == 0)), new PoolRule("rest", PoolIntake.Everything, PoolMembers.Everybody)],
    });

    [Fact]
    public void A_lead_falls_into_the_first_pool_that_takes_it_and_always_into_one() =>
        Gen.Select(AnyPolicy, AnyPlace).Sample((policy, lead) =>
        {
            var cell = policy.Placed(lead).Cell;

            var place = policy.Pools.Index().First(pool => pool.Item.Id == cell).Index;
            Assert.True(policy.Pools[place].Takes.Fits(lead.Tier, lead.Source, lead.Tags));
            Assert.DoesNotContain(policy.Pools.Take(place), earlier => earlier.Takes.Fits(lead.Tier, lead.Source, lead.Tags));
        });

    [Fact]
    public void What_an_intake_covers_it_takes() =>
        Gen.Select(AnyIntake, AnyIntake, AnyPlace).Sample((one, other, lead) =>
            Assert.True(!one.Covers(other, lead.Tier) || !other.Fits(lead.Tier, lead.Source, lead.Tags) || one.Fits(lead.Tier, lead.Source, lead.Tags)), iter: 20_000);

    [Fact]
    public void A_seller_stands_in_the_first_pool_that_fits_and_may_claim_from_the_others()
    {
        var policy = Policy with
        {
            Pools =
            [
                new("key", new([Tier.A], [], []), new(["North"], ["ae"], []), IsOpen: false), new("east", new([], [], [new("region", ["east"])]), new([], [], [new("region", ["east"])])),
                new("rest", PoolIntake.Everything, PoolMembers.Everybody),
            ],
        };

        Assert.Equal(["key", "rest"], policy.OfSeller("ae", "North", []));
        Assert.Equal(["east", "rest"], policy.OfSeller("sdr", "North", [new("region", "east")]));
        Assert.Equal(["rest"], policy.OfSeller("ae", null, []));
        Assert.Empty(Policy.OfSeller("ae", "North", []));
    }

    [Fact]
    public void Nobody_is_given_or_claims_a_lead_of_a_pool_without_being_a_member() =>
        AnySituation.Sample(situation =>
        {
            var member = situation.Competitor.Cell == situation.Lead.Cell || situation.Competitor.Pools.Contains(situation.Lead.Cell);

            Assert.True(member || ClaimLead.Decide(Policy, "hash", situation) is Refused<LeadChange>);
            Assert.True(member || AssignLead.Decide(Policy, "hash", situation, awayIgnored: true) is Refused<LeadChange>);
        });

    [Fact]
    public void A_hidden_pool_is_seen_by_its_members_only()
    {
        var policy = Policy with { Pools = [new("key", new([Tier.A], [], []), new(["North"], [], []), IsOpen: false), new("rest", PoolIntake.Everything, PoolMembers.Everybody)] };
        var lead = policy.Placed(new Lead { Id = Guid.Empty, Tier = Tier.A, Waiting = Now });

        Assert.True(policy.MaySee(new Competitor { Id = Guid.Empty, Tier = Tier.A, Cell = "rest", Pools = ["rest", "key"] }, lead));
        Assert.False(policy.MaySee(new Competitor { Id = Guid.Empty, Tier = Tier.A, Cell = "rest", Pools = ["rest"] }, lead));
        Assert.True(policy.MaySee(new Competitor { Id = Guid.Empty, Tier = Tier.A, Cell = "rest", Pools = ["rest"] }, lead with { Cell = "rest" }));
    }
}
