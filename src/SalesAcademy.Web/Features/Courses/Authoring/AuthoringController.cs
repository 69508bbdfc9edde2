using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>Lessons and what leads to them, written in the academy, for authors without git: the same files, checked by the same rules, looked at by a second person.</summary>
[Route("authoring"), Allow(Role.Author | Role.Admin)]
internal sealed class AuthoringController(DraftBook book, KeepDrafts keep, PublishDraft publish, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/authoring";

    private const string Page = "{course}/{locale}/{name}", Course = "{course}/course", Glossary = "glossary", Path = "paths/{path}/path", Playbook = "playbook";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Authoring/Drafts", await book.All(cancellation));

    [HttpGet(Page), HttpGet(Course), HttpGet(Glossary), HttpGet(Path), HttpGet(Playbook)]
    public Task<IActionResult> Edit(CancellationToken cancellation) => Show(Edited, typed: null, seen: 0, cancellation);

    /// <summary>What is wrong with a text that nobody has saved, and how it would be read: a fragment.</summary>
    [HttpPost(Page + "/check"), HttpPost(Course + "/check"), HttpPost(Glossary + "/check"), HttpPost(Path + "/check"), HttpPost(Playbook + "/check")]
    public async Task<IActionResult> Check(string? text, CancellationToken cancellation) =>
        (text?.Length ?? 0) > KeepDrafts.Longest ? StatusCode(StatusCodes.Status413PayloadTooLarge)
        : await book.Check(Edited, text ?? "", cancellation) is { } findings ? PartialView("Authoring/_Findings", findings) : NotFound();

    [HttpPost(Page), HttpPost(Course), HttpPost(Glossary), HttpPost(Path), HttpPost(Playbook)]
    public async Task<IActionResult> Save(string? text, int version, string? beganFrom, CancellationToken cancellation) =>
        await Answer(await keep.Save(Act(), Edited, text, version, beganFrom), "saved", Edited, text ?? "", version, cancellation);

    /// <summary>Its author has seen that the file has changed, and means the draft to replace it.</summary>
    [HttpPost(Page + "/beginning"), HttpPost(Course + "/beginning"), HttpPost(Glossary + "/beginning"), HttpPost(Path + "/beginning"), HttpPost(Playbook + "/beginning")]
    public async Task<IActionResult> Begin(int version, string? hash, CancellationToken cancellation) =>
        await Answer(await keep.Begin(Act(), Edited, version, hash), "begun", Edited, typed: null, version, cancellation);

    [HttpPost(Page + "/submission"), HttpPost(Course + "/submission"), HttpPost(Glossary + "/submission"), HttpPost(Path + "/submission"), HttpPost(Playbook + "/submission")]
    public async Task<IActionResult> Submit(string? text, int version, string? beganFrom, CancellationToken cancellation)
    {
        var path = Edited;
        if (await book.IsOther(path, text, cancellation)) // what is typed is handed in, not what was saved before
        {
            if (await keep.Save(Act(), path, text, version, beganFrom) is not Accepted<int> { Value: var saved })
                return await Save(text, version, beganFrom, cancellation);
            version = saved;
        }

        if (await book.Find(path, Person, typed: null, seen: 0, cancellation) is not { } page)
            return NotFound();
        var decided = page.Draft is not null && page.Findings.HasErrors ? new Refused<int>(new Refusal("draft-faulty")) : await keep.Submit(Act(), path, version);
        return await Answer(decided, "submitted", path, typed: null, version, cancellation);
    }

    [HttpPost(Page + "/return"), HttpPost(Course + "/return"), HttpPost(Glossary + "/return"), HttpPost(Path + "/return"), HttpPost(Playbook + "/return")]
    public async Task<IActionResult> SendBack(string? text, int version, string? wish, CancellationToken cancellation) => await book.IsOther(Edited, text, cancellation)
        ? await Unsaved(text, version, cancellation)
        : await Answer(await keep.SendBack(Act(), Edited, version, wish), "sent-back", Edited, typed: null, version, cancellation);

    [HttpPost(Page + "/publication"), HttpPost(Course + "/publication"), HttpPost(Glossary + "/publication"), HttpPost(Path + "/publication"), HttpPost(Playbook + "/publication")]
    public async Task<IActionResult> Publish(string? text, int version, CancellationToken cancellation) => await book.IsOther(Edited, text, cancellation)
        ? await Unsaved(text, version, cancellation)
        : await Answer(await publish.Run(Act(), Edited, version, cancellation), "published", Edited, typed: null, version, cancellation);

    [HttpPost(Page + "/removal"), HttpPost(Course + "/removal"), HttpPost(Glossary + "/removal"), HttpPost(Path + "/removal"), HttpPost(Playbook + "/removal")]
    public async Task<IActionResult> Discard(int version, CancellationToken cancellation)
    {
        var path = Edited;
        return await AnswerForm(await keep.Discard(Act(), path, version), words, "discarded", book.Stands(path) ? EditedPage.UrlOf(path) : Address, () => Show(path, typed: null, version, cancellation));
    }

    // The file that the address names.
    private string Edited => (Named("course"), Named("locale")) switch
    {
        ({ } course, { } locale) => $"courses/{course}/{locale}/{Named("name")}.md",
        ({ } course, null) => ContentEditing.CourseFile(course),
        _ => Named("path") is { } path ? ContentEditing.PathFile(path) : Request.Path.StartsWithSegments($"{Address}/{Playbook}", StringComparison.Ordinal) ? ContentEditing.Playbook : ContentEditing.Glossary,
    };

    private string? Named(string part) => RouteData.Values[part] as string;

    // Whoever corrects a draft while looking at it becomes its author: that is saved, and looked at by somebody else.
    private Task<IActionResult> Unsaved(string? text, int version, CancellationToken cancellation) => Answer(new Refused<int>(new Refusal("draft-unsaved")), "", Edited, text ?? "", version, cancellation);

    private Task<IActionResult> Answer(Decision<int> decided, string done, string path, string? typed, int seen, CancellationToken cancellation) =>
        AnswerForm(decided, words, done, EditedPage.UrlOf(path), () => Show(path, typed, seen, cancellation));

    private async Task<IActionResult> Show(string path, string? typed, int seen, CancellationToken cancellation) =>
        await book.Find(path, Person, typed, seen, cancellation) is { } page ? View("Authoring/Edit", page) : NotFound();
}
