using System.Runtime.InteropServices;

namespace SalesAcademy.Domain.Shared;

/// <summary>How well one counted answer went, as FSRS grades it; Easy is never given (model.md section 2).</summary>
public enum Rating
{
    /// <summary>Less than half right.</summary>
    Again = 1,

    /// <summary>Partly right, or right with a hint.</summary>
    Hard = 2,

    /// <summary>Right without help.</summary>
    Good = 3,
}

/// <summary>
/// How firmly a seller remembers one question family after the latest counted answer: FSRS-6 (model.md section 2; formulas and
/// default weights of open-spaced-repetition, MIT). Days are whole tenant-local days; the stability scale a (above 0, default 1)
/// comes from the policy.
/// </summary>
/// <param name="Stability">S in days, at least 0.001: at a = 1 recall is 0.9 after S days.</param>
/// <param name="Difficulty">D, 1 (easy) to 10.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Memory(double Stability, double Difficulty)
{
    private const double LongestInterval = 180;
    private const double LeastStability = 0.001;

    private static readonly double[] W =
    [
        .212, 1.2931, 2.3065, 8.2956, 6.4133, .8334, 3.0194, .001, 1.8722, .1666, .796,
        1.4835, .0614, .2629, 1.6483, .6014, 1.8729, .5425, .0912, .0658, .1542,
    ];

    private static readonly double Decay = -W[20];
    private static readonly double Factor = Math.Pow(0.9, 1 / Decay) - 1;

    /// <summary>The rating of an answer with score 0..1; full marks allow for rounding (0.999).</summary>
    public static Rating Rate(double score, bool hint) =>
        score < 0.5 ? Rating.Again : score < 0.999 || hint ? Rating.Hard : Rating.Good;

    /// <summary>The memory left by the first counted answer.</summary>
    public static Memory First(Rating rating) => new(W[(int)rating - 1], Clamp(InitialDifficulty(rating)));

    /// <summary>The memory left by a further counted answer; the counting rule leaves at least one day between two, less is refused as a bug.</summary>
    public Memory Next(Rating rating, int days, double scale = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var recall = Recall(days, scale);
        var stability = rating == Rating.Again ? AfterForgetting(recall) : AfterRecall(rating, recall);
        var drift = Difficulty - W[6] * ((int)rating - 3) * (10 - Difficulty) / 9;
        // The pull is towards the difficulty of an Easy first answer before it is clamped: 4 - 1 = 3 in the exponent.
        var difficulty = W[7] * (W[4] - Math.Exp(3 * W[5]) + 1) + (1 - W[7]) * drift;
        return new Memory(Math.Max(LeastStability, stability), Clamp(difficulty));
    }

    /// <summary>R, the chance (0..1) of recalling the family the given days after the latest counted answer.</summary>
    public double Recall(int days, double scale = 1) => Math.Pow(1 + Factor * days / (scale * Stability), Decay);

    /// <summary>Days (1..180) until recall has fallen to the retention (0..1).</summary>
    public int Interval(double retention, double scale = 1)
    {
        var days = scale * Stability / Factor * (Math.Pow(retention, 1 / Decay) - 1);
        return (int)Math.Clamp(Math.Round(days, MidpointRounding.ToEven), 1, LongestInterval);
    }

    private static double InitialDifficulty(Rating rating) => W[4] - Math.Exp(W[5] * ((int)rating - 1)) + 1;

    private static double Clamp(double difficulty) => Math.Clamp(difficulty, 1, 10);

    private double AfterRecall(Rating rating, double recall) =>
        Stability * (1 + Math.Exp(W[8]) * (11 - Difficulty) * Math.Pow(Stability, -W[9])
            * (Math.Exp((1 - recall) * W[10]) - 1) * (rating == Rating.Hard ? W[15] : 1));

    private double AfterForgetting(double recall) => Math.Min(
        W[11] * Math.Pow(Difficulty, -W[12]) * (Math.Pow(Stability + 1, W[13]) - 1) * Math.Exp((1 - recall) * W[14]),
        Stability / Math.Exp(W[17] * W[18]));
}
