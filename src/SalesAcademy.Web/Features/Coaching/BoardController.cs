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
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The live board with, beside it, the person chosen.</summary>
internal sealed record BoardPage(IReadOnlyList<BoardPerson> People, IReadOnlyDictionary<Guid, WhereNow> Where, BoardAsk Ask, DateTime AsOf, Panel? Panel)
{
    public IEnumerable<BoardPerson> Of(string filter) => Ask.Among(People, filter);

    /// <summary>Those to show, in groups where the order is of attention.</summary>
    public IEnumerable<IGrouping<BoardGroup?, BoardPerson>> Groups => BoardAsk.InOrder(Of(Ask.Filter), Ask.Order).GroupBy(p => Ask.IsGrouped ? p.Group : (BoardGroup?)null);

    public int Here => People.Count(p => p.Presence != Presence.Offline);
}

[Route("coaching/board"), Allow(Role.Manager)]
internal sealed class BoardController(AcademyDb db, Board board, WhereWords where, SendNote send, Library library, Clock clock, Moments moments, IStringLocalizer<Words> words) : AcademyController
{
    // Letters of an own snippet that its button shows.
    private const int ShortName = 18;

    [HttpGet]
    public async Task<IActionResult> Index([FromQuery] BoardAsk ask, CancellationToken cancellation) => View("Board", await Page(ask, null, cancellation));

    [HttpGet("{person:guid}")]
    public Task<IActionResult> Show(Guid person, [FromQuery] BoardAsk ask, CancellationToken cancellation) => Beside(new NoteForm { Person = person }, ask, null, cancellation);

    /// <summary>Sends the note; the page comes back with it, or with the reason why not and the text as it was.</summary>
    [HttpPost("/coaching/notes")]
    public async Task<IActionResult> Send([FromForm] NoteForm form, [FromQuery] BoardAsk ask, CancellationToken cancellation)
    {
        // What it would be about could not be read; without it the note would say something else.
        if (!ModelState.IsValid)
            return NotFound();
        switch (await send.Run(Act(), form, cancellation))
        {
            case Accepted<SentNote> sent:
                TempData["flash"] = sent.Value is { Held: false, Rests: { } rests } ? words["sent.resting", moments.Moment(rests)].Value : words[sent.Value.Held ? "sent.held" : "sent.now"].Value;
                return Back(form.ReturnUrl, ask.Url(form.Person));
            case Refused<SentNote> { Reason.Key: not ("not-found" or "key-reused") } refused:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await Beside(form, ask, words[$"refusal.{refused.Reason.Key}", [.. refused.Reason.Arguments]], cancellation);
            case var other:
                return Answer(((Refused<SentNote>)other).Reason);
        }
    }

    private async Task<IActionResult> Beside(NoteForm form, BoardAsk ask, string? refusal, CancellationToken cancellation)
    {
        var language = await Staff.TeamOf(db, Person).Where(p => p.Id == form.Person && p.SuspendedAt == null).Select(p => p.ContentLanguage).SingleOrDefaultAsync(cancellation);
        if (language is null)
            return NotFound();
        return View("Board", await Page(ask, async people =>
        {
            var person = people.Single(p => p.Id == form.Person);
            return new Panel
            {
                Person = person,
                Where = where.Say(person, Person),
                // What somebody in an examination looks at stays between them and the examination.
                Reading = person.HasHold || form.IsBeside ? null : Passages.At(where.LessonAt(person.Place), person.Place, language),
                Earlier = await db.NotesBetween(library, Person, person.Id, ask.Newer, cancellation),
                Form = form,
                Snippets = await Snippets(cancellation),
                Rests = await Rest.Until(db, library.Now.Coaching, person.Id, clock, clock.Now, cancellation),
                Thing = form.IsBeside ? await ThingOf(form, cancellation) : null,
                Refusal = refusal,
            };
        }, cancellation));
    }

    private async Task<IReadOnlyList<(string Name, string Text)>> Snippets(CancellationToken cancellation) =>
    [
        .. (await db.SnippetsOf(Person.Id).Select(snippet => snippet.Text).ToListAsync(cancellation)).Select(text => (text.Length <= ShortName ? text : string.Concat(text.AsSpan(0, ShortName), "…"), text)),
        .. library.Now.Snippets.Select(snippet => (snippet.Name.In(Person.Language).Value, snippet.Text.In(Person.Language).Value)),
    ];

    // Only of what is this person's: the form came from outside.
    private async Task<NoteThing?> ThingOf(NoteForm form, CancellationToken cancellation)
    {
        var unsent = new NoteRow { Id = Guid.Empty, Person = form.Person, Sequence = 0, Author = Person.Id, Text = "", At = clock.Now, Lead = form.Lead, Attempt = form.Lead is null ? form.Attempt : null, Question = form.Question };
        return (await NoteThings.Of(db, library, form.Person, [unsent], Person.ContentLanguage, cancellation)).GetValueOrDefault(unsent.Id);
    }

    private async Task<BoardPage> Page(BoardAsk ask, Func<IReadOnlyList<BoardPerson>, Task<Panel>>? panel, CancellationToken cancellation)
    {
        var people = await board.ReadWhole(Person, cancellation);
        return new BoardPage(
            people, people.ToDictionary(p => p.Id, p => where.Say(p, Person)), ask, clock.Now,
            panel is null ? null : await panel(people));
    }
}
