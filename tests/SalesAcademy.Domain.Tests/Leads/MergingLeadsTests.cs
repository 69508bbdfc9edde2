using CsCheck;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class MergingLeadsTests
{
    private static readonly LeadFacts Bare = new() { Company = "Kestrel Outdoor", Contact = "Dana Whitfield", Tier = Tier.C };

    private static Gen<string> Word { get; } = One("", "north", "south");

    private static Gen<LeadFacts> Any { get; } =
        from company in One("Kestrel Outdoor", "Kestrel")
        from contact in One("Dana Whitfield", "D. Whitfield")
        from tier in One(Tier.C, Tier.A)
        from texts in Word.Array[4]
        from value in One<Amount?>(null, new Amount(100, "CNY"), new Amount(100, "EUR"))
        from tags in One(new Tag("language", "en"), new Tag("language", "zh"), new Tag("region", "east-china")).Array[0, 3]
        select new LeadFacts
        {
            Company = company,
            Contact = contact,
            Tier = tier,
            About = texts[0],
            Phone = texts[1],
            Source = texts[2],
            Account = texts[3].Length == 0 ? null : texts[3],
            Value = value,
            Tags = [.. tags.Distinct()],
        };

    [Fact]
    public void What_is_lacking_is_filled_and_what_stands_there_is_kept()
    {
        var stays = Bare with { Phone = "1", Tags = [new Tag("language", "en")] };
        var other = Bare with { Contact = "D. Whitfield", Tier = Tier.A, Phone = "2", About = "46 stores", Account = "K-1", Value = new Amount(5, "GBP"), Tags = [new Tag("language", "zh"), new Tag("region", "uk-ireland")] };

        var merge = MergeLeads.Decide(stays, other);

        Assert.Equal(["about", "account", "value", "region"], merge.Filled);
        Assert.Equal(["contact", "tier", "phone", "language"], merge.Differing);
        Assert.Equal(("46 stores", "1", "K-1", new Amount(5, "GBP"), Tier.C, "Dana Whitfield"), (merge.Lead.About, merge.Lead.Phone, merge.Lead.Account, merge.Lead.Value, merge.Lead.Tier, merge.Lead.Contact));
        Assert.Equal([new Tag("language", "en"), new Tag("region", "uk-ireland")], merge.Lead.Tags);
    }

    [Fact]
    public void A_lead_that_says_less_says_nothing_new() =>
        Assert.True(MergeLeads.Decide(Bare with { Phone = "1", Source = "Fair", Tags = [new Tag("language", "en")] }, Bare).SaysNothingNew);

    [Fact]
    public void Once_merged_the_same_lead_fills_nothing_more_and_differs_where_it_did() => Gen.Select(Any, Any).Sample((stays, other) =>
    {
        var first = MergeLeads.Decide(stays, other);

        var again = MergeLeads.Decide(first.Lead, other);

        Assert.Empty(again.Filled);
        Assert.Equal(first.Differing, again.Differing);
    });

    [Fact]
    public void Nothing_that_stands_there_is_ever_written_over() => Gen.Select(Any, Any).Sample((stays, other) =>
    {
        var lead = MergeLeads.Decide(stays, other).Lead;

        Assert.Equal((stays.Company, stays.Contact, stays.Tier), (lead.Company, lead.Contact, lead.Tier));
        Assert.True(stays.Phone is "" || stays.Phone == lead.Phone);
        Assert.True(stays.Value is null || stays.Value == lead.Value);
        Assert.True(stays.Account is null || stays.Account == lead.Account);
        Assert.Equal(stays.Tags, lead.Tags.Take(stays.Tags.Count));
        Assert.DoesNotContain(lead.Tags.Skip(stays.Tags.Count), tag => stays.Tags.Any(own => own.Kind == tag.Kind));
    });

    [Fact]
    public void Without_what_was_filled_the_lead_is_what_it_was() => Gen.Select(Any, Any.Array[0, 4]).Sample((own, others) =>
    {
        var merges = MergeLeads.InOrder(own, others);

        var without = MergeLeads.Without(merges.Count == 0 ? own : merges[^1].Lead, merges.SelectMany(merge => merge.Filled));

        Assert.Equal(own with { Tags = [] }, without with { Tags = [] });
        Assert.Equal(own.Tags, without.Tags);
    });

    private static Gen<T> One<T>(params T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);
}
