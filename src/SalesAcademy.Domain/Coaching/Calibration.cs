namespace SalesAcademy.Domain.Coaching;

/// <summary>A level that one rater gave to one sample: a row of a rubric in a session.</summary>
/// <param name="Sample">What was rated; two raters of one session and row have the same.</param>
/// <param name="Rater">Who rated.</param>
/// <param name="Level">1..4.</param>
public readonly record struct SampledLevel((Guid Session, string Criterion) Sample, Guid Rater, int Level);

/// <summary>How far raters agree. A figure is null where there are fewer than five pairs, and kappa also where every level is the same.</summary>
/// <param name="Pairs">Pairs of two raters of one sample.</param>
/// <param name="Exact">Share of pairs with the same level, 0 to 1.</param>
/// <param name="WithinOne">Share of pairs at most one level apart, 0 to 1.</param>
/// <param name="Kappa">Agreement beyond chance, at most 1; 0 is what chance gives.</param>
public sealed record Agreement(int Pairs, double? Exact, double? WithinOne, double? Kappa);

/// <summary>How strict a rater is beside the others.</summary>
/// <param name="Rater">Who rated.</param>
/// <param name="Samples">Samples that somebody else rated too.</param>
/// <param name="Difference">Mean of their level less the mean of the others' of the same sample; below 0 is stricter. Null for fewer than five samples.</param>
public sealed record Severity(Guid Rater, int Samples, double? Difference);

/// <summary>Compares raters who judged the same, so that a level means the same whoever gives it.</summary>
public static class Calibration
{
    /// <summary>Below so many no figure is shown.</summary>
    public const int Fewest = 5;

    /// <summary>
    /// Agreement over every pair of raters of one sample. Kappa is weighted by the square of the distance (Cohen 1968): 1 less the observed
    /// over the expected mean square of the difference. A pair is counted in both orders, since it has no first rater; what is expected by
    /// chance is then twice the variance of all levels in pairs, and kappa is an intraclass correlation (Fleiss and Cohen 1973).
    /// </summary>
    public static Agreement AgreementOf(IEnumerable<SampledLevel> levels)
    {
        (int One, int Other)[] pairs = [.. BySample(levels).SelectMany(PairsOf)];
        if (pairs.Length < Fewest)
            return new Agreement(pairs.Length, null, null, null);
        double[] all = [.. pairs.SelectMany(pair => new double[] { pair.One, pair.Other })];
        var mean = all.Average();
        var expected = 2 * all.Average(level => (level - mean) * (level - mean));
        var observed = pairs.Average(pair => (double)(pair.One - pair.Other) * (pair.One - pair.Other));
        return new Agreement(
            pairs.Length, pairs.Average(pair => pair.One == pair.Other ? 1.0 : 0), pairs.Average(pair => Math.Abs(pair.One - pair.Other) <= 1 ? 1.0 : 0), expected > 0 ? 1 - observed / expected : null);
    }

    /// <summary>How strict each rater is, in the order of their ids: the mean, over the samples that others rated too, of their level less the mean of the others'.</summary>
    public static IReadOnlyList<Severity> SeverityOf(IEnumerable<SampledLevel> levels) =>
    [
        .. BySample(levels).SelectMany(sample => sample.Select(own => (own.Rater, Apart: own.Level - sample.Where(other => other.Rater != own.Rater).Average(other => (double)other.Level))))
            .GroupBy(own => own.Rater, own => own.Apart).OrderBy(own => own.Key)
            .Select(own => new Severity(own.Key, own.Count(), own.Count() < Fewest ? null : own.Average())),
    ];

    private static IEnumerable<SampledLevel[]> BySample(IEnumerable<SampledLevel> levels) =>
        levels.GroupBy(level => level.Sample).Select(sample => sample.OrderBy(level => level.Rater).ToArray()).Where(sample => sample.Length > 1);

    private static IEnumerable<(int One, int Other)> PairsOf(SampledLevel[] sample) =>
        sample.SelectMany((one, i) => sample.Skip(i + 1).Select(other => (one.Level, other.Level)));
}
