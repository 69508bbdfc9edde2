using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Content.Documents;

/// <summary>Reads policies/pools.yml into the records of Domain and names pools that no lead or nobody can reach. Whether a team exists is known where people are.</summary>
internal static class PoolReader
{
    private const int Most = 20;

    private static readonly Tier[] LeadTiers = [Tier.C, Tier.B, Tier.A, Tier.Enterprise];

    public static object Read(YamlFile file)
    {
        var fields = file.Fields();
        var pools = fields.List("pools").Select(node => (Line: node.Line, Pool: Pool(file, Fields.Of(node, file.Problems)))).ToArray();
        fields.Finish();
        foreach (var twin in pools.GroupBy(read => read.Pool.Rule.Id, StringComparer.Ordinal).Where(group => group.Key.Length > 0).SelectMany(group => group.Skip(1)))
            file.Problems.Error(twin.Line, "pool-twice", twin.Pool.Rule.Id);
        if (pools.Length > Most)
            file.Problems.Error(fields.LineOf("pools"), "pools-many", pools.Length, Most);
        for (var place = 1; place < pools.Length; place++)
            if (Hiding(pools.Select(read => read.Pool.Rule).ToArray(), place) is { } earlier)
                file.Problems.Error(pools[place].Line, "pool-unreachable", pools[place].Pool.Rule.Id, earlier);
        if (pools is [.., var (line, (last, _))] && last.Takes != PoolIntake.Everything)
            file.Problems.Error(line, "pool-rest", last.Id);
        return new PoolDocument([.. pools.Select(read => read.Pool.Rule)], [.. pools.Select(read => read.Pool.Name)], file.Hash);
    }

    private static (PoolRule Rule, PoolName Name) Pool(YamlFile file, Fields fields)
    {
        var (id, name) = (fields.Id("id"), fields.Words("name"));
        var rule = new PoolRule(id, Takes(fields), Members(file, fields), fields.Choice("seen-by", true, ("everyone", true), ("members", false)));
        fields.Finish();
        if (rule is { IsOpen: false } && rule.Members == PoolMembers.Everybody)
            file.Problems.Error(fields.LineOf("seen-by"), "pool-contradiction", id);
        return (rule, new PoolName(id, name));
    }

    private static PoolIntake Takes(Fields fields)
    {
        if (fields.Take("takes", required: true) is null or YamlText { Value: "everything" })
            return PoolIntake.Everything;
        var takes = fields.Map("takes");
        var intake = new PoolIntake(
            [.. takes.Texts("tier").Select(tier => Array.Find(LeadTiers, known => known.ToString() == tier) is var found and not Tier.Shadow ? found : takes.Wrong("tier", Tier.C, "expected.tiers")).Distinct()],
            takes.Texts("source"), Tags(takes));
        takes.Finish();
        if (intake is { Tiers.Count: 0, Sources.Count: 0, Tags.Count: 0 })
            fields.Wrong("takes", intake, "expected.intake");
        return intake;
    }

    private static PoolMembers Members(YamlFile file, Fields fields)
    {
        if (fields.Take("members", required: true) is null or YamlText { Value: "everyone" })
            return PoolMembers.Everybody;
        var members = fields.Map("members");
        var read = new PoolMembers(members.Texts("teams"), members.Texts("profiles"), Tags(members));
        members.Finish();
        foreach (var profile in read.Profiles)
            file.Refer(ReferenceKind.Role, profile, members.LineOf("profiles"));
        if (read is { Teams.Count: 0, Profiles.Count: 0, Tags.Count: 0 })
            fields.Wrong("members", read, "expected.members");
        return read;
    }

    private static PoolTags[] Tags(Fields fields)
    {
        var tags = fields.Map("tags");
        foreach (var kind in tags.Keys.Where(kind => !LeadPolicyReader.TagKinds.Contains(kind, StringComparer.Ordinal)))
            fields.Problems.Error(tags.LineOf(kind), "policy-tag.kind", kind, string.Join(", ", LeadPolicyReader.TagKinds));
        return [.. tags.Keys.Select(kind => new PoolTags(kind, tags.Texts(kind)))];
    }

    // Tier by tier: one pool before it may take its A leads and another the rest.
    private static string? Hiding(PoolRule[] pools, int place)
    {
        var own = pools[place].Takes;
        var tiers = own.Tiers.Count == 0 ? LeadTiers : own.Tiers;
        var hiding = tiers.Select(tier => Array.Find(pools[..place], earlier => earlier.Takes.Covers(own, tier))).ToArray();
        return hiding.All(earlier => earlier is not null) ? string.Join("', '", hiding.Select(earlier => earlier!.Id).Distinct(StringComparer.Ordinal)) : null; // just asked
    }
}
