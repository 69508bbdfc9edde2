using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Content.Tests;

public sealed class ReadingPoolsTests
{
    private const string File = "policies/pools.yml";

    private const string Good =
        """
        pools:
          - id: key
            name: { en: Key accounts, zh-Hans: 大客户公海 }
            takes: { tier: [A, Enterprise] }
            members: { teams: [North], tags: { language: [zh, en] } }
            seen-by: members
          - id: fair
            name: { en: Fairs, zh-Hans: 展会公海 }
            takes: { source: [Trade fair], tags: { region: [north] } }
            members: everyone
          - id: rest
            name: { en: Everything else, zh-Hans: 其他线索 }
            takes: everything
            members: everyone
            seen-by: everyone

        """;

    /// <summary>Code and line reported when the text is replaced.</summary>
    public static TheoryData<string, int, string, string> Errors => new()
    {
        { "pool-twice", 7, "id: fair", "id: key" },
        { "pool-unreachable", 7, "takes: { source: [Trade fair], tags: { region: [north] } }", "takes: { tier: [A], source: [Trade fair] }" },
        { "pool-unreachable", 11, "takes: { source: [Trade fair], tags: { region: [north] } }", "takes: everything" },
        { "pool-rest", 11, "takes: everything", "takes: { tier: [C] }" },
        { "pool-contradiction", 15, "takes: everything\n    members: everyone\n    seen-by: everyone", "takes: everything\n    members: everyone\n    seen-by: members" },
        { "field-value", 4, "tier: [A, Enterprise]", "tier: [Gold]" },
        { "field-value", 4, "{ tier: [A, Enterprise] }", "{}" },
        { "field-value", 4, "tier: [A, Enterprise]", "tier: []" },
        { "field-value", 5, "{ teams: [North], tags: { language: [zh, en] } }", "{}" },
        { "field-value", 5, "teams: [North]", "teams: North" },
        { "field-unknown", 5, "teams: [North]", "team: [North]" },
        { "field-value", 6, "seen-by: members", "seen-by: nobody" },
        { "policy-tag", 5, "language: [zh, en]", "taste: [sweet]" },
        { "reference-missing", 5, "teams: [North]", "profiles: [magician]" },
        { "field-missing", 11, "    takes: everything\n", "" },
        { "field-languages", 3, "{ en: Key accounts, zh-Hans: 大客户公海 }", "Key accounts" },
    };

    [Fact]
    public void Pools_are_read_in_their_order_with_what_they_take_and_whose_they_are()
    {
        using var content = new ContentBuilder().Text(File, Good);

        var catalogue = content.Good();

        Assert.Equal(["key", "fair", "rest"], catalogue.Leads.Pools.Select(pool => pool.Id));
        Assert.Equal("展会公海", catalogue.Pools[1].Name.Chinese);
        Assert.Equal([false, true, true], catalogue.Leads.Pools.Select(pool => pool.IsOpen));
        Assert.Equal("key", catalogue.Leads.CellOf(Tier.A, "Trade fair", [new("region", "north")]));
        Assert.Equal("fair", catalogue.Leads.CellOf(Tier.B, "Trade fair", [new("region", "north")]));
        Assert.Equal("rest", catalogue.Leads.CellOf(Tier.B, "Trade fair", []));
        Assert.Equal(["key", "fair", "rest"], catalogue.Leads.OfSeller("sdr", "North", [new("language", "en")]));
        Assert.Equal(["fair", "rest"], catalogue.Leads.OfSeller("sdr", "South", [new("language", "en")]));
    }

    [Theory, MemberData(nameof(Errors))]
    public void A_mistake_is_reported_with_its_place_and_what_to_do(string code, int line, string old, string text)
    {
        using var content = new ContentBuilder().Text(File, Good).Replace(File, old, text);

        var found = content.Compile().Problems;

        Assert.Contains(found, problem => (problem.Code, problem.File, problem.Line) == (code, File, line) && problem.Remedy.Length > 0);
    }

    [Fact]
    public void Pools_are_part_of_the_lead_policy_and_of_its_hash()
    {
        using var content = new ContentBuilder();
        var without = content.Good();
        var with = content.Text(File, Good).Good();
        var other = content.Replace(File, "seen-by: members", "seen-by: everyone").Good();

        Assert.Equal(3, new[] { without.LeadsHash, with.LeadsHash, other.LeadsHash }.Distinct().Count());
        Assert.Contains(with.Archive, entry => entry.Hash == with.LeadsHash);
        Assert.Equal(["policies/leads.yml", File, "policies/readiness.yml"], with.Policies.Select(policy => policy.Path));
        Assert.Equal(new PolicyChange(File, "pools › key › seen-by", "members", "everyone"), Assert.Single(PolicyChange.Between(with.Policies, other.Policies)));
        Assert.Contains(PolicyChange.Between(without.Policies, with.Policies), change => change is { Setting: "pools", Before: null, After: "key, fair, rest" });
    }

    [Fact]
    public void Policies_in_force_decide_whether_there_are_pools_whatever_the_folder_holds()
    {
        using var content = new ContentBuilder();
        var without = content.Good();
        var with = content.Text(File, Good).Good();

        var before = ContentCompiler.Under(with, without.Policies, without).Catalogue!;
        var after = ContentCompiler.Under(without, with.Policies, without).Catalogue!;

        Assert.Empty(before.Leads.Pools);
        Assert.Equal((without.LeadsHash, without.Hash), (before.LeadsHash, before.Hash));
        Assert.Equal((3, with.LeadsHash), (after.Leads.Pools.Count, after.LeadsHash));
    }
}
