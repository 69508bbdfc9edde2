using System.Runtime.InteropServices;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Readiness;

/// <summary>How ready a seller is for a role as of a day, with its 80 % interval and the parts that add up to it (model.md section 4). All values are 0..1.</summary>
/// <param name="Value">R, the weighted mean of the competencies.</param>
/// <param name="Deviation">sd of R.</param>
/// <param name="AsOf">The tenant-local day; freshness falls by the day, without any event.</param>
/// <param name="Contributions">w*C of each competency, in ordinal id order; they sum to R.</param>
public sealed record ReadinessScore(double Value, double Deviation, DateOnly AsOf, IReadOnlyList<Contribution> Contributions)
{
    // Half the width of an 80 % interval in standard deviations.
    private const double Z80 = 1.281552;

    /// <summary>lo, the end on which tiers are entered.</summary>
    public double Low => Math.Max(0, Value - Z80 * Deviation);

    /// <summary>hi.</summary>
    public double High => Math.Min(1, Value + Z80 * Deviation);

    /// <summary>The contributions times 100 with one decimal, so that what is shown adds up to the shown score.</summary>
    public IReadOnlyList<decimal> Shown => AddingUp.Round([.. Contributions.Select(part => 100 * part.Points)]);

    /// <summary>Readiness from weighted competencies in any order; weights are 0..1 and sum to 1 (checked where policies are read).</summary>
    public static ReadinessScore Of(IEnumerable<WeightedCompetency> competencies, DateOnly asOf)
    {
        double value = 0, variance = 0;
        var contributions = new List<Contribution>();
        foreach (var (id, weight, score, spread) in competencies.OrderBy(c => c.Competency, StringComparer.Ordinal))
        {
            contributions.Add(new Contribution(id, weight * score));
            value += weight * score;
            variance += weight * weight * spread;
        }
        return new ReadinessScore(value, Math.Sqrt(variance), asOf, contributions);
    }
}

/// <summary>A competency as readiness sees it.</summary>
/// <param name="Competency">Its id.</param>
/// <param name="Weight">w, 0..1.</param>
/// <param name="Value">C, 0..1.</param>
/// <param name="Variance">vC.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WeightedCompetency(string Competency, double Weight, double Value, double Variance);

/// <summary>What one competency adds to readiness.</summary>
/// <param name="Competency">Its id.</param>
/// <param name="Points">w*C, 0..1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Contribution(string Competency, double Points);
