using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Content.Documents;

/// <summary>Reads policies/readiness.yml into the records of Domain and names its contradictions.</summary>
internal static class ReadinessPolicyReader
{
    private static readonly string[] Tiers = ["C", "B", "A", "Enterprise"];

    public static object Read(YamlFile file)
    {
        var fields = file.Fields();
        fields.Take("version", required: true);
        var version = fields.Whole("version", 1, 1, int.MaxValue);
        var thresholds = Thresholds(file, fields, RoleProfile.DefaultThresholds);
        var (profiles, names) = (new Dictionary<string, RoleProfile>(StringComparer.Ordinal), new List<RoleName>());
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var roles = fields.Map("roles", required: true);
        foreach (var id in roles.Keys.Order(StringComparer.Ordinal))
        {
            var role = roles.Map(id);
            if (!Fields.IsId(id))
                file.Problems.Error(roles.LineOf(id), "policy-role.id", id);
            names.Add(new(id, role.Words("name")));
            lines[id] = roles.LineOf(id);
            profiles[id] = new() { Id = id, Thresholds = Thresholds(file, role, thresholds), Competencies = Weights(file, role, id, lines), Gates = Gates(file, role, id, lines) };
            role.Finish();
        }
        if (profiles.Count == 0)
            file.Problems.Error(fields.LineOf("roles"), "policy-role.none");
        var policy = Numbers(fields, new() { Version = version, Roles = profiles });
        fields.Finish();
        if (policy.Entry.Raters > policy.Entry.Observations)
            file.Problems.Error(fields.LineOf("entry"), "policy-contradiction.raters");
        if (policy.Entry.ObservationWindow > policy.ObservationMaxAge)
            file.Problems.Error(fields.LineOf("entry"), "policy-contradiction.window");
        if (policy.DrillPerDayFirstMonth < policy.DrillPerDay)
            file.Problems.Error(fields.LineOf("drill"), "policy-contradiction.drill");
        return new ReadinessDocument(policy, names, file.Hash) { Lines = lines };
    }

    private static ReadinessPolicy Numbers(Fields fields, ReadinessPolicy policy)
    {
        var (entry, demotion, evidence, drill, raise) = (fields.Map("entry"), fields.Map("demotion"), fields.Map("evidence"), fields.Map("drill"), fields.Map("override"));
        policy = policy with
        {
            Entry = new()
            {
                Families = entry.Whole("families", policy.Entry.Families, 0, 1000),
                Observations = entry.Whole("observations", policy.Entry.Observations, 0, 100),
                Raters = entry.Whole("raters", policy.Entry.Raters, 0, 100),
                ObservationWindow = entry.Days("observation-window", policy.Entry.ObservationWindow),
                CriticalSlack = entry.Number("critical-slack", policy.Entry.CriticalSlack, 0, 1),
            },
            DemotionDays = demotion.Whole("days", policy.DemotionDays, 1, 365),
            ObservationMaxAge = evidence.Days("observation-age", policy.ObservationMaxAge),
            ObservationHalfLife = evidence.Days("observation-half-life", (int)policy.ObservationHalfLife),
            ObservationWeight = evidence.Number("prior-weight", policy.ObservationWeight, 0.01, 100),
            DrillPerDay = drill.Whole("per-day", policy.DrillPerDay, 1, 100),
            DrillPerDayFirstMonth = drill.Whole("first-month", policy.DrillPerDayFirstMonth, 1, 100),
            Retention = drill.Number("retention", policy.Retention, 0.5, 0.99),
            OverrideRaise = raise.Whole("raise", policy.OverrideRaise, 0, 4),
            OverrideDays = raise.Whole("days", policy.OverrideDays, 1, 365),
        };
        foreach (var part in new[] { entry, demotion, evidence, drill, raise })
            part.Finish();
        return policy;
    }

    private static double[] Thresholds(YamlFile file, Fields fields, IReadOnlyList<double> standard)
    {
        var map = fields.Map("tiers");
        double[] thresholds = [0, .. Tiers.Select((tier, index) => map.Number(tier, standard[index + 1], 0, 1))];
        map.Finish();
        for (var tier = 1; tier < thresholds.Length; tier++)
            if (thresholds[tier] < thresholds[tier - 1])
                file.Problems.Error(fields.LineOf("tiers"), "policy-thresholds", Tiers[tier - 1]);
        return thresholds;
    }

    private static CompetencyWeight[] Weights(YamlFile file, Fields role, string id, Dictionary<string, int> lines)
    {
        var map = role.Map("competencies", required: true);
        var weights = map.Keys.Order(StringComparer.Ordinal).Select(competency =>
        {
            var fields = map.Map(competency);
            fields.Take("weight", required: true);
            fields.Take("lambda", required: true);
            var weight = new CompetencyWeight(competency, fields.Number("weight", 0, 0, 1), fields.Number("lambda", 0, 0, 1), fields.Choice("critical", false, ("true", true), ("false", false)));
            fields.Finish();
            lines[$"{id}/{competency}"] = map.LineOf(competency);
            file.Refer(ReferenceKind.Competency, competency, map.LineOf(competency));
            return weight;
        }).ToArray();
        var sum = weights.Sum(weight => weight.Weight);
        if (role.Has("competencies") && Math.Abs(sum - 1) > 1e-9)
            file.Problems.Error(role.LineOf("competencies"), "policy-weights", id, sum);
        return weights;
    }

    private static TierGate[] Gates(YamlFile file, Fields role, string id, Dictionary<string, int> lines)
    {
        var map = role.Map("gates");
        foreach (var tier in Tiers)
            lines[$"{id}/gates/{tier}"] = map.LineOf(tier);
        TierGate[] gates = [TierGate.None, .. Tiers.Select(tier => Gate(file, map, tier))];
        map.Finish();
        return gates;
    }

    private static TierGate Gate(YamlFile file, Fields gates, string tier)
    {
        var fields = gates.Map(tier);
        var gate = new TierGate(fields.Ids("certifications", required: false), fields.Ids("courses", required: false));
        fields.Finish();
        foreach (var certification in gate.Certifications)
            file.Refer(ReferenceKind.Certification, certification, fields.LineOf("certifications"));
        foreach (var course in gate.Courses)
            file.Refer(ReferenceKind.Course, course, fields.LineOf("courses"));
        return gate;
    }
}
