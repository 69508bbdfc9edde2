namespace SalesAcademy.Content;

/// <summary>What a seller wants in front of their eyes during the conversation a course is about, in one language, rendered; one printed page.</summary>
public sealed record BattleCard
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence: when to pull it out.</summary>
    public required string Summary { get; init; }

    /// <summary>Safe HTML of the body, without the title; headings start at h2. Set lang around it.</summary>
    public required string Html { get; init; }

    /// <summary>Its words without markup.</summary>
    public required string Plain { get; init; }

    /// <summary>Its file, relative to the content folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 (hex) of that file.</summary>
    public required string Hash { get; init; }

    /// <summary>Its headings' levels in order.</summary>
    internal IReadOnlyList<int> Levels { get; init; } = [];
}
