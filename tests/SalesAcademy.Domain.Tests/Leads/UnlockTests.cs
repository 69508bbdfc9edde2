using CsCheck;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Tests.Readiness;
using Xunit;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class UnlockTests
{
    private static readonly DateOnly Yesterday = Someone.Today.AddDays(-1);

    private static readonly LeadPolicy Policy = new()
    {
        Version = 3,
        Seed = "policy-7",
        TagDemands = [new("language", null, true, null, null, 0), new("product", "crm", false, null, "discovery", 0.5)],
    };

    private static readonly Effort[] Everything = LeastEffortTests.Efforts([12, 9, 15, 11, 8, 14, 20, 25, 5, 30, 30, 30], [0, 0, 0, 0, 0, 0, 3, 2, 0, 0, 0, 0]);

    private static Gen<Inflow> AnyInflow { get; } =
        from counts in Gen.Select(Gen.Int[1, 4], Gen.Int[0, 5], Gen.Int[1, 40], Gen.Int[0, 6]).Array[0, 8]
        select new Inflow(Yesterday.AddDays(-27), Yesterday, [.. counts.Select(c => new LeadKind((Tier)c.Item1, Tags(c.Item2), c.Item3, c.Item4)).DistinctBy(kind => (kind.Tier, string.Join(',', kind.Tags)))]);

    private static Gen<(Competitor Seller, Prospect Prospect)> AnySeller { get; } =
        from record in Someone.AnyRecord
        from held in Gen.Int[0, 3]
        from tier in Gen.Int[0, 2]
        from zh in Gen.Bool
        from open in Gen.Int[0, 40]
        select Seller(record with { Standing = held == 3 ? Someone.Certified : new Standing(new HashSet<string>(held > 0 ? ["sales-process"] : []), new HashSet<string>(held > 1 ? ["welcome"] : [])) }, (Tier)tier, zh, open);

    [Fact]
    public void What_is_suggested_opens_what_it_says_and_closes_nothing() =>
        Gen.Select(AnySeller, AnyInflow).Sample((of, inflow) =>
        {
            var (unlock, why) = Unlock.Of(Policy, of.Seller, of.Prospect, Everything, inflow);

            Assert.True(unlock is null ^ why is null);
            if (unlock is null)
                return;
            var after = Unlock.As(of.Seller, of.Prospect.After([.. unlock.Steps.Select(step => step.Event)]));
            Assert.NotEmpty(unlock.Steps);
            Assert.True(unlock.Minutes > 0);
            var newly = inflow.Kinds.Where(kind => Passes(kind, after) && !Passes(kind, of.Seller)).ToArray();
            Assert.Equal(newly.Sum(kind => kind.Count), unlock.Came);
            Assert.True(unlock.Came > 0 && unlock.AWeek > 0 && unlock.AWeek <= unlock.Cap && unlock.Share <= unlock.AWeek);
            Assert.All(inflow.Kinds, kind => Assert.True(!Passes(kind, of.Seller) || Passes(kind, after)));
        }, iter: 150);

    [Fact]
    public void More_leads_of_the_kinds_that_come_never_open_fewer() =>
        Gen.Select(AnySeller, AnyInflow, Gen.Int[1, 50]).Sample((of, inflow, more) =>
        {
            var before = Unlock.Of(Policy, of.Seller, of.Prospect, Everything, inflow).Best;
            var after = Unlock.Of(Policy, of.Seller, of.Prospect, Everything, inflow with { Kinds = [.. inflow.Kinds.Select(kind => kind with { Count = kind.Count + more })] }).Best;

            Assert.Equal(before?.Steps.Select(step => step.Id), after?.Steps.Select(step => step.Id));
            Assert.True(before is null || (after!.AWeek >= before.AWeek && after.Share >= before.Share && after.Came > before.Came));
        }, iter: 60);

    [Fact]
    public void The_order_of_efforts_and_kinds_says_nothing() =>
        Gen.Select(AnySeller, AnyInflow).Sample((of, inflow) =>
        {
            var one = Unlock.Of(Policy, of.Seller, of.Prospect, Everything, inflow);
            var other = Unlock.Of(Policy, of.Seller, of.Prospect, [.. Everything.Reverse()], inflow with { Kinds = [.. inflow.Kinds.Reverse()] });

            Assert.Equal(one.Why, other.Why);
            Assert.Equal(one.Best?.Steps.Select(step => step.Id), other.Best?.Steps.Select(step => step.Id));
            Assert.Equal((one.Best?.AWeek, one.Best?.Share), (other.Best?.AWeek, other.Best?.Share));
        }, iter: 60);

    [Fact]
    public void One_certificate_of_25_minutes_opens_six_B_leads_a_week_two_of_them_by_turn()
    {
        // Everything is right and observed; only the certificate of tier B is missing.
        var (seller, prospect) = Seller(Ready(["sales-process"]), Tier.C);

        var (unlock, _) = Unlock.Of(Policy, seller, prospect, Everything, Came(new LeadKind(Tier.B, [], 24, 2), new LeadKind(Tier.C, [], 40, 5)));

        Assert.Equal(["certification:leads"], unlock!.Steps.Select(step => step.Id).Where(id => id.StartsWith("certification", StringComparison.Ordinal)));
        Assert.Equal([new Opened(Tier.B, 24)], unlock.Opens);
        Assert.Equal((6m, 2m), (unlock.AWeek, unlock.Share));
    }

    [Fact]
    public void The_cap_of_the_tier_reached_bounds_the_figure()
    {
        var (seller, prospect) = Seller(Ready(["sales-process"]), Tier.C);

        var (unlock, _) = Unlock.Of(Policy with { WeeklyCap = [0, 5, 5, 5, 5] }, seller, prospect, Everything, Came(new LeadKind(Tier.B, [], 80)));

        Assert.Equal((5m, 5m, true), (unlock!.AWeek, unlock.Share, unlock.IsCapped));
    }

    [Fact]
    public void A_competency_that_a_product_asks_for_opens_its_leads_without_another_tier()
    {
        var (seller, prospect) = Seller(Someone.Record(Someone.AllRight(0).Where(answer => answer.Family.StartsWith("process", StringComparison.Ordinal)), standing: new Standing(new HashSet<string> { "sales-process" }, new HashSet<string> { "welcome" })), Tier.C);

        var (unlock, _) = Unlock.Of(Policy, seller, prospect, Everything, Came(new LeadKind(Tier.C, [new Tag("product", "crm")], 4)));

        Assert.All(unlock!.Steps, step => Assert.StartsWith("lesson:discovery", step.Id, StringComparison.Ordinal));
        Assert.Equal(seller.Tier, unlock.After.Tier);
        Assert.Equal(1m, unlock.AWeek);
    }

    [Fact]
    public void Where_nothing_opens_it_says_why()
    {
        var (ready, prospect) = Seller(Ready(["sales-process"]), Tier.C);
        var b = Came(new LeadKind(Tier.B, [], 24));

        Assert.Equal(NothingOpens.NoneCame, Unlock.Of(Policy, ready, prospect, Everything, Came()).Why);
        Assert.Equal(NothingOpens.NoneCame, Unlock.Of(Policy, ready, prospect, Everything, Came(new LeadKind(Tier.C, [], 9))).Why); // tier B could be reached
        Assert.Equal(NothingOpens.OutOfReach, Unlock.Of(Policy, ready, prospect, [], b).Why);
        Assert.Equal(NothingOpens.OutOfReach, Unlock.Of(Policy, ready, prospect, [], Came(new LeadKind(Tier.C, [new Tag("language", "zh")], 9))).Why);
        Assert.Equal(NothingOpens.AllOpen, Unlock.Of(Policy, ready, prospect, [], Came(new LeadKind(Tier.C, [], 9))).Why);
        Assert.Equal(NothingOpens.Full, Unlock.Of(Policy, ready with { OpenLeads = 99 }, prospect, Everything, b).Why);
        var (held, open) = Seller(Ready(["sales-process", "leads"]), Tier.C);
        Assert.Equal(NothingOpens.BySelf, Unlock.Of(Policy, held, open, Everything, b).Why);
    }

    [Fact]
    public void Leads_are_counted_by_what_they_ask_and_sellers_by_whom_it_suits()
    {
        (Tier, IReadOnlyList<Tag>)[] leads =
        [
            (Tier.C, [new Tag("language", "zh"), new Tag("industry", "food")]), (Tier.C, [new Tag("industry", "retail"), new Tag("language", "zh")]), (Tier.B, []),
        ];
        Competitor[] sellers =
        [
            new() { Id = Guid.CreateVersion7(), Tier = Tier.C, Tags = [new Tag("language", "zh")], OpenLeads = 99, AwayUntil = DateTimeOffset.MaxValue }, new() { Id = Guid.CreateVersion7(), Tier = Tier.B, MissingGates = [new Gate.Inactive()] },
        ];

        var inflow = Inflow.Of(Policy, Yesterday, leads, sellers);

        Assert.Equal([(Tier.C, "zh", 2, 1), (Tier.B, "", 1, 0)], inflow.Kinds.Select(kind => (kind.Tier, string.Join(',', kind.Tags.Select(tag => tag.Value)), kind.Count, kind.Sellers)));
        Assert.Equal((Yesterday.AddDays(-27), 3, 2), (inflow.From, inflow.Count, inflow.Of(Tier.C)));
    }

    [Fact]
    public void Whom_a_kind_suits_passes_every_rule_with_a_lead_of_it_when_at_work_and_with_room() =>
        Gen.Select(SituationGen.AnyLead, SituationGen.AnyCompetitor).Sample((lead, seller) =>
        {
            var kind = Inflow.Of(SituationGen.Policy, Yesterday, [(lead.Tier, lead.Tags, lead.Cell)], []).Kinds[0];
            var fresh = lead with { Holding = null, End = null, Duplicate = false, ContactAllowed = true, AccountOwner = null, PastOwners = [] };
            var rested = seller with { AwayUntil = null, OpenLeads = 0, Taken = [] };

            Assert.Equal(Eligibility.Of(SituationGen.Policy, new(fresh, rested, SituationGen.Morning)).All(verdict => verdict.Passed), Inflow.Suits(SituationGen.Policy, kind, seller));
        });

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(3, 0, 0, null)]
    [InlineData(3, 5, 5, 0)]
    [InlineData(12, 5, 5, 10)] // seven left, five in seven days
    [InlineData(6, 5, 14, 1)]
    public void A_backlog_is_given_out_at_the_caps(int waiting, int room, int cap, int? days) => Assert.Equal(days, Backlog.Days(waiting, room, cap));

    private static bool Passes(LeadKind kind, Competitor seller) => Eligibility.Of(Policy, new(
        new Lead { Id = Guid.Empty, Tier = kind.Tier, Tags = kind.Tags, Waiting = SituationGen.Now }, seller with { AwayUntil = null, OpenLeads = 0, Taken = [] }, SituationGen.Morning)).All(verdict => verdict.Passed);

    private static Inflow Came(params LeadKind[] kinds) => new(Yesterday.AddDays(-27), Yesterday, kinds);

    private static SellerRecord Ready(string[] certificates) => Someone.Record(
        Someone.AllRight(0), Someone.Look(Someone.Coach, 4, 10).Concat(Someone.Look(Someone.Mentor, 4, 20)), new Standing(new HashSet<string>(certificates), new HashSet<string> { "welcome" }));

    private static (Competitor Seller, Prospect Prospect) Seller(SellerRecord record, Tier tier, bool zh = false, int open = 0)
    {
        var prospect = LeastEffortTests.Of(record, tier);
        return (Unlock.As(new Competitor { Id = Someone.Seller, Tier = tier, Tags = zh ? [new Tag("language", "zh")] : [], OpenLeads = open }, prospect.Now), prospect);
    }

    private static Tag[] Tags(int i) => ((Tag[][])[[], [new("language", "zh")], [new("product", "crm")], [new("language", "en")], [new("language", "zh"), new("product", "crm")], [new("product", "erp")]])[i];
}
