using System.Runtime.InteropServices;

namespace SalesAcademy.Domain.Readiness;

/// <summary>What answers say about a competency (model.md section 3). All values are 0..1.</summary>
/// <param name="Families">n, question families answered.</param>
/// <param name="Mastery">M, the mean right share above guessing; 0 without answers.</param>
/// <param name="Freshness">F, the mean recall of families at least half right; 1 if there is none.</param>
/// <param name="Variance">vK; without answers that of the even prior, 1/12.</param>
public sealed record Knowledge(int Families, double Mastery, double Freshness, double Variance)
{
    /// <summary>K = M*F.</summary>
    public double Value => Mastery * Freshness;

    /// <summary>Knowledge from answered families, in ordinal order of their ids.</summary>
    public static Knowledge Of(IReadOnlyList<FamilyScore> families)
    {
        var n = families.Count;
        var mastery = n == 0 ? 0 : Math.Clamp(families.Average(f => (f.Score - f.Guess) / (1 - f.Guess)), 0, 1);
        var freshness = families.Where(f => f.Score >= 0.5).Select(f => f.Recall).DefaultIfEmpty(1).Average();
        var guess = n == 0 ? 0 : families.Average(f => f.Guess);
        var p = (families.Sum(f => f.Score) + 1) / (n + 2);
        var variance = freshness * freshness * p * (1 - p) / ((n + 3) * (1 - guess) * (1 - guess));
        return new Knowledge(n, mastery, freshness, variance);
    }
}

/// <summary>One answered family as the score sees it.</summary>
/// <param name="Score">s, 0..1.</param>
/// <param name="Guess">g, 0..0.5.</param>
/// <param name="Recall">R, 0..1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FamilyScore(double Score, double Guess, double Recall);

/// <summary>What observations say about a competency (model.md section 3).</summary>
/// <param name="Weight">N, the sum of weights; a fresh look weighs 3 and halves in 180 days.</param>
/// <param name="Value">S_c, 0..1; 0 without observations.</param>
/// <param name="Variance">vS; without observations that of the even prior, 1/12.</param>
public sealed record Skill(double Weight, double Value, double Variance)
{
    /// <summary>Skill from the observations that count as of a day.</summary>
    public static Skill Of(IEnumerable<(double Score, int Age)> observations, ReadinessPolicy policy)
    {
        double weight = 0, sum = 0;
        foreach (var (score, age) in observations)
        {
            if (age > policy.ObservationMaxAge)
                continue;
            var u = policy.ObservationWeight * Math.Pow(2, -age / policy.ObservationHalfLife);
            weight += u;
            sum += u * score;
        }
        var q = (sum + 1) / (weight + 2);
        return new Skill(weight, weight > 0 ? sum / weight : 0, q * (1 - q) / (weight + 3));
    }
}

/// <summary>How well a seller commands one competency: knowledge and observed skill, mixed by the role's lambda (model.md section 3).</summary>
/// <param name="Competency">Its id.</param>
/// <param name="Lambda">The share of knowledge, 0..1.</param>
/// <param name="Knowledge">What the answers say.</param>
/// <param name="Skill">What the observations say.</param>
public sealed record CompetencyScore(string Competency, double Lambda, Knowledge Knowledge, Skill Skill)
{
    /// <summary>C, 0..1.</summary>
    public double Value => Lambda * Knowledge.Value + (1 - Lambda) * Skill.Value;

    /// <summary>vC.</summary>
    public double Variance => Lambda * Lambda * Knowledge.Variance + (1 - Lambda) * (1 - Lambda) * Skill.Variance;
}
