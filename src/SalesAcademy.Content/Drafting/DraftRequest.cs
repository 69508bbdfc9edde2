namespace SalesAcademy.Content.Drafting;

/// <summary>What an author wants to begin.</summary>
public enum DraftKind
{
    /// <summary>A course with a first lesson and its check.</summary>
    Course,

    /// <summary>A lesson of a course, behind those it has, with its check.</summary>
    Lesson,

    /// <summary>A practice quiz of a course.</summary>
    Quiz,
}

/// <summary>Something new that an author wants to begin.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Course">The id of the course: the new one, or the one it belongs to.</param>
/// <param name="Id">The id of the lesson or quiz; of a course the same again.</param>
public sealed record DraftRequest(DraftKind Kind, string Course, string Id)
{
    /// <summary>Its title in English; null leaves a placeholder.</summary>
    public string? EnglishTitle { get; init; }

    /// <summary>Its title in Chinese; null leaves a placeholder.</summary>
    public string? ChineseTitle { get; init; }
}

/// <summary>The files that are to be written for it.</summary>
/// <param name="Files">In an order in which any first part of them is content without errors; empty when nothing is to be written.</param>
/// <param name="Report">Why nothing is to be written, or what the author should know.</param>
public sealed record DraftOutcome(IReadOnlyList<DraftFile> Files, IReadOnlyList<string> Report);

/// <summary>A file to be written.</summary>
/// <param name="Path">Relative to the content folder.</param>
/// <param name="Text">What it holds.</param>
public sealed record DraftFile(string Path, string Text);
