namespace SalesAcademy.Domain.Quizzes;

/// <summary>Which of the options, or of the areas of an image, are right.</summary>
/// <param name="Several">Whether several may be right.</param>
/// <param name="Right">Whether each is right, in file order; at least one is.</param>
public sealed record ChoiceKey(bool Several, IReadOnlyList<bool> Right) : ObjectiveKey
{
    /// <inheritdoc/>
    public override int Options => Right.Count;

    /// <summary>One digit an option: 1 for right, 0 for wrong.</summary>
    public override string Matter => string.Concat(Right.Select(right => right ? '1' : '0'));

    /// <summary>1/n of n options; where several may be right 1/(2^n - 1), one non-empty set among all.</summary>
    public override double Guess => Several ? 1 / (Math.Pow(2, Right.Count) - 1) : 1.0 / Right.Count;

    /// <inheritdoc/>
    public override Response Nothing => new Chosen([]);

    /// <inheritdoc/>
    public override Response Solution => new Chosen([.. Enumerable.Range(0, Right.Count).Where(option => Right[option])]);

    /// <inheritdoc/>
    public override bool Fits(Response response) => response is Chosen { Options: var ticks }
        && ticks.All(option => option >= 0 && option < Right.Count) && ticks.Distinct().Count() == ticks.Count && (Several || ticks.Count <= 1);

    /// <summary>
    /// One answer asked for: all or nothing. Several: right ticks minus wrong ticks over the number of right options, never below 0, so
    /// that ticking everything earns nothing by itself.
    /// </summary>
    public override double Score(Response response)
    {
        var ticks = ((Chosen)response).Options;
        var good = ticks.Count(option => Right[option]);
        return Several ? Math.Max(0, good - (ticks.Count - good)) / (double)Right.Count(right => right) : good;
    }
}
