using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses.Changes;
using SalesAcademy.Web.Features.Courses.Notes;
using SalesAcademy.Web.Features.Courses.Playback;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>A lesson, and how far it was read.</summary>
[Route("courses/{course}/{lesson}")]
internal sealed class LessonController(Library library, Openings openings, ReadingProgress progress, ReadLesson readLesson, ChangeTasks changes, ReadingMarks marks, ReadingWords words, AcademyDb db) : AcademyController
{
    /// <param name="course">The course.</param>
    /// <param name="lesson">The lesson.</param>
    /// <param name="kept">As a copy that stays on the device: the text, and nothing that is private, new or to be answered.</param>
    [HttpGet]
    public Task<IActionResult> Show(string course, string lesson, bool kept = false) => Page(course, lesson, refusal: null, kept);

    /// <summary>From the page's script after a passage was on screen, or from the reader who says to have read to the end.</summary>
    [HttpPost("progress")]
    public async Task<IActionResult> Read(string course, string lesson, string passage, bool late)
    {
        var byScript = Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);
        var read = await readLesson.Run(Act(), course, lesson, passage ?? "", late);
        return read switch
        {
            Accepted<LessonProgressRow> { Value: var row } when byScript => Json(Answer(course, lesson, row)),
            Accepted<LessonProgressRow> => Redirect($"/courses/{course}/{lesson}#check"),
            Refused<LessonProgressRow> { Reason: var reason } when byScript || reason == Refusal.NotFound => Answer(reason),
            Refused<LessonProgressRow> { Reason: var reason } => await Page(course, lesson, reason),
            _ => throw new InvalidOperationException("A decision is accepted or refused."),
        };
    }

    private async Task<IActionResult> Page(string course, string lesson, Refusal? refusal, bool kept = false)
    {
        var catalogue = library.Now;
        if (catalogue.FindCourse(course) is not { } taught || taught.FindLesson(lesson) is not { } text)
            return NotFound();
        var before = await openings.BeforeReading(db, Person.Id, course);
        Response.StatusCode = refusal is not null ? StatusCodes.Status422UnprocessableEntity : before is not null ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK;
        if (before is not null)
            return View("Closed", new ClosedPage(taught, text.Text.Select(shown => shown.Title), before, Person.ContentLanguage));
        return View("Lesson", new LessonPage(catalogue, await progress.Of(Person.Id, taught), text, Person.ContentLanguage, Person.Id)
        {
            Refusal = refusal,
            KeptAt = kept ? Act().At : null,
            Change = kept ? null : await changes.In(db, Person.Id, course, lesson, HttpContext.RequestAborted),
            TextSize = Request.Cookies["text-size"] is "large" or "larger" ? Request.Cookies["text-size"]! : "normal", // one of these
            Marks = kept ? [] : await marks.In(Person.Id, text, Person.ContentLanguage),
            Places = kept ? [] : await StoppedPlace.In(db, Person.Id, text, Person.ContentLanguage, HttpContext.RequestAborted),
        });
    }

    private object Answer(string course, string lesson, LessonProgressRow row)
    {
        // The catalogue may have been swapped since the command; what was read is stored all the same.
        var standing = library.Now.FindCourse(course)?.FindLesson(lesson) is { } text ? new LessonStanding(text, row) : null;
        return new { percent = standing?.Percent ?? row.Percent, saved = standing is null ? "" : words.Saved(standing), standing = standing is null ? "" : words.Standing(standing) };
    }
}

/// <summary>A text that is not the person's turn yet.</summary>
internal sealed record ClosedPage(Course Course, Localised<string> Text, Prerequisite Before, string Language);

/// <summary>A lesson as one person sees it.</summary>
internal sealed record LessonPage(Catalogue Catalogue, CourseStanding Standing, Lesson Lesson, string Language, Guid Reader)
{
    public Course Course => Standing.Course;

    public Shown<LessonText> Text { get; } = Lesson.Text.In(Language);

    public LessonStanding Mine { get; } = Standing.Lessons[Lesson.Number - 1];

    public Lesson? Previous => Lesson.Number > 1 ? Course.Lessons[Lesson.Number - 2] : null;

    public Lesson? Next => Lesson.Number < Course.Lessons.Count ? Course.Lessons[Lesson.Number] : null;

    public bool IsInBothLanguages => Lesson.Text is { English: not null, Chinese: not null };

    /// <summary>The passage to open at: where the reader was last, unless the lesson was read already.</summary>
    public string? ResumeAt => Mine is { IsRead: false, Last: { } last } && Text.Value.Blocks.Skip(1).Any(block => block.Id == last) ? last : null;

    /// <summary>Its element: a heading has an id of its words, any other passage its own.</summary>
    public string? ResumeAnchor => Text.Value.Outline.FirstOrDefault(heading => heading.Block == ResumeAt)?.Id ?? ResumeAt;

    public IEnumerable<Certification> Certifications => Catalogue.Certifications.Where(certification => certification.Course == Course.Id);

    public Refusal? Refusal { get; init; }

    /// <summary>When it was copied to stay on the reader's device; null for the page itself.</summary>
    public DateTime? KeptAt { get; init; }

    /// <summary>What changed since the reader had completed it; null when nothing did that they must know.</summary>
    public ChangeTask? Change { get; init; }

    /// <summary>normal, large or larger, from the reader's cookie: it belongs to the screen, not to the person.</summary>
    public string TextSize { get; init; } = "normal";

    /// <summary>What the reader has marked in it for themselves.</summary>
    public IReadOnlyList<ShownMark> Marks { get; init; } = [];

    /// <summary>Where the reader stopped in what it plays.</summary>
    public IReadOnlyList<StoppedPlace> Places { get; init; } = [];

    /// <summary>Its text, with what is new marked for those who are asked to read that.</summary>
    public string Html => Change is { State: ChangeState.Open } change ? change.Mark(Text.Value) : Text.Value.Html;
}
