namespace SalesAcademy.Content;

/// <summary>What a step of a path asks for.</summary>
public enum PathStepKind
{
    /// <summary>Completing a course.</summary>
    Course,

    /// <summary>Earning a certification.</summary>
    Certification,

    /// <summary>Being observed by a coach with a rubric.</summary>
    Observation,
}

/// <summary>An onboarding plan for one role.</summary>
public sealed record LearningPath
{
    /// <summary>The file's name.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required Localised<string> Title { get; init; }

    /// <summary>The role profile it prepares for.</summary>
    public required string Role { get; init; }

    /// <summary>The steps in order.</summary>
    public required IReadOnlyList<PathStep> Steps { get; init; }

    /// <summary>SHA-256 (hex) of its file.</summary>
    public required string Hash { get; init; }
}

/// <summary>A step of a path.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Target">The id of the course, certification or rubric.</param>
/// <param name="DueDay">Days from the start date; day 1 is the start date.</param>
public sealed record PathStep(PathStepKind Kind, string Target, int DueDay);
