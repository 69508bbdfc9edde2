namespace SalesAcademy.Content.Comparing;

/// <summary>What kind of thing an edition changed.</summary>
public enum ChangedThing
{
    /// <summary>A course's own description.</summary>
    Course,

    /// <summary>A lesson.</summary>
    Lesson,

    /// <summary>A battle card.</summary>
    Card,

    /// <summary>The rules of a quiz.</summary>
    Quiz,

    /// <summary>A question family.</summary>
    Question,

    /// <summary>A competency.</summary>
    Competency,

    /// <summary>A certification.</summary>
    Certification,

    /// <summary>A learning path.</summary>
    Path,

    /// <summary>A rubric.</summary>
    Rubric,

    /// <summary>A policy.</summary>
    Policy,

    /// <summary>Any other document: academy, glossary, playbook.</summary>
    Document,
}

/// <summary>How much a change matters.</summary>
public enum ChangeWeight
{
    /// <summary>It was not there.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>Words, pictures or order: whoever learned it has learned it.</summary>
    Minor,

    /// <summary>What is right, measured, asked for or decided by: what was earned before may no longer speak for it.</summary>
    Material,
}

/// <summary>Something that two editions differ in.</summary>
/// <param name="Thing">What kind of thing.</param>
/// <param name="Id">Its id: course/lesson, course/quiz, the family, or the file of a policy or document.</param>
/// <param name="Weight">How much it matters.</param>
/// <param name="Details">What differs, one sentence each; empty where it was added or is gone.</param>
public sealed record ContentChange(ChangedThing Thing, string Id, ChangeWeight Weight, IReadOnlyList<string> Details)
{
    /// <summary>Whom it concerns; null where nobody was asked for, or nobody could be concerned.</summary>
    public Concerned? People { get; init; }

    /// <summary>Whether somebody has to look before it is published: it is gone, or material.</summary>
    public bool NeedsALook => Weight is ChangeWeight.Removed or ChangeWeight.Material;
}

/// <summary>How many people a change concerns.</summary>
/// <param name="OnIt">Of a lesson: begun and not completed.</param>
/// <param name="Completed">Of a lesson: completed, which it stays.</param>
/// <param name="Losing">Of a question: holding answers that count now and would not afterwards.</param>
public sealed record Concerned(int? OnIt, int? Completed, int? Losing)
{
    /// <summary>Of a lesson whose author has marked a change: how many of those who work here now would be asked to read what is new in it.</summary>
    public int? Asked { get; init; }
}
