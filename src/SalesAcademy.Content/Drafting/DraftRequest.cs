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
    /// <summary>What is begun has a shorter id than might be: the names of its check and of the questions are made of it.</summary>
    public const int LongestId = 60;

    /// <summary>Its title in English; null leaves a placeholder.</summary>
    public string? EnglishTitle { get; init; }

    /// <summary>Its title in Chinese; null leaves a placeholder.</summary>
    public string? ChineseTitle { get; init; }

    /// <summary>The competencies a course teaches, the first of which the questions of its check are evidence for; none for the one nearest by name.</summary>
    public IReadOnlyList<string> Competencies { get; init; } = [];

    /// <summary>Files that are being written elsewhere and are to stand beside it: it takes neither their names nor their numbers.</summary>
    public IReadOnlyList<string> Planned { get; init; } = [];
}

/// <summary>Why nothing is begun.</summary>
public enum DraftFault
{
    /// <summary>The id has other signs than lower-case letters, digits and hyphens, or is too long.</summary>
    Name,

    /// <summary>Something has that id, or the academy has a page of its own there.</summary>
    Taken,

    /// <summary>A title is not one line of words.</summary>
    Title,

    /// <summary>There is no such course, or no competency its questions could be evidence for.</summary>
    Nowhere,

    /// <summary>The content has errors, or would have.</summary>
    Faulty,
}

/// <summary>The files that are to be written for it.</summary>
/// <param name="Files">In an order in which any first part of them is content without errors; empty when nothing is to be written.</param>
/// <param name="Report">Why nothing is to be written, or what the author should know.</param>
/// <param name="Fault">Why nothing is to be written; null when something is.</param>
public sealed record DraftOutcome(IReadOnlyList<DraftFile> Files, IReadOnlyList<string> Report, DraftFault? Fault = null);

/// <summary>A file to be written.</summary>
/// <param name="Path">Relative to the content folder.</param>
/// <param name="Text">What it holds.</param>
public sealed record DraftFile(string Path, string Text);
