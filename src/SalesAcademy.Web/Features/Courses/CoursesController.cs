using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>The catalogue, a course, its images, and for authors what is wrong with the content.</summary>
[Route("courses")]
internal sealed class CoursesController(Library library, ContentArchive archive, ReadingProgress progress, AcademyDb db) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var catalogue = library.Now;
        return View("Catalogue", new CataloguePage(await ReadingProgress.OfAll(db, Person.Id, catalogue, cancellation), Person.ContentLanguage));
    }

    [HttpGet("{course}")]
    public async Task<IActionResult> Show(string course)
    {
        var catalogue = library.Now;
        return catalogue.FindCourse(course) is { } taught
            ? View("Course", new CoursePage(catalogue, await progress.Of(Person.Id, taught), Person.ContentLanguage))
            : NotFound();
    }

    [HttpGet("check"), Allow(Role.Author | Role.Admin)]
    public IActionResult Check() => View("Check", library);

    /// <summary>An image of a text. Its address holds its hash, so a browser may keep it for ever.</summary>
    [HttpGet("{course}/assets/{hash}/{name}")]
    public IActionResult Asset(string course, string hash, string name)
    {
        if (library.FindAsset(course, $"/courses/{course}/assets/{hash}/{name}") is not { } asset)
            return NotFound();
        Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        // Opened by its address an SVG is a page: it gets no script, no form and no origin.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return PhysicalFile(archive.PathOf(asset.Hash), asset.MediaType);
    }
}

/// <summary>Every course with the reader's progress.</summary>
internal sealed record CataloguePage(IReadOnlyList<CourseStanding> Courses, string Language);

/// <summary>One course as one person sees it.</summary>
internal sealed record CoursePage(Catalogue Catalogue, CourseStanding Standing, string Language)
{
    public Course Course => Standing.Course;

    /// <summary>What can be earned with this course, each with the quiz to be passed.</summary>
    public IEnumerable<(Certification Certification, Quiz Quiz)> Certifications =>
        from certification in Catalogue.Certifications
        where certification.Course == Course.Id
        let quiz = Course.FindQuiz(certification.Quiz)
        where quiz is not null
        select (certification, quiz);
}
