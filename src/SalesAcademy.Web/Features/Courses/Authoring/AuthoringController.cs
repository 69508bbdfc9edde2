using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>Lessons written in the academy, for authors without git: the same files, checked by the same rules, looked at by a second person.</summary>
[Route("authoring"), Allow(Role.Author | Role.Admin)]
internal sealed class AuthoringController(DraftBook book, KeepDrafts keep, PublishDraft publish, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/authoring";

    private const string Page = "{course}/{locale}/{name}", Course = "{course}/course", Glossary = "glossary";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Authoring/Drafts", await book.All(cancellation));

    [HttpGet(Page), HttpGet(Course), HttpGet(Glossary)]
    public Task<IActionResult> Edit(string? course, string? locale, string? name, CancellationToken cancellation) => Show(PathOf(course, locale, name), typed: null, seen: 0, cancellation);

    /// <summary>What is wrong with a text that nobody has saved, and how it would be read: a fragment.</summary>
    [HttpPost(Page + "/check"), HttpPost(Course + "/check"), HttpPost(Glossary + "/check")]
    public async Task<IActionResult> Check(string? course, string? locale, string? name, string? text, CancellationToken cancellation) =>
        (text?.Length ?? 0) > KeepDrafts.Longest ? StatusCode(StatusCodes.Status413PayloadTooLarge)
        : await book.Check(PathOf(course, locale, name), text ?? "", cancellation) is { } findings ? PartialView("Authoring/_Findings", findings) : NotFound();

    [HttpPost(Page), HttpPost(Course), HttpPost(Glossary)]
    public async Task<IActionResult> Save(string? course, string? locale, string? name, string? text, int version, string? beganFrom, CancellationToken cancellation) =>
        await Answer(await keep.Save(Act(), PathOf(course, locale, name), text, version, beganFrom), "saved", PathOf(course, locale, name), text ?? "", version, cancellation);

    /// <summary>Its author has seen that the file has changed, and means the draft to replace it.</summary>
    [HttpPost(Page + "/beginning"), HttpPost(Course + "/beginning"), HttpPost(Glossary + "/beginning")]
    public async Task<IActionResult> Begin(string? course, string? locale, string? name, int version, string? hash, CancellationToken cancellation) =>
        await Answer(await keep.Begin(Act(), PathOf(course, locale, name), version, hash), "begun", PathOf(course, locale, name), typed: null, version, cancellation);

    [HttpPost(Page + "/submission"), HttpPost(Course + "/submission"), HttpPost(Glossary + "/submission")]
    public async Task<IActionResult> Submit(string? course, string? locale, string? name, int version, CancellationToken cancellation)
    {
        var path = PathOf(course, locale, name);
        if (await book.Find(path, Person, typed: null, seen: 0, cancellation) is not { } page)
            return NotFound();
        var decided = page.Draft is not null && page.Findings.HasErrors ? new Refused<int>(new Refusal("draft-faulty")) : await keep.Submit(Act(), path, version);
        return await Answer(decided, "submitted", path, typed: null, version, cancellation);
    }

    [HttpPost(Page + "/return"), HttpPost(Course + "/return"), HttpPost(Glossary + "/return")]
    public async Task<IActionResult> SendBack(string? course, string? locale, string? name, int version, string? wish, CancellationToken cancellation) =>
        await Answer(await keep.SendBack(Act(), PathOf(course, locale, name), version, wish), "sent-back", PathOf(course, locale, name), typed: null, version, cancellation);

    [HttpPost(Page + "/publication"), HttpPost(Course + "/publication"), HttpPost(Glossary + "/publication")]
    public async Task<IActionResult> Publish(string? course, string? locale, string? name, int version, CancellationToken cancellation) =>
        await Answer(await publish.Run(Act(), PathOf(course, locale, name), version, cancellation), "published", PathOf(course, locale, name), typed: null, version, cancellation);

    [HttpPost(Page + "/removal"), HttpPost(Course + "/removal"), HttpPost(Glossary + "/removal")]
    public async Task<IActionResult> Discard(string? course, string? locale, string? name, int version, CancellationToken cancellation)
    {
        var path = PathOf(course, locale, name);
        return await AnswerForm(await keep.Discard(Act(), path, version), words, "discarded", book.Stands(path) ? EditedPage.UrlOf(path) : Address, () => Show(path, typed: null, version, cancellation));
    }

    private static string PathOf(string? course, string? locale, string? name) => course is null ? ContentEditing.Glossary : locale is null ? ContentEditing.CourseFile(course) : $"courses/{course}/{locale}/{name}.md";

    private Task<IActionResult> Answer(Decision<int> decided, string done, string path, string? typed, int seen, CancellationToken cancellation) =>
        AnswerForm(decided, words, done, EditedPage.UrlOf(path), () => Show(path, typed, seen, cancellation));

    private async Task<IActionResult> Show(string path, string? typed, int seen, CancellationToken cancellation) =>
        await book.Find(path, Person, typed, seen, cancellation) is { } page ? View("Authoring/Edit", page) : NotFound();
}
