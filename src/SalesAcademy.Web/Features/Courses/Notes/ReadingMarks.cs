using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Notes;

/// <summary>A mark as its reader sees it.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Found">What became of its words in the lesson as it is now; null for a note on the lesson.</param>
/// <param name="Lesson">The lesson in the language the words stand in, else in the reader's; null when it is no longer taught.</param>
internal sealed record ShownMark(ReadingMarkRow Mark, Found? Found, Shown<LessonText>? Lesson)
{
    /// <summary>A bookmark of the lesson, and nothing more.</summary>
    public bool IsBookmark => Mark.Block is null && Mark.Text.Length == 0;

    /// <summary>The passage on the page, where the lesson is read in the language of the words.</summary>
    public string? PlaceIn(string language) => Lesson is { } lesson && lesson.Locale == language ? Found?.Passage : null;

    /// <summary>Its place in the lesson; null when the lesson is no longer taught.</summary>
    public string? Url => Lesson is not { } lesson ? null : $"/courses/{Mark.Course}/{Mark.Lesson}{(Found?.Passage is { } place ? $"#{lesson.Value.Outline.FirstOrDefault(heading => heading.Block == place)?.Id ?? place}" : "")}";
}

/// <summary>Reads a person's marks; always those of the person who asks.</summary>
internal sealed class ReadingMarks(IPreparedReads reads, Library library)
{
    private static readonly Statement OfLesson = new("""
        SELECT id, person, course, lesson, block, quote, prefix, suffix, locale, text, at, edited_at
        FROM reading_marks WHERE person = @p0 AND course = @p1 AND lesson = @p2 ORDER BY at, id
        """);

    /// <summary>Those in one lesson, in the order in which they stand in it; what is on the lesson as a whole, or lost, comes first.</summary>
    public async Task<IReadOnlyList<ShownMark>> In(Guid person, Lesson lesson, string language)
    {
        var marks = await reads.Rows(OfLesson, row => new ReadingMarkRow
        {
            Id = row.GetGuid(0),
            Person = row.GetGuid(1),
            Course = row.GetString(2),
            Lesson = row.GetString(3),
            Block = row.Text(4),
            Quote = row.Text(5),
            Prefix = row.Text(6),
            Suffix = row.Text(7),
            Locale = row.Text(8),
            Text = row.GetString(9),
            At = row.Instant(10),
            EditedAt = row.MaybeInstant(11),
        }, person, lesson.Course, lesson.Id);
        return [.. InOrder(marks.Select(mark => Show(mark, lesson, language)))];
    }

    /// <summary>All of a person's that hold a word, by course and lesson as they are taught; what is no longer taught comes last.</summary>
    public async Task<IReadOnlyList<MarkedCourse>> Of(AcademyDb db, Guid person, string word, string language, CancellationToken cancellation)
    {
        var taught = library.Now;
        var marks = (await db.Set<ReadingMarkRow>().AsNoTracking().Where(mark => mark.Person == person).OrderBy(mark => mark.At).ToListAsync(cancellation))
            .Select(mark => Show(mark, taught.FindCourse(mark.Course)?.FindLesson(mark.Lesson), language)).Where(shown => Holds(shown, word));
        return
        [
            .. from shown in marks
               group shown by shown.Mark.Course into course
               let known = taught.FindCourse(course.Key)
               orderby known is null, taught.Courses.ToList().IndexOf(known!) // absent ones stand behind all
               select new MarkedCourse(course.Key, known, [
                   .. from shown in course
                      group shown by shown.Mark.Lesson into lesson
                      orderby known?.FindLesson(lesson.Key)?.Number ?? int.MaxValue
                      select new MarkedLesson(lesson.Key, known?.FindLesson(lesson.Key), [.. InOrder(lesson)])]),
        ];
    }

    private static bool Holds(ShownMark shown, string word) => word.Length == 0
        || shown.Mark.Text.Contains(word, StringComparison.CurrentCultureIgnoreCase)
        || shown.Mark.Quote?.Contains(word, StringComparison.CurrentCultureIgnoreCase) == true
        || shown.Lesson?.Value.Title.Contains(word, StringComparison.CurrentCultureIgnoreCase) == true;

    private static ShownMark Show(ReadingMarkRow mark, Lesson? lesson, string language)
    {
        // Words are sought in the language they were marked in, whichever their reader reads now.
        var text = lesson?.Text.In(mark.Locale ?? language);
        var found = mark.Anchor is not { } anchor ? null
            : text is not { } shown || shown.Locale != mark.Locale ? new Found(AnchorFate.Orphan, null)
            : anchor.FindIn([.. shown.Value.Blocks.Select(block => new Passage(block.Id, block.Text))]);
        return new(mark, found, text);
    }

    private static IOrderedEnumerable<ShownMark> InOrder(IEnumerable<ShownMark> marks) => marks.OrderBy(shown =>
        shown.Found?.Passage is { } place && shown.Lesson is { } lesson ? lesson.Value.Blocks.Select(block => block.Id).ToList().IndexOf(place) : -1);
}

/// <summary>What somebody marked in a course.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Course">The course; null when it is no longer taught.</param>
/// <param name="Lessons">By lesson, in order.</param>
internal sealed record MarkedCourse(string Id, Course? Course, IReadOnlyList<MarkedLesson> Lessons);

/// <summary>What somebody marked in a lesson.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Lesson">The lesson; null when it is no longer taught.</param>
/// <param name="Marks">In the order in which they stand in it.</param>
internal sealed record MarkedLesson(string Id, Lesson? Lesson, IReadOnlyList<ShownMark> Marks);
