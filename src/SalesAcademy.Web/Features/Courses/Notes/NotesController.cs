using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Notes;

/// <summary>What the person who asks has marked for themselves; nobody else's can be asked for.</summary>
[Route("courses")]
internal sealed class NotesController(KeepMarks keep, ReadingMarks marks, AcademyDb db) : AcademyController
{
    private const string Page = "/courses/notes";
    private const int LongestSearch = 100;

    [HttpGet("notes")]
    public async Task<IActionResult> Index(string? q, CancellationToken cancellation)
    {
        var asked = q?.Trim() ?? "";
        asked = asked.Length > LongestSearch ? asked[..LongestSearch] : asked;
        return View("Notes/MyNotes", new NotesPage(await marks.Of(db, Person.Id, asked, Person.ContentLanguage, cancellation), asked, Person.ContentLanguage));
    }

    [HttpPost("{course}/{lesson}/notes")]
    public async Task<IActionResult> Mark(string course, string lesson, MarkForm form) =>
        Answer(await keep.Mark(Act(), Person.Id, course, lesson, form), $"/courses/{course}/{lesson}#own-notes");

    [HttpPost("{course}/{lesson}/bookmark")]
    public async Task<IActionResult> Bookmark(string course, string lesson, string? returnUrl) =>
        Answer(await keep.Bookmark(Act(), Person.Id, course, lesson, isWanted: true), Local(returnUrl, $"/courses/{course}/{lesson}"));

    [HttpPost("{course}/{lesson}/bookmark/removal")]
    public async Task<IActionResult> RemoveBookmark(string course, string lesson, string? returnUrl) =>
        Answer(await keep.Bookmark(Act(), Person.Id, course, lesson, isWanted: false), Local(returnUrl, $"/courses/{course}/{lesson}"));

    [HttpPost("notes/{id:guid}")]
    public async Task<IActionResult> Reword(Guid id, string? text, string? returnUrl) => Answer(await keep.Reword(Act(), Person.Id, id, text), Local(returnUrl, Page));

    [HttpPost("notes/{id:guid}/removal")]
    public async Task<IActionResult> Remove(Guid id, string? returnUrl) => Answer(await keep.Remove(Act(), Person.Id, id), Local(returnUrl, Page));

    private string Local(string? to, string otherwise) => Url.IsLocalUrl(to) ? to! : otherwise;

    private IActionResult Answer(Decision<Guid> decided, string on) => decided is Refused<Guid> refused ? Answer(refused.Reason) : Redirect(on);
}

/// <summary>All that one person has marked.</summary>
/// <param name="Courses">By course.</param>
/// <param name="Asked">The word that was sought; empty for all.</param>
/// <param name="Language">The language lessons are read in.</param>
internal sealed record NotesPage(IReadOnlyList<MarkedCourse> Courses, string Asked, string Language);
