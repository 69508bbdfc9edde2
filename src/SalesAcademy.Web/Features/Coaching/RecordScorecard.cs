using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>What a coach fills in after watching a seller at work.</summary>
internal sealed record ScorecardForm
{
    public Guid Person { get; init; }

    public string Rubric { get; init; } = "";

    /// <summary>Levels by criterion: 1..4, 0 for not observed.</summary>
    public Dictionary<string, int?> Levels { get; init; } = [];

    public Dictionary<string, string?> Comments { get; init; } = [];
}

/// <summary>Records an observation of a member of one's own team; the ratings become evidence of their readiness.</summary>
internal sealed class RecordScorecard(ILedger ledger, Library library)
{
    public const string Notice = "scorecard-recorded";

    private const int LongestComment = 1000;

    public Task<Decision<Guid>> Run(Act act, ScorecardForm form, CancellationToken cancellation = default) => ledger.Run<Guid>(act, async entry =>
    {
        if (entry.Act.Actor is not { } rater || !await entry.Db.Set<PersonRow>().AnyAsync(p => p.Id == form.Person && p.SuspendedAt == null))
            return Refusal.NotFound;
        if (rater != form.Person && !await Staff.ManagersOf(entry.Db, form.Person).AnyAsync(manager => manager == rater))
            return Refusal.NotFound;
        if (library.Now.FindRubric(form.Rubric) is not { IsForAnswers: false } rubric)
            return Refusal.NotFound;
        if (form.Comments.Values.Any(comment => comment?.Length > LongestComment))
            return new Refusal("comment-too-long", LongestComment);
        var decision = Scorecard.Decide(rater, form.Person, [.. rubric.Criteria.Select(row => new ScoredRow(row.Id, row.Competency, form.Levels.GetValueOrDefault(row.Id)))]);
        if (decision is not Accepted<IReadOnlyList<CompetencyRating>> ratings)
            return ((Refused<IReadOnlyList<CompetencyRating>>)decision).Reason;

        var card = new ScorecardRow
        {
            Id = entry.NewId(),
            Person = form.Person,
            Rater = rater,
            Rubric = rubric.Id,
            ContentHash = library.Now.Hash,
            Day = entry.Act.Today,
            At = entry.Act.At,
        };
        NewScorecard.Put(entry, card, ratings.Value, rubric.Criteria.Select(row => RowOf(card.Id, row, form)));
        await entry.Notify(form.Person, Notice, $"/coaching/scorecards/{card.Id}", InBothLanguages.Of(rubric.Title));
        return card.Id;
    }, cancellation);

    private static ScoreRow RowOf(Guid card, RubricCriterion row, ScorecardForm form) => new()
    {
        Scorecard = card,
        Criterion = row.Id,
        Level = form.Levels[row.Id]!.Value, // the decision refuses a card with a missing row
        Comment = form.Comments.GetValueOrDefault(row.Id) is { Length: > 0 } comment ? comment.Trim() : null,
    };
}
