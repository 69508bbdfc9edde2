namespace SalesAcademy.Content;

/// <summary>What the author of a lesson has marked as material: whoever had completed the lesson before is asked to read what is new in it.</summary>
/// <param name="On">The day that names the mark. A later day is another change.</param>
/// <param name="What">What has changed, in one sentence.</param>
public sealed record LessonChange(DateOnly On, Localised<string> What)
{
    /// <summary>Whether an edition asks for something that the one before it did not: a mark where there was none, or a later one.</summary>
    /// <param name="before">The mark of the edition before; null for none.</param>
    /// <param name="after">The mark of the edition after.</param>
    public static bool IsNew(LessonChange? before, LessonChange? after) => after is not null && (before is null || before.On < after.On);

    /// <summary>Whether an edition takes back what the one before it asked for: its mark is gone, or an earlier one again.</summary>
    /// <param name="before">The mark of the edition before.</param>
    /// <param name="after">The mark of the edition after; null for none.</param>
    public static bool IsTakenBack(LessonChange? before, LessonChange? after) => before is not null && (after is null || after.On < before.On);
}
