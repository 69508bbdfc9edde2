using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The live board with, beside it, the person chosen.</summary>
internal sealed record BoardPage(IReadOnlyList<BoardPerson> People, IReadOnlyDictionary<Guid, WhereNow> Where, string Show, DateTime AsOf, Panel? Panel)
{
    public static readonly IReadOnlyList<string> Filters = ["all", "needs", "exam", "unread"];

    public IEnumerable<BoardPerson> Of(string filter) => filter switch
    {
        "needs" => People.Where(p => p.Group == BoardGroup.Needs),
        "exam" => People.Where(p => p.HasHold),
        "unread" => People.Where(p => p.Unread + p.Waiting + p.Held > 0),
        _ => People,
    };

    public IEnumerable<IGrouping<BoardGroup, BoardPerson>> Groups => Of(Show).GroupBy(p => p.Group);

    public int Here => People.Count(p => p.Presence != Presence.Offline);

    public static string UrlOf(Guid? person, string show) => $"{Board.Url}{(person is null ? "" : $"/{person}")}{(show == "all" ? "" : $"?show={show}")}";
}

[Route("coaching/board"), Allow(Role.Manager)]
internal sealed class BoardController(AcademyDb db, Board board, WhereWords where, SendNote send, Library library, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(string? show, CancellationToken cancellation) => View("Board", await Page(show, null, cancellation));

    [HttpGet("{person:guid}")]
    public Task<IActionResult> Show(Guid person, string? show, CancellationToken cancellation) => Beside(new NoteForm { Person = person }, show, null, cancellation);

    /// <summary>Sends the note; the page comes back with it, or with the reason why not and the text as it was.</summary>
    [HttpPost("/coaching/notes")]
    public async Task<IActionResult> Send([FromForm] NoteForm form, string? show, CancellationToken cancellation)
    {
        switch (await send.Run(Act(), form, cancellation))
        {
            case Accepted<SentNote> sent:
                TempData["flash"] = words[sent.Value.Held ? "sent.held" : "sent.now"].Value;
                return Redirect($"{Board.Url}/{form.Person}");
            case Refused<SentNote> { Reason.Key: not ("not-found" or "key-reused") } refused:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await Beside(form, show, words[$"refusal.{refused.Reason.Key}", [.. refused.Reason.Arguments]], cancellation);
            case var other:
                return Answer(((Refused<SentNote>)other).Reason);
        }
    }

    private async Task<IActionResult> Beside(NoteForm form, string? show, string? refusal, CancellationToken cancellation)
    {
        var language = await Staff.TeamOf(db, Person).Where(p => p.Id == form.Person && p.SuspendedAt == null).Select(p => p.ContentLanguage).SingleOrDefaultAsync(cancellation);
        if (language is null)
            return NotFound();
        return View("Board", await Page(show, async people =>
        {
            var person = people.Single(p => p.Id == form.Person);
            return new Panel
            {
                Person = person,
                Where = where.Say(person, Person),
                // What somebody in an examination looks at stays between them and the examination.
                Reading = person.HasHold ? null : Passages.At(where.LessonAt(person.Place), person.Place, language),
                Earlier = await db.NotesBetween(library, Person.Id, person.Id, cancellation),
                Form = form,
                Refusal = refusal,
            };
        }, cancellation));
    }

    private async Task<BoardPage> Page(string? show, Func<IReadOnlyList<BoardPerson>, Task<Panel>>? panel, CancellationToken cancellation)
    {
        var people = await board.Read(Person, cancellation);
        return new BoardPage(
            people, people.ToDictionary(p => p.Id, p => where.Say(p, Person)), BoardPage.Filters.Contains(show) ? show! : "all", clock.Now,
            panel is null ? null : await panel(people));
    }
}
