using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Courses;

/// <summary>How far a person has read a lesson. It only ever grows, whichever of their pages reports it and in whatever order.</summary>
/// <param name="Furthest">The furthest passage read, or null before the first.</param>
/// <param name="Percent">How far that was when it was read, 0..100; 100 only at the last passage.</param>
/// <param name="EndRead">Whether the last passage was read once; later edits do not take that back.</param>
/// <param name="CheckPassed">Whether the lesson's check was passed once.</param>
/// <param name="Completed">Whether the lesson was completed; an edit never un-completes it.</param>
public sealed record LessonReading(string? Furthest, int Percent, bool EndRead, bool CheckPassed, bool Completed)
{
    /// <summary>Nothing read yet.</summary>
    public static LessonReading None { get; } = new(null, 0, EndRead: false, CheckPassed: false, Completed: false);

    /// <summary>Read to the end with the check passed: what completes a lesson.</summary>
    public bool IsEarned => EndRead && CheckPassed;

    /// <summary>
    /// A passage was read. Refuses one the lesson does not have (passage-unknown): its id is made of its words, so naming it shows that
    /// its text was delivered. An earlier passage than the furthest is accepted and changes nothing.
    /// </summary>
    /// <param name="text">The lesson as it stands.</param>
    /// <param name="passage">The id of the passage.</param>
    public Decision<LessonReading> Reach(Passages text, string passage)
    {
        if (text.PercentAt(passage) is not { } reached)
            return new Refusal("passage-unknown");
        return reached <= PercentIn(text) ? this : this with { Furthest = passage, Percent = reached, EndRead = EndRead || reached == 100 };
    }

    /// <summary>
    /// How much of the lesson as it stands was read, 0..100: measured at the furthest passage where it still exists, else as it was
    /// measured then, but short of 100. What was read to its end or completed stays 100.
    /// </summary>
    public int PercentIn(Passages text) =>
        Completed || EndRead ? 100
        : Furthest is null ? 0
        : Math.Min(99, text.PercentAt(Furthest) ?? Percent);
}

/// <summary>The passages of a lesson in order, in each language it is written in. A person may read the first half in one and the rest in the other.</summary>
/// <param name="Languages">The ids in order, one list for each language, none empty.</param>
public sealed record Passages(params IReadOnlyList<IReadOnlyList<string>> Languages)
{
    /// <summary>How far through its language a passage stands, 0..100, rounded down; 100 is the last one alone. Null when no language has it.</summary>
    public int? PercentAt(string passage)
    {
        foreach (var language in Languages)
            for (var place = 0; place < language.Count; place++)
                if (language[place] == passage)
                    return (place + 1) * 100 / language.Count;
        return null;
    }
}
