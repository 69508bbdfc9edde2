using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Content.Documents;

/// <summary>Reads policies/leads.yml into the records of Domain and names its contradictions.</summary>
internal static class LeadPolicyReader
{
    private static readonly string[] Tiers = ["Shadow", "C", "B", "A", "Enterprise"];
    internal static readonly string[] TagKinds = ["language", "region", "product", "industry"];

    public static object Read(YamlFile file)
    {
        var fields = file.Fields();
        fields.Take("version", required: true);
        var standard = new LeadPolicy { Version = fields.Whole("version", 1, 1, int.MaxValue), Seed = fields.Text("seed") };
        var (pool, protection) = (fields.Map("pool"), fields.Map("protection"));
        var policy = standard with
        {
            WeeklyCap = PerTier(fields, "weekly-cap", standard.WeeklyCap, (map, tier, cap) => map.Whole(tier, cap, 0, 10_000)),
            OpenCapFactor = fields.Whole("open-cap-factor", standard.OpenCapFactor, 1, 100),
            Size = PerTier(fields, "size", standard.Size, (map, tier, size) => map.Whole(tier, size, 1, 100)),
            ClaimsPerDay = pool.Whole("claims-per-day", standard.ClaimsPerDay, 0, 10_000),
            CoolDown = pool.Days("cool-down", standard.CoolDown),
            Protection = new(
                protection.Whole("days", standard.Protection.Days, 1, 3650), protection.Whole("follow-up", standard.Protection.FollowUp, 0, 3650),
                protection.Whole("maximum", standard.Protection.Maximum, 1, 3650), protection.Whole("notice", standard.Protection.Notice, 0, 3650)),
            EverybodyAway = fields.Choice("everybody-away", standard.EverybodyAway, ("hold", EverybodyAway.Hold), ("overflow", EverybodyAway.Overflow), ("ignore", EverybodyAway.Ignore)),
            Exploration = fields.Number("exploration", standard.Exploration, 0, 0.05),
            ServiceLevelHours = PerTier(fields, "service-level", standard.ServiceLevelHours, (map, tier, hours) => map.Hours(tier, hours)),
            TagDemands = Demands(file, fields.Map("tags")),
        };
        pool.Finish();
        protection.Finish();
        fields.Finish();
        Contradictions(file, fields, policy);
        return new LeadDocument(policy, file.Hash);
    }

    private static int[] PerTier(Fields fields, string key, IReadOnlyList<int> standard, Func<Fields, string, int, int> read)
    {
        var map = fields.Map(key);
        int[] values = [.. Tiers.Select((tier, index) => read(map, tier, standard[index]))];
        map.Finish();
        return values;
    }

    private static List<TagDemand> Demands(YamlFile file, Fields tags)
    {
        var demands = new List<TagDemand>();
        foreach (var kind in tags.Keys)
            if (!TagKinds.Contains(kind, StringComparer.Ordinal))
                file.Problems.Error(tags.LineOf(kind), "policy-tag.kind", kind, string.Join(", ", TagKinds));
            else if (tags.Take(kind) is YamlText)
                demands.Add(Match(tags, kind, kind, value: null));
            else
            {
                var values = tags.Map(kind);
                demands.AddRange(values.Keys.Select(value => values.Take(value) is YamlText ? Match(values, value, kind, value) : Demand(file, values.Map(value), kind, value)));
            }
        return demands;
    }

    private static TagDemand Match(Fields fields, string key, string kind, string? value)
    {
        return new(kind, value, fields.Choice(key, true, ("match", true)), Certification: null, Competency: null, Level: 0);
    }

    private static TagDemand Demand(YamlFile file, Fields fields, string kind, string value)
    {
        var (competency, certification) = (fields.Id("competency", required: false), fields.Id("certification", required: false));
        var demand = new TagDemand(kind, value, Match: false, certification.Length > 0 ? certification : null, competency.Length > 0 ? competency : null, fields.Number("level", 0, 0, 1));
        if (demand is { Competency: null, Certification: null })
            file.Problems.Error(fields.Line, "policy-tag.empty", kind, value);
        if (fields.Has("level") != fields.Has("competency"))
            file.Problems.Error(fields.Line, "policy-tag.level", kind, value);
        fields.Finish();
        file.Refer(ReferenceKind.Competency, competency, fields.LineOf("competency"));
        file.Refer(ReferenceKind.Certification, certification, fields.LineOf("certification"));
        return demand;
    }

    private static void Contradictions(YamlFile file, Fields fields, LeadPolicy policy)
    {
        void Named(string key, string contradiction, params object[] arguments) => file.Problems.Error(fields.LineOf(key), contradiction, arguments);

        var protection = policy.Protection;
        if (protection.Days > protection.Maximum || protection.FollowUp > protection.Maximum)
            Named("protection", "policy-contradiction.protection-maximum");
        if (protection.Notice >= protection.Days)
            Named("protection", "policy-contradiction.protection-notice");
        for (var tier = 1; tier < Tiers.Length; tier++)
            if (policy.WeeklyCap[tier] > 0 && policy.Size[tier] > policy.WeeklyCap[tier])
                Named("weekly-cap", "policy-contradiction.size", Tiers[tier]);
            else if (policy.WeeklyCap[tier] < policy.WeeklyCap[tier - 1])
                Named("weekly-cap", "policy-contradiction.caps", Tiers[tier]);
    }
}
