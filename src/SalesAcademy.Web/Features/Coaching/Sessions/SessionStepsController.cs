using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>The steps of a session. A refused one comes back on its page with the reason and what was filled in.</summary>
[Route("coaching/sessions/{id:guid}")]
internal sealed class SessionStepsController(SessionBook book, SessionMoves moves, MarkSession mark, SumUpSession sumUp, IStringLocalizer<Words> words) : AcademyController
{
    private const string Level = $"{nameof(MarksForm.Levels)}[";

    [HttpPost("move")]
    public async Task<IActionResult> Move(Guid id, [FromForm] MoveForm form, CancellationToken cancellation) => await Answer(id, await moves.Move(Act(), id, form), cancellation);

    [HttpPost("beginning")]
    public async Task<IActionResult> Begin(Guid id, CancellationToken cancellation) => await Answer(id, await moves.Begin(Act(), id), cancellation);

    [HttpPost("ending")]
    public async Task<IActionResult> End(Guid id, bool leaveOut, CancellationToken cancellation) => await Answer(id, await moves.End(Act(), id, leaveOut), cancellation);

    [HttpPost("excuse")]
    public async Task<IActionResult> Excuse(Guid id, string? reason, CancellationToken cancellation) => await Answer(id, await moves.CallOff(Act(reason), id, excused: true), cancellation);

    [HttpPost("cancellation")]
    public async Task<IActionResult> Cancel(Guid id, string? reason, CancellationToken cancellation) => await Answer(id, await moves.CallOff(Act(reason), id, excused: false), cancellation);

    [HttpPost("reopening")]
    public async Task<IActionResult> Reopen(Guid id, string? reason, CancellationToken cancellation) => await Answer(id, await moves.Reopen(Act(reason), id), cancellation);

    /// <summary>Keeps levels and words, and hands the card in where that was asked. What came is kept even where the card lacks a row.</summary>
    [HttpPost("marks")]
    public async Task<IActionResult> Mark(Guid id, [FromForm] MarksForm form, CancellationToken cancellation)
    {
        if (ModelState.FirstOrDefault(field => field.Key.StartsWith(Level, StringComparison.Ordinal) && field.Value is { Errors.Count: > 0 }).Key is { } unread)
            return await Answer(id, new Refusal("level-off-scale", unread[Level.Length..^1]), cancellation);
        // Of the two acts of one form only the last is under its key: setting the same levels again changes nothing.
        var kept = await mark.Set(form.IsDone ? Act() with { Key = null } : Act(), id, form);
        return await Answer(id, form.IsDone && kept is Accepted<Done> ? await mark.HandIn(Act(), id) : kept, cancellation);
    }

    /// <param name="id">The session.</param>
    /// <param name="text">The words.</param>
    /// <param name="moment">m:ss into the session or the recorded call; empty for now.</param>
    /// <param name="cancellation">Ends with the request.</param>
    [HttpPost("comments")]
    public async Task<IActionResult> Comment(Guid id, string? text, string? moment, CancellationToken cancellation) =>
        await Answer(id, await mark.Comment(Act(), id, text, string.IsNullOrWhiteSpace(moment) ? null : SessionTime.Seconds(moment) ?? -1), cancellation);

    [HttpPost("summary")]
    public async Task<IActionResult> SumUp(Guid id, [FromForm] SummaryForm form, CancellationToken cancellation) => await Answer(id, await sumUp.Write(Act(), id, form), cancellation);

    [HttpPost("items")]
    public async Task<IActionResult> Agree(Guid id, [FromForm] ItemForm form, CancellationToken cancellation) => await Answer(id, await sumUp.Agree(Act(), id, form), cancellation);

    [HttpPost("signature")]
    public async Task<IActionResult> Sign(Guid id, int edition, CancellationToken cancellation) => await Answer(id, await sumUp.Sign(Act(), id, edition, agrees: true), cancellation);

    [HttpPost("refusal")]
    public async Task<IActionResult> Refuse(Guid id, int edition, string? reason, CancellationToken cancellation) => await Answer(id, await sumUp.Sign(Act(reason), id, edition, agrees: false), cancellation);

    private async Task<IActionResult> Answer(Guid id, Decision<Done> decided, CancellationToken cancellation)
    {
        if (decided is not Refused<Done> { Reason: var reason })
            return Redirect(SessionNotices.LinkTo(id));
        if (reason.Key is "not-found" or "key-reused" || await book.Read(Person, id, cancellation) is not { } page)
            return Answer(reason);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var row = reason.Key is "row-missing" or "level-off-scale" ? (string)reason.Arguments[0] : null;
        object[] arguments = row is not null ? [page.Rubric?.Criteria.FirstOrDefault(c => c.Id == row)?.Name.In(Person.ContentLanguage).Value ?? row]
            : reason.Key == "moment-outside" ? [.. reason.Arguments.Select(second => PlayingTime.Written((int)second))]
            : [.. reason.Arguments];
        return View("Sessions/Session", page with
        {
            Refusal = words[$"refusal.{reason.Key}", arguments],
            MissingRow = row,
            WrongField = FieldOf(reason.Key),
            Typed = Request.Form,
            Step = Request.Path.Value!.Split('/')[^1], // a step has a path
        });
    }

    // By the ids they have on the page.
    private static string? FieldOf(string refusal) => refusal switch
    {
        "moment-off" or "moment-outside" => "moment",
        "comment-empty" => "text",
        "item-empty" or "item-too-long" => "item",
        "owner-off" => "owner",
        "due-off" => "due",
        "time-needed" or "day-past" or "day-far" => "Day",
        "minutes-off" => "Minutes",
        _ => null,
    };
}
