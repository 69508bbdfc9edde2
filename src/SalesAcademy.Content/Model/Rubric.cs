namespace SalesAcademy.Content;

/// <summary>What a coach looks for in an observation, or a grader in an answer.</summary>
public sealed record Rubric
{
    /// <summary>The file's name.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required Localised<string> Title { get; init; }

    /// <summary>The criteria in file order.</summary>
    public required IReadOnlyList<RubricCriterion> Criteria { get; init; }

    /// <summary>Whether it judges answers in quizzes only, and no scorecard is made of it.</summary>
    public bool IsForAnswers { get; init; }

    /// <summary>Whether whoever is rated sees the levels come in during a session, rather than when it has ended.</summary>
    public bool IsShownLive { get; init; } = true;

    /// <summary>SHA-256 (hex) of its file.</summary>
    public required string Hash { get; init; }
}

/// <summary>One thing to rate from 1 to 4.</summary>
/// <param name="Id">Unique in its rubric.</param>
/// <param name="Competency">The competency it is evidence for.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Levels">Exactly four observable behaviours, from level 1 to level 4.</param>
public sealed record RubricCriterion(string Id, string Competency, Localised<string> Name, IReadOnlyList<Localised<string>> Levels);
