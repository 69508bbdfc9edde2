namespace SalesAcademy.Domain.Quizzes;

/// <summary>How hard the author of a question holds it to be.</summary>
public enum Difficulty
{
    /// <summary>Whoever has read the lesson knows it.</summary>
    Easy,

    /// <summary>Neither; holds where nothing is said.</summary>
    Medium,

    /// <summary>The lesson has to be applied to a case it does not tell.</summary>
    Hard,
}

/// <summary>A line of a draw: how many families, and which may be among them.</summary>
/// <param name="Count">How many, 1 or more.</param>
/// <param name="Tag">A tag they carry; null for any.</param>
/// <param name="Difficulty">How hard they are; null for any.</param>
public sealed record DrawLine(int Count, string? Tag = null, Difficulty? Difficulty = null)
{
    /// <summary>Whether a family may be drawn for this line.</summary>
    public bool Fits(DrawableFamily family) =>
        (Tag is null || family.Tags.Contains(Tag, StringComparer.Ordinal)) && (Difficulty is null || family.Difficulty == Difficulty);
}

/// <summary>A line of a draw that is not met, since other lines need the same families.</summary>
/// <param name="Line">Its place among the lines, from 0.</param>
/// <param name="Missing">How many families it lacks, 1 or more.</param>
/// <param name="Rivals">The places of the lines that share what there is, itself included, in order.</param>
/// <param name="Fitting">How many families fit one of these lines or more.</param>
public sealed record DrawShortfall(int Line, int Missing, IReadOnlyList<int> Rivals, int Fitting);
