namespace SalesAcademy.Domain.Quizzes;

/// <summary>
/// How the questions of a quiz behave, from first attempts alone: later ones have seen the questions (model.md section 9; formulas of
/// Moodle's quiz statistics report, with sample deviations throughout).
/// </summary>
public static class ItemAnalysis
{
    // Share of the attempts in the upper and in the lower group (Kelley 1939).
    private const double Group = 0.27;

    /// <summary>The statistics of attempts that were asked the same questions.</summary>
    /// <param name="attempts">A row per attempt with the score of each question, 0..1; at least two rows of the same length, at least one question.</param>
    /// <exception cref="ArgumentException">Fewer than two rows, no question, or rows of different length.</exception>
    public static QuizStatistics Of(IReadOnlyList<IReadOnlyList<double>> attempts)
    {
        if (attempts.Count < 2 || attempts[0].Count == 0 || attempts.Any(attempt => attempt.Count != attempts[0].Count))
            throw new ArgumentException("Statistics need two attempts or more at the same questions.", nameof(attempts));
        var totals = attempts.Select(attempt => attempt.Sum()).ToArray();
        var items = Enumerable.Range(0, attempts[0].Count).Select(question => Item([.. attempts.Select(attempt => attempt[question])], totals)).ToArray();
        var (mean, spread) = (totals.Average(), Covariance(totals, totals));
        var alpha = items.Length > 1 && spread > 0 ? items.Length / (items.Length - 1.0) * (1 - (items.Sum(item => item.Deviation * item.Deviation) / spread)) : 0;
        return new QuizStatistics(attempts.Count, items, mean, Math.Sqrt(spread), alpha, Math.Sqrt(spread * (1 - alpha)));
    }

    /// <summary>The statistics of one question, also where each attempt drew its questions by itself.</summary>
    /// <param name="scores">Its score in each attempt that asked it, 0..1; at least two.</param>
    /// <param name="totals">The total of each of these attempts, this question included.</param>
    /// <exception cref="ArgumentException">Fewer than two scores, or not a total for each.</exception>
    public static ItemStatistics Item(double[] scores, double[] totals)
    {
        if (scores.Length < 2 || scores.Length != totals.Length)
            throw new ArgumentException("A question needs two answers or more and the total of each attempt.", nameof(scores));
        var rest = totals.Zip(scores, (total, score) => total - score).ToArray();
        var best = Covariance([.. scores.Order()], [.. rest.Order()]);
        var inOrder = Enumerable.Range(0, scores.Length).OrderByDescending(i => totals[i]).ToArray(); // stable: equal totals keep their order
        var group = (int)Math.Floor((Group * scores.Length) + 0.5);
        return new ItemStatistics(
            scores.Average(), Math.Sqrt(Covariance(scores, scores)), Correlation(scores, rest), best > 0 ? Covariance(scores, rest) / best : 0, Correlation(scores, totals),
            group == 0 ? 0 : inOrder[..group].Average(i => scores[i]) - inOrder[^group..].Average(i => scores[i]));
    }

    private static double Correlation(double[] one, double[] other)
    {
        var spread = Covariance(one, one) * Covariance(other, other);
        return spread > 0 ? Covariance(one, other) / Math.Sqrt(spread) : 0;
    }

    private static double Covariance(double[] one, double[] other)
    {
        var (middle, otherMiddle) = (one.Average(), other.Average());
        return one.Zip(other, (a, b) => (a - middle) * (b - otherMiddle)).Sum() / (one.Length - 1);
    }
}

/// <summary>A quiz over its first attempts, in questions (a total of 3 is three questions right).</summary>
/// <param name="Attempts">How many attempts it rests on.</param>
/// <param name="Items">Its questions in the order given.</param>
/// <param name="Mean">Mean total.</param>
/// <param name="Deviation">Sample standard deviation of the totals.</param>
/// <param name="Alpha">Cronbach's alpha; 0 where nothing varies or there is one question.</param>
/// <param name="Error">Standard error of measurement.</param>
public sealed record QuizStatistics(int Attempts, IReadOnlyList<ItemStatistics> Items, double Mean, double Deviation, double Alpha, double Error);

/// <summary>A question among the others of its quiz. Correlations are 0 where nothing varies.</summary>
/// <param name="Facility">Mean score, 0..1.</param>
/// <param name="Deviation">Sample standard deviation of the score.</param>
/// <param name="ItemRest">Correlation with the total of the other questions (Moodle's discrimination index), -1..1.</param>
/// <param name="Efficiency">Covariance with the other questions over the greatest there could be (Moodle's discriminative efficiency); 1 at most.</param>
/// <param name="ItemTotal">Correlation with the total, -1..1.</param>
/// <param name="UpperLower">Facility in the best 27 % of the attempts minus that in the weakest 27 %.</param>
public sealed record ItemStatistics(double Facility, double Deviation, double ItemRest, double Efficiency, double ItemTotal, double UpperLower);

/// <summary>What an author should look at.</summary>
public enum ItemFlag
{
    /// <summary>Those who know the rest get it wrong: most often a wrong key or two right answers.</summary>
    Misleads,

    /// <summary>It hardly tells those who know from those who do not.</summary>
    TellsLittle,

    /// <summary>Nearly everybody gets it right.</summary>
    TooEasy,

    /// <summary>No more get it right than would by guessing.</summary>
    NoBetterThanGuessing,

    /// <summary>It is harder in one language than in the other by more than chance explains.</summary>
    LanguagesDiffer,
}

/// <summary>Reads the figures of a question; below the least number of answers it says nothing.</summary>
public static class ItemFlags
{
    /// <summary>Answers needed before anything is said (model.md section 9).</summary>
    public const int LeastAnswers = 30;

    // Moodle calls an efficiency below a fifth very weak, and a facility above 95 % extremely easy.
    private const double Weak = 0.2;
    private const double Easy = 0.95;

    // Two standard errors: about one false alarm in twenty.
    private const double Errors = 2;

    /// <summary>What to look at, the gravest first.</summary>
    /// <param name="item">The figures.</param>
    /// <param name="answers">How many first answers they rest on.</param>
    /// <param name="guess">The chance of being right by guessing, 0..0.5.</param>
    public static IReadOnlyList<ItemFlag> Of(ItemStatistics item, int answers, double guess) => answers < LeastAnswers ? [] :
    [
        .. item.Efficiency < 0 ? [ItemFlag.Misleads] : item.Efficiency < Weak && item.Facility <= Easy ? [ItemFlag.TellsLittle] : Array.Empty<ItemFlag>(),
        .. item.Facility <= guess ? [ItemFlag.NoBetterThanGuessing] : item.Facility > Easy ? [ItemFlag.TooEasy] : Array.Empty<ItemFlag>(),
    ];

    /// <summary>Whether two languages differ by more than two standard errors of a difference of shares; false until both have the least number of answers.</summary>
    /// <param name="one">Facility and answers in one language.</param>
    /// <param name="other">The same in the other.</param>
    public static bool Differ((double Facility, int Answers) one, (double Facility, int Answers) other)
    {
        if (one.Answers < LeastAnswers || other.Answers < LeastAnswers)
            return false;
        var pooled = ((one.Facility * one.Answers) + (other.Facility * other.Answers)) / (one.Answers + other.Answers);
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / one.Answers) + (1.0 / other.Answers)));
        return Math.Abs(one.Facility - other.Facility) > Errors * error;
    }
}
