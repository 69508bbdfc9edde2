using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>An empty or refused card with what the rubric asks and how it was answered last time.</summary>
internal sealed record NewScorecardPage(string Name, Rubric Rubric, IReadOnlyList<Rubric> Rubrics, ScorecardForm Form, LastCard? Last, string? Refusal, string? MissingRow, string Language);

/// <summary>The previous card of the same person and rubric.</summary>
internal sealed record LastCard(DateOnly Day, IReadOnlyDictionary<string, int> Levels);

/// <summary>A recorded card, in the words of the rubric as it was then.</summary>
internal sealed record ScorecardPage(string Person, string Rater, ScorecardRow Card, Rubric Rubric, IReadOnlyDictionary<string, ScoreRow> Rows, string Language);

[Route("coaching/scorecards")]
internal sealed class ScorecardsController(AcademyDb db, Library library, RecordScorecard record, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet("new"), Allow(Role.Manager)]
    public async Task<IActionResult> New(Guid person, string? rubric, CancellationToken cancellation)
    {
        var profile = await Staff.TeamOf(db, Person).Where(p => p.Id == person).Select(p => p.Profile).SingleOrDefaultAsync(cancellation);
        return await Form(new ScorecardForm { Person = person, Rubric = rubric ?? RubricChoice.For(library.Now, profile) ?? "" }, null, cancellation);
    }

    [HttpPost("new"), Allow(Role.Manager)]
    public async Task<IActionResult> Create([FromForm] ScorecardForm form, CancellationToken cancellation)
    {
        switch (await record.Run(Act(), form, cancellation))
        {
            case Accepted<Guid> card:
                TempData["flash"] = words["scorecard.recorded"].Value;
                return Redirect($"/coaching/scorecards/{card.Value}");
            case Refused<Guid> { Reason: { Key: not ("not-found" or "key-reused") } reason }:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await Form(form, reason, cancellation);
            case var other:
                return Answer(((Refused<Guid>)other).Reason);
        }
    }

    /// <summary>For whoever was observed, whoever rated, and the managers of the team; of a session, for those who took part in it.</summary>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation)
    {
        var card = await db.ScorecardsFor(Person.Id, Staff.TeamOf(db, Person).Select(p => p.Id)).SingleOrDefaultAsync(c => c.Id == id, cancellation);
        if (card is null || library.At(card.ContentHash)?.FindRubric(card.Rubric) is not { } rubric)
            return NotFound();
        var names = await db.Set<PersonRow>().Where(p => p.Id == card.Person || p.Id == card.Rater).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var rows = await db.Set<ScoreRow>().Where(r => r.Scorecard == id).ToDictionaryAsync(r => r.Criterion, StringComparer.Ordinal, cancellation);
        return View("Scorecard", new ScorecardPage(names[card.Person], names[card.Rater], card, rubric, rows, Person.Language));
    }

    private async Task<IActionResult> Form(ScorecardForm form, Refusal? refusal, CancellationToken cancellation)
    {
        var name = await Staff.TeamOf(db, Person).Where(p => p.Id == form.Person && p.SuspendedAt == null).Select(p => p.Name).SingleOrDefaultAsync(cancellation);
        if (name is null || library.Now.FindRubric(form.Rubric) is not { IsForAnswers: false } rubric)
            return NotFound();
        var last = await db.ScorecardsFor(Person.Id, Staff.TeamOf(db, Person).Select(p => p.Id)).Where(c => c.Person == form.Person && c.Rubric == form.Rubric).OrderByDescending(c => c.At).FirstOrDefaultAsync(cancellation);
        var levels = last is null ? null : await db.Set<ScoreRow>().Where(r => r.Scorecard == last.Id).ToDictionaryAsync(r => r.Criterion, r => r.Level, StringComparer.Ordinal, cancellation);
        var row = refusal?.Key is "row-missing" or "level-off-scale" ? (string)refusal.Arguments[0] : null;
        var said = refusal is null ? null : words[$"refusal.{refusal.Key}", row is null ? [.. refusal.Arguments] : [rubric.Criteria.Single(c => c.Id == row).Name.In(Person.Language).Value]];
        return View("NewScorecard", new NewScorecardPage(name, rubric, library.Now.Scorecards, form, last is null ? null : new LastCard(last.Day, levels!), said?.Value, row, Person.Language));
    }
}
