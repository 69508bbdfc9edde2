using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using Xunit;

namespace SalesAcademy.Domain.Tests.Readiness;

public sealed class ReadinessScoreTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly ReadinessPolicy Policy = new() { Version = 1, Roles = new Dictionary<string, RoleProfile>() };

    [Fact]
    public void Golden_vector_V2_knowledge_without_forgetting()
    {
        var mixed = Knowledge.Of([.. Families(5, 6, 0.25), .. Families(2, 3, 0.5), new(1, 0, 1), new(0.5, 0, 1), new(0, 0, 1)]);
        var none = Knowledge.Of([]);
        var wrong = Knowledge.Of([.. Families(0, 4, 0.25)]);

        Assert.Equal((12, 0.597222, 0.597222, 0.025850), (mixed.Families, Six(mixed.Mastery), Six(mixed.Value), Six(mixed.Variance)));
        Assert.Equal((0, 0.083333), (none.Mastery, Six(none.Variance)));
        Assert.Equal((0, 0.035273), (wrong.Mastery, Six(wrong.Variance)));
    }

    [Fact]
    public void Golden_vector_V3_knowledge_fades()
    {
        static FamilyScore After(double score, double stability, int days) => new(score, 0.25, new Memory(stability, 5).Recall(days));

        var knowledge = Knowledge.Of([After(1, 2.3065, 7), After(1, 46, 30), After(1, 10, 90), After(0, .212, 1)]);

        Assert.Equal(
            (0.666667, 0.812662, 0.541774, 0.037272),
            (Six(knowledge.Mastery), Six(knowledge.Freshness), Six(knowledge.Value), Six(knowledge.Variance)));
    }

    [Fact]
    public void Golden_vector_V4_skill_from_four_observations()
    {
        var skill = Skill.Of(Looks((3, 10), (4, 60), (2, 200), (4, 400)), Policy);

        Assert.Equal((6.656585, 0.716356, 0.023023), (Six(skill.Weight), Six(skill.Value), Six(skill.Variance)));
    }

    [Fact]
    public void Golden_vector_V5_one_person_two_roles()
    {
        var prospecting = Competency("prospecting", 10, 12, .90, .3, (3, 5), (4, 20), (3, 40));
        var product = Competency("product", 18, 20, .92, 1);
        var discovery = Competency("discovery", 8, 10, .88, .3, (3, 6), (3, 30));
        var objection = Competency("objection", 11, 12, .91, .3, (4, 9), (3, 33));
        var negotiation = Competency("negotiation", 5, 10, .85, .3);
        var process = Competency("process", 14, 15, .95, .7, (4, 12), (3, 50));
        var compliance = Competency("compliance", 20, 20, .97, 1);

        var sdr = Score((prospecting, .25), (product, .15), (discovery, .20), (objection, .20), (process, .10), (compliance, .10));
        var ae = Score((prospecting, .10), (product, .20), (discovery, .20), (objection, .15), (negotiation, .20), (process, .05), (compliance, .10));

        Assert.Equal(
            [.754826, .797333, .660267, .831387, .085000, .859541, .970000],
            new[] { prospecting, product, discovery, objection, negotiation, process, compliance }.Select(c => Six(c.Value)));
        Assert.Equal((0.789591, 0.044526, 0.732530, 0.846653), (Six(sdr.Value), Six(sdr.Deviation), Six(sdr.Low), Six(sdr.High)));
        Assert.Equal((0.648688, 0.055247, 0.577886, 0.719490), (Six(ae.Value), Six(ae.Deviation), Six(ae.Low), Six(ae.High)));
        Assert.Equal(sdr.Value, sdr.Contributions.Sum(part => part.Points), 12);
        Assert.Equal(79.0m, sdr.Shown.Sum());
    }

    private static ReadinessScore Score(params (CompetencyScore Competency, double Weight)[] parts) => ReadinessScore.Of(
        parts.Select(p => new WeightedCompetency(p.Competency.Competency, p.Weight, p.Competency.Value, p.Competency.Variance)), Day);

    private static CompetencyScore Competency(
        string id, int right, int n, double freshness, double lambda, params (int Level, int Age)[] looks) =>
        new(id, lambda, Knowledge.Of([.. Families(right, n, 0.25, freshness)]), Skill.Of(Looks(looks), Policy));

    private static IEnumerable<FamilyScore> Families(int right, int n, double guess, double recall = 1) =>
        Enumerable.Range(0, n).Select(i => new FamilyScore(i < right ? 1 : 0, guess, recall));

    private static IEnumerable<(double Score, int Age)> Looks(params (int Level, int Age)[] looks) =>
        looks.Select(look => (new Observation("c", Guid.Empty, look.Level, Day, 0).Score, look.Age));

    private static double Six(double value) => Math.Round(value, 6);
}
