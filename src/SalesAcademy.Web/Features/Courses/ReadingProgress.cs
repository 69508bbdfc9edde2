using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>A front door of Courses: how far a person has read.</summary>
public sealed class ReadingProgress
{
    private readonly ReadLesson reader;
    private readonly IPreparedReads reads;

    internal ReadingProgress(ReadLesson reader, IPreparedReads reads) => (this.reader, this.reads) = (reader, reads);

    /// <summary>Reads a lesson to its last passage, by the same command as a page; refused as a page would be.</summary>
    public Task ReadToEnd(Act act, Lesson lesson) =>
        reader.Run(act, lesson.Course, lesson.Id, (lesson.Text.English ?? lesson.Text.Chinese)!.Blocks[^1].Id, late: false); // a lesson has a text

    /// <summary>A person's standing in one course.</summary>
    public async Task<CourseStanding> Of(Guid person, Course course) =>
        CourseStanding.Of(course, await reads.Rows(ReadingStatements.OfCourse, ReadingStatements.Row, person, course.Id));

    /// <summary>The courses a person has completed, whatever was taught since, in the order in which they did.</summary>
    public static async Task<IReadOnlyList<(string Course, DateTime At)>> Completed(AcademyDb db, Guid person, CancellationToken cancellation = default) =>
        [.. (await db.Set<CourseCompletionRow>().Where(row => row.Person == person).OrderBy(row => row.At).Select(row => new { row.Course, row.At }).ToListAsync(cancellation)).Select(row => (row.Course, row.At))];

    /// <summary>A person's standing in every course of the catalogue, in its order.</summary>
    public static async Task<IReadOnlyList<CourseStanding>> OfAll(AcademyDb db, Guid person, Catalogue catalogue, CancellationToken cancellation = default)
    {
        var rows = (await db.Set<LessonProgressRow>().Where(row => row.Person == person).ToListAsync(cancellation)).ToLookup(row => row.Course, StringComparer.Ordinal);
        return [.. catalogue.Courses.Select(course => CourseStanding.Of(course, rows[course.Id]))];
    }
}

/// <summary>How far a person is with a course as it stands now.</summary>
/// <param name="Course">The course.</param>
/// <param name="Lessons">Its lessons in order.</param>
public sealed record CourseStanding(Course Course, IReadOnlyList<LessonStanding> Lessons)
{
    /// <summary>0..100; 100 when every lesson is completed.</summary>
    public int Percent => CourseProgress.Percent([.. Lessons.Select(lesson => (lesson.IsCompleted, lesson.Percent))]);

    /// <summary>Lessons completed.</summary>
    public int Done => Lessons.Count(lesson => lesson.IsCompleted);

    /// <summary>Whether anything of it was read or answered.</summary>
    public bool IsBegun => Lessons.Any(lesson => lesson.IsBegun);

    /// <summary>Whether every lesson is completed.</summary>
    public bool IsCompleted => Done == Lessons.Count;

    /// <summary>The first lesson not completed; null when all are.</summary>
    public LessonStanding? Next => Lessons.FirstOrDefault(lesson => !lesson.IsCompleted);

    /// <summary>Minutes of the lessons not completed, in a content language.</summary>
    public int MinutesLeft(string language) => Lessons.Where(lesson => !lesson.IsCompleted).Sum(lesson => lesson.Lesson.Text.In(language).Value.Minutes);

    internal static CourseStanding Of(Course course, IEnumerable<LessonProgressRow> rows)
    {
        var known = rows.ToDictionary(row => row.Lesson, StringComparer.Ordinal);
        return new(course, [.. course.Lessons.Select(lesson => new LessonStanding(lesson, known.GetValueOrDefault(lesson.Id)))]);
    }
}

/// <summary>How far a person is with a lesson as it stands now.</summary>
public sealed record LessonStanding
{
    private static readonly ConditionalWeakTable<Lesson, Passages> Known = [];

    private readonly LessonProgressRow? row;

    internal LessonStanding(Lesson lesson, LessonProgressRow? row)
    {
        (Lesson, this.row) = (lesson, row);
        Percent = row?.Reading.PercentIn(PassagesOf(lesson)) ?? 0;
    }

    /// <summary>The lesson.</summary>
    public Lesson Lesson { get; }

    /// <summary>How much of it was read, 0..100.</summary>
    public int Percent { get; }

    /// <summary>Read or answered at all.</summary>
    public bool IsBegun => row is not null;

    /// <summary>Read to its end once.</summary>
    public bool IsRead => row?.EndReadAt is not null;

    /// <summary>Its check passed once.</summary>
    public bool IsChecked => row?.CheckPassedAt is not null;

    /// <summary>Read and checked.</summary>
    public bool IsCompleted => row?.CompletedAt is not null;

    /// <summary>When it was completed, UTC.</summary>
    public DateTime? CompletedAt => row?.CompletedAt;

    /// <summary>The best sitting of its check: answers right and asked; null before the first.</summary>
    public (int Right, int Asked)? Check => row is { CheckRight: { } right, CheckAsked: { } asked } ? (right, asked) : null;

    /// <summary>The passage the person was last at, and when that was saved (UTC).</summary>
    public string? Last => row?.Last;

    /// <inheritdoc cref="Last"/>
    public DateTime? LastAt => row?.LastAt;

    // Asked for every lesson of the outline at every page; kept as long as the catalogue that holds the lesson.
    internal static Passages PassagesOf(Lesson lesson) => Known.GetValue(lesson, static lesson =>
        new([.. new[] { lesson.Text.English, lesson.Text.Chinese }.OfType<LessonText>().Select(text => text.Blocks.Select(block => block.Id).ToArray())]));
}
