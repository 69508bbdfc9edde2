using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>How far somebody is with what changed in a lesson they had completed.</summary>
internal enum ChangeState
{
    /// <summary>They are asked to read it.</summary>
    Open,

    /// <summary>They have read it.</summary>
    Read,

    /// <summary>They had not read it when it was taken back, and are not asked any more.</summary>
    TakenBack,
}

/// <summary>Somebody who is still asked to read a change.</summary>
internal sealed record TeamChange(Guid Person, string Name, ChangeTask Task);

/// <summary>What changed in a lesson since somebody had completed it: all changes they have not read together.</summary>
/// <param name="Course">The course.</param>
/// <param name="Lesson">The lesson as it is taught now.</param>
/// <param name="On">The day of the latest of them.</param>
/// <param name="State">How far the person is.</param>
/// <param name="At">When it was opened, read or taken back.</param>
/// <param name="Known">The passages they had read when they completed it; null where that is no longer known.</param>
internal sealed record ChangeTask(Course Course, Lesson Lesson, DateOnly On, ChangeState State, DateTime At, IReadOnlySet<string>? Known)
{
    public string Url => $"/courses/{Course.Id}/{Lesson.Id}";

    /// <summary>What has changed, in its author's words; null once that is no longer in the lesson.</summary>
    public Shown<string>? What(string language) => Lesson.Change is { } change && change.On >= On ? change.What.In(language) : null;

    /// <summary>The passages that are new since; none where it is not known which.</summary>
    public IReadOnlyList<LessonBlock> New(LessonText text) => Known is null ? [] : [.. text.Blocks.Where(block => !Known.Contains(block.Id))];

    /// <summary>Minutes to read those; the whole lesson where it is not known which.</summary>
    public int Minutes(LessonText text) => New(text) is { Count: > 0 } passages ? LessonText.MinutesOf(passages) : text.Minutes;

    /// <summary>The lesson with the new passages marked.</summary>
    public string Mark(LessonText text) =>
        New(text).Aggregate(text.Html, (html, passage) => html.Replace($"data-block=\"{passage.Id}\"", $"data-block=\"{passage.Id}\" data-changed", StringComparison.Ordinal));

    /// <summary>The element of a passage: a heading has an id of its words, any other passage its own.</summary>
    public static string AnchorOf(LessonText text, LessonBlock passage) => text.Outline.FirstOrDefault(heading => heading.Block == passage.Id)?.Id ?? passage.Id;
}
