using SalesAcademy.Content.Statistics;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Content.Assembling;

/// <summary>Warnings about a readiness policy that asks for what the academy cannot give: whoever tried would never get there, and would not be told why.</summary>
internal static class PolicyDoubts
{
    private const string File = "policies/readiness.yml";

    // More than anybody will ever have: what is out of reach with these is out of reach.
    private const int Observations = 24;

    private static readonly string[] Tiers = ["Shadow", "C", "B", "A", "Enterprise"];

    public static IEnumerable<ContentProblem> Of(Catalogue catalogue)
    {
        if (catalogue.Parts.GetValueOrDefault(File)?.Content is not ReadinessDocument { Lines: var lines })
            yield break;
        var families = catalogue.Families.Values.ToLookup(family => family.Competency, StringComparer.Ordinal);
        var coverage = EntryCoverage.Of(catalogue).ToLookup(row => row.Role, StringComparer.Ordinal);
        foreach (var role in catalogue.Readiness.Roles.Values.OrderBy(role => role.Id, StringComparer.Ordinal))
        {
            var missing = coverage[role.Id].SelectMany(row => Missing(row, lines)).ToArray();
            foreach (var problem in missing.Concat(missing.Length == 0 ? OutOfReach(catalogue, role, families, lines) : []).Concat(Gates(catalogue, role, lines)))
                yield return problem;
        }
    }

    private static IEnumerable<ContentProblem> Missing(EntryCoverage row, IReadOnlyDictionary<string, int> lines)
    {
        var line = lines.GetValueOrDefault($"{row.Role}/{row.Competency}");
        if (!row.HasFamilies)
            yield return Warning(line, "policy-unreachable", row.Role, row.Competency, row.Families, row.FamiliesNeeded);
        if (!row.CanBeObserved)
            yield return Warning(line, "policy-unobservable", row.Role, row.Competency);
    }

    // Everything right today and observed at the highest level by many: the low end of the interval is then as high as it will ever be (model.md sections 3 to 5).
    private static IEnumerable<ContentProblem> OutOfReach(Catalogue catalogue, RoleProfile role, ILookup<string, QuestionFamily> families, IReadOnlyDictionary<string, int> lines)
    {
        var best = ReadinessScore.Of(role.Competencies.Select(weighed => Best(weighed, families[weighed.Competency], catalogue.Readiness)), DateOnly.MinValue);
        for (var tier = 1; tier < Tiers.Length; tier++)
            if (best.Low < role.Thresholds[tier])
            {
                yield return Warning(lines.GetValueOrDefault(role.Id), "policy-tier-unreachable", role.Id, Tiers[tier], best.Low, role.Thresholds[tier]);
                yield break;
            }
    }

    private static WeightedCompetency Best(CompetencyWeight weighed, IEnumerable<QuestionFamily> families, ReadinessPolicy policy)
    {
        var score = new CompetencyScore(
            weighed.Competency, weighed.Lambda,
            Knowledge.Of([.. families.Select(family => new FamilyScore(1, family.Guess, 1))]),
            Skill.Of(Enumerable.Repeat((1.0, 0), Observations), policy));
        return new(weighed.Competency, weighed.Weight, score.Value, score.Variance);
    }

    // Whoever is put on a path takes it for the way: what a gate asks for and no path names is found by chance.
    private static IEnumerable<ContentProblem> Gates(Catalogue catalogue, RoleProfile role, IReadOnlyDictionary<string, int> lines)
    {
        var steps = catalogue.Paths.Where(path => path.Role == role.Id).SelectMany(path => path.Steps).Select(step => (step.Kind, step.Target)).ToHashSet();
        if (steps.Count == 0)
            yield break;
        for (var tier = 1; tier < role.Gates.Count; tier++)
        {
            var line = lines.GetValueOrDefault($"{role.Id}/gates/{Tiers[tier]}");
            foreach (var certification in role.Gates[tier].Certifications)
                if (!steps.Contains((PathStepKind.Certification, certification)) && !steps.Contains((PathStepKind.Course, catalogue.FindCertification(certification)!.Course))) // references are checked before
                    yield return Warning(line, "policy-gate-unled.certification", role.Id, Tiers[tier], certification);
            foreach (var course in role.Gates[tier].Courses)
                if (!steps.Contains((PathStepKind.Course, course)))
                    yield return Warning(line, "policy-gate-unled.course", role.Id, Tiers[tier], course);
        }
    }

    private static ContentProblem Warning(int line, string key, params object[] arguments) => new(ProblemSeverity.Warning, File, line, new(key, arguments));
}
