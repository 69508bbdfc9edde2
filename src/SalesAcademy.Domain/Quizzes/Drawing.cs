namespace SalesAcademy.Domain.Quizzes;

/// <summary>Decides what one attempt asks: which families, which variant of each, and in which order. Chance comes from outside.</summary>
public static class Drawing
{
    /// <summary>The questions of an attempt in the order in which they are asked.</summary>
    /// <param name="families">The families of the quiz in file order.</param>
    /// <param name="count">How many are drawn, 1 to all of them.</param>
    /// <param name="shuffleQuestions">Whether they come in random order; otherwise in file order.</param>
    /// <param name="shuffleOptions">Whether their options do.</param>
    /// <param name="below">A random whole number from 0 to one below its argument, all equally likely.</param>
    public static IReadOnlyList<DrawnQuestion> Of(
        IReadOnlyList<DrawableFamily> families, int count, bool shuffleQuestions, bool shuffleOptions, Func<int, int> below)
    {
        var drawn = Shuffled(families.Count, below).Take(count);
        return [.. (shuffleQuestions ? drawn : drawn.Order()).Select(i => Question(families[i], shuffleOptions, below))];
    }

    /// <summary>One question of a family: a variant and the order of its options.</summary>
    public static DrawnQuestion Question(DrawableFamily family, bool shuffleOptions, Func<int, int> below)
    {
        var variant = family.Variants[below(family.Variants.Count)];
        return new DrawnQuestion(family.Id, variant.Id, shuffleOptions || variant.HidesOrder ? Shuffled(variant.Options, below) : [.. Enumerable.Range(0, variant.Options)]);
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
public sealed record DrawableFamily(string Id, IReadOnlyList<DrawableVariant> Variants);

/// <summary>A variant, how many options it has, and whether their order in the file would tell the answer.</summary>
public sealed record DrawableVariant(string Id, int Options, bool HidesOrder = false);

/// <summary>A question as it is asked.</summary>
/// <param name="Family">The family.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Order">For each place on screen, the place of the option in the file.</param>
public sealed record DrawnQuestion(string Family, string Variant, IReadOnlyList<int> Order);
