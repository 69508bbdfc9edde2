namespace SalesAcademy.Domain.Quizzes;

/// <summary>Decides what one attempt asks: which families, which variant of each, and in which order. Chance comes from outside.</summary>
public static class Drawing
{
    /// <summary>The questions of an attempt in the order in which they are asked.</summary>
    /// <param name="families">The families of the quiz in file order.</param>
    /// <param name="lines">How many are drawn of which; together they can be met.</param>
    /// <param name="shuffleQuestions">Whether they come in random order; otherwise in file order.</param>
    /// <param name="shuffleOptions">Whether their options do.</param>
    /// <param name="below">A random whole number from 0 to one below its argument, all equally likely.</param>
    /// <exception cref="ArgumentException">The lines cannot all be met (<see cref="Shortfalls"/>).</exception>
    public static IReadOnlyList<DrawnQuestion> Of(
        IReadOnlyList<DrawableFamily> families, IReadOnlyList<DrawLine> lines, bool shuffleQuestions, bool shuffleOptions, Func<int, int> below)
    {
        var drawn = Families(families, lines, below);
        int[] order = shuffleQuestions ? [.. Shuffled(drawn.Length, below).Select(i => drawn[i])] : [.. drawn.Order()];
        return [.. order.Select(i => Question(families[i], shuffleOptions, below))];
    }

    /// <summary>The lines that cannot be met once those before them are, and what each lacks; empty where every draw succeeds.</summary>
    public static IReadOnlyList<DrawShortfall> Shortfalls(IReadOnlyList<DrawableFamily> families, IReadOnlyList<DrawLine> lines)
    {
        var matching = new DrawMatching(families, lines);
        return [.. lines.Select((_, line) => Shortfall(matching, lines, line)).OfType<DrawShortfall>()];
    }

    /// <summary>One question of a family: a variant and the order of its options.</summary>
    public static DrawnQuestion Question(DrawableFamily family, bool shuffleOptions, Func<int, int> below)
    {
        var variant = family.Variants[below(family.Variants.Count)];
        return new DrawnQuestion(family.Id, variant.Id, shuffleOptions || variant.HidesOrder ? Shuffled(variant.Options, below) : [.. Enumerable.Range(0, variant.Options)]);
    }

    // Before each pick the matching holds for every line as many families as the line still has to draw, so the pick never gets stuck: what it
    // holds for the line itself can be drawn. Anything else is drawn where the other lines can still be met afterwards, and only then. A family
    // passed over stays impossible, since every further pick leaves less; so with an order of its own for each line, each pick is uniform among
    // the families that fit the line and leave the rest possible, and every draw that meets the lines comes up sometimes.
    private static int[] Families(IReadOnlyList<DrawableFamily> families, IReadOnlyList<DrawLine> lines, Func<int, int> below)
    {
        var matching = new DrawMatching(families, lines);
        if (lines.Select((_, line) => Shortfall(matching, lines, line)).Any(shortfall => shortfall is not null))
            throw new ArgumentException("The lines of the draw cannot all be met.", nameof(lines));
        var drawn = new List<int>();
        foreach (var (line, wanted) in lines.Index())
        {
            var fitting = matching.Fitting(line);
            var end = drawn.Count + wanted.Count;
            foreach (var i in Shuffled(fitting.Count, below))
                if (drawn.Count < end && matching.Draw(line, fitting[i]))
                    drawn.Add(fitting[i]);
        }

        return [.. drawn];
    }

    // Serves a line all it wants, or as much as there is.
    private static DrawShortfall? Shortfall(DrawMatching matching, IReadOnlyList<DrawLine> lines, int line)
    {
        for (var served = 0; served < lines[line].Count; served++)
        {
            var asked = new SortedSet<int>();
            if (!matching.Serve(line, asked))
                return new DrawShortfall(line, lines[line].Count - served, [.. asked], matching.Held([.. asked]));
        }

        return null;
    }

    // Fisher and Yates: every order is equally likely.
    private static int[] Shuffled(int count, Func<int, int> below)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i > 0; i--)
        {
            var j = below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}

/// <summary>A family that may be drawn, with its variants.</summary>
public sealed record DrawableFamily(string Id, IReadOnlyList<DrawableVariant> Variants)
{
    /// <summary>What a line of a draw may ask for.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How hard it is.</summary>
    public Difficulty Difficulty { get; init; } = Difficulty.Medium;
}

/// <summary>A variant, how many options it has, and whether their order in the file would tell the answer.</summary>
public sealed record DrawableVariant(string Id, int Options, bool HidesOrder = false);

/// <summary>A question as it is asked.</summary>
/// <param name="Family">The family.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Order">For each place on screen, the place of the option in the file.</param>
public sealed record DrawnQuestion(string Family, string Variant, IReadOnlyList<int> Order);
