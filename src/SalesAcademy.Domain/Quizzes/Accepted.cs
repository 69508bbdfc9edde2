namespace SalesAcademy.Domain.Quizzes;

/// <summary>One thing that is right in a blank.</summary>
public abstract record Accepted
{
    /// <summary>What is right, with its tolerance, as it is shown in a review.</summary>
    public abstract string Shown { get; }

    /// <summary>An answer that is right.</summary>
    public abstract string Answer { get; }

    /// <summary>Whether an answer says this.</summary>
    public abstract bool Is(Wording answer);

    /// <summary>
    /// What an author wrote after "=": a number with tolerance and unit (42 ± 1 %), a range (10..12 days), or else words. A number with
    /// more than a unit behind it is words.
    /// </summary>
    public static Accepted Of(string written) => AcceptedNumber.Read(written) ?? (Accepted)new AcceptedText(written.Trim(), Wording.Of(written));
}

/// <summary>Words that are right: the same wording, never a similar one.</summary>
/// <param name="Written">As the author wrote them.</param>
/// <param name="Wording">What they say.</param>
public sealed record AcceptedText(string Written, Wording Wording) : Accepted
{
    /// <inheritdoc/>
    public override string Shown => Written;

    /// <inheritdoc/>
    public override string Answer => Written;

    /// <inheritdoc/>
    public override bool Is(Wording answer) => answer == Wording;
}

/// <summary>A number that is right, with how far from it is right too.</summary>
/// <param name="Least">The least right number.</param>
/// <param name="Most">The greatest; both bounds are right.</param>
/// <param name="Unit">The unit; null for none.</param>
public sealed record AcceptedNumber(decimal Least, decimal Most, Unit? Unit) : Accepted
{
    /// <summary>Whether the unit has to be said; otherwise it stands beside the blank and may be left out.</summary>
    public bool AsksForUnit { get; init; }

    /// <inheritdoc/>
    public override string Shown => Wording.Plain(Middle) + (Most > Least ? $" ± {Wording.Plain(Most - Middle)}" : "") + UnitBehind;

    /// <inheritdoc/>
    public override string Answer => Wording.Plain(Middle) + UnitBehind;

    private decimal Middle => (Least + Most) / 2;

    private string UnitBehind => Unit is null ? "" : $" {Unit.Written}";

    /// <summary>Whether an answer is a number within the bounds in this unit or, where it need not be said, without one.</summary>
    public override bool Is(Wording answer) => answer.Quantity is { } quantity
        && quantity.Number >= Least && quantity.Number <= Most
        && (quantity.Unit?.Name == Unit?.Name || (quantity.Unit is null && !AsksForUnit));

    /// <summary>The number that an author wrote, or null when it is words.</summary>
    internal static AcceptedNumber? Read(string written)
    {
        foreach (var mark in (ReadOnlySpan<string>)["±", "+-", "+/-"])
            if (written.Split(mark) is [var middle, var distance])
                return Both(middle, distance) is var (m, d, unit) && d >= 0 ? new(m - d, m + d, unit) : null;
        if (written.Split("..") is [var least, var most])
            return Both(least, most) is var (l, h, shared) && l <= h ? new(l, h, shared) : null;
        return Wording.Of(written).Quantity is { } exact ? new(exact.Number, exact.Number, exact.Unit) : null;
    }

    // The unit may stand behind either number; when it stands behind both, it is the same.
    private static (decimal First, decimal Second, Unit? Unit)? Both(string first, string second) =>
        (Wording.Of(first).Quantity, Wording.Of(second).Quantity) is ({ } a, { } b) && Math.Abs(a.Number) < Largest && Math.Abs(b.Number) < Largest
            && (a.Unit is null || b.Unit is null || a.Unit.Name == b.Unit.Name)
            ? (a.Number, b.Number, a.Unit ?? b.Unit) : null;

    // Sums of two of them still fit a decimal.
    private const decimal Largest = 1e27m;
}
