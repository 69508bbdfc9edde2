using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses.Authoring;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>The catalogue, a course, its images, and for authors what is wrong with the content.</summary>
[Route("courses")]
internal sealed class CoursesController(Library library, ContentArchive archive, Openings openings, ReadingProgress progress, DraftShelf drafts, AcademyDb db) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var catalogue = library.Now;
        return View("Catalogue", new CataloguePage(
            await ReadingProgress.OfAll(db, Person.Id, catalogue, cancellation), await openings.Closed(db, Person.Id, cancellation), Person.ContentLanguage));
    }

    [HttpGet("{course}")]
    public async Task<IActionResult> Show(string course)
    {
        var catalogue = library.Now;
        if (catalogue.FindCourse(course) is not { } taught)
            return NotFound();
        var earned = new List<EarnedHere>();
        foreach (var certification in catalogue.Certifications.Where(certification => certification.Course == course))
            if (taught.FindQuiz(certification.Quiz) is { } quiz)
                earned.Add(new EarnedHere(certification, quiz, await openings.BeforeQuiz(db, Person.Id, taught, quiz.Id)));
        return View("Course", new CoursePage(catalogue, await progress.Of(Person.Id, taught), await openings.BeforeCourse(db, Person.Id, course), earned, Person.ContentLanguage));
    }

    /// <summary>The battle card: on the screen beside the call, or printed on one page.</summary>
    [HttpGet("{course}/battle-card")]
    public async Task<IActionResult> Card(string course)
    {
        if (library.Now.FindCourse(course) is not { Card: { } card } taught)
            return NotFound();
        if (await openings.BeforeCourse(db, Person.Id, course) is not { } before)
            return View("Card", new CardPage(taught, card.In(Person.ContentLanguage), Person.ContentLanguage));
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return View("Closed", new ClosedPage(taught, card.Select(shown => shown.Title), before, Person.ContentLanguage));
    }

    [HttpGet("check"), Allow(Role.Author | Role.Admin)]
    public IActionResult Check() => View("Check", library);

    /// <summary>An image of a text, or what a lesson plays, for who may read that. Its address holds its hash, so a browser may keep it for ever.</summary>
    [HttpGet("{course}/assets/{hash}/{name}")]
    public async Task<IActionResult> Asset(string course, string hash, string name, CancellationToken cancellation)
    {
        if (library.FindAsset(course, $"/courses/{course}/assets/{hash}/{name}") is { } asset)
        {
            if (asset.IsRecording && !Person.Is(Role.Author | Role.Admin) && await openings.BeforeReading(db, Person.Id, course) is not null)
                return NotFound();
            Response.Headers.CacheControl = "private, max-age=31536000, immutable";
            return AsImage(PhysicalFile(archive.PathOf(asset.Hash), asset.MediaType, lastModified: null, new EntityTagHeaderValue($"\"{asset.Hash[..16]}\""), enableRangeProcessing: true));
        }

        if (!Person.Is(Role.Author | Role.Admin) || await DraftImages.Find(db, course, hash, name, cancellation) is not { } draft)
            return NotFound();
        return AsImage(drafts.PathOf(draft) is { } lies ? PhysicalFile(lies, ContentEditing.MediaTypeOf(name), enableRangeProcessing: true) : File(draft.Content, ContentEditing.MediaTypeOf(name)));
    }

    // Opened by its address an SVG is a page: it gets no script, no form and no origin.
    private FileResult AsImage(FileResult file)
    {
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return file;
    }
}

/// <summary>Every course with the reader's progress.</summary>
internal sealed record CataloguePage(IReadOnlyList<CourseStanding> Courses, IReadOnlyDictionary<Milestone, Prerequisite> Closed, string Language)
{
    /// <summary>What comes before a course; null when it is open.</summary>
    public Prerequisite? Before(Course course) => Closed.GetValueOrDefault(new(MilestoneKind.Course, course.Id));
}

/// <summary>The battle card of a course.</summary>
internal sealed record CardPage(Course Course, Shown<BattleCard> Card, string Language);

/// <summary>One course as one person sees it.</summary>
internal sealed record CoursePage(Catalogue Catalogue, CourseStanding Standing, Prerequisite? Before, IReadOnlyList<EarnedHere> Certifications, string Language)
{
    public Course Course => Standing.Course;
}

/// <summary>What can be earned with a course: the quiz to be passed, and what comes before it.</summary>
internal sealed record EarnedHere(Certification Certification, Quiz Quiz, Prerequisite? Before)
{
    /// <summary>Only lessons of the course itself are still missing.</summary>
    public bool WaitsForLessons => Before?.What == new Milestone(MilestoneKind.Course, Certification.Course);
}
