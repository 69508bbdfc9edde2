using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>What a rater sets down while a session runs: levels and words one by one, comments at their moment, and at last the whole card.</summary>
internal sealed class MarkSession(SessionTurn turn, Library library)
{
    private const int LongestComment = 1000;

    /// <summary>Keeps the levels and words that came; what did not come stays as it was.</summary>
    public Task<Decision<Done>> Set(Act act, Guid session, MarksForm form) => Rate(act, session, async (entry, row, rater) =>
    {
        if (rater.HandedInAt is not null)
            return new Refusal("card-is-in");
        var rows = RubricOf(row).Criteria.Select(criterion => criterion.Id).ToHashSet(StringComparer.Ordinal);
        string[] named = [.. form.Levels.Keys.Concat(form.Comments.Keys).Distinct(StringComparer.Ordinal)];
        if (named.Any(criterion => !rows.Contains(criterion)))
            return Refusal.NotFound;
        if (form.Levels.FirstOrDefault(level => level.Value is < Scorecard.NotObserved or > Scorecard.Levels) is { Key: { } off })
            return new Refusal("level-off-scale", off);
        if (form.Comments.Values.Any(comment => comment?.Length > LongestComment))
            return new Refusal("comment-too-long", LongestComment);
        var kept = await MarksOf(entry, session, rater.Person).ToDictionaryAsync(mark => mark.Criterion, StringComparer.Ordinal);
        foreach (var criterion in named)
        {
            if (!kept.TryGetValue(criterion, out var mark))
                entry.Db.Add(mark = new SessionMarkRow { Session = session, Rater = rater.Person, Criterion = criterion, At = entry.Act.At });
            if (form.Levels.TryGetValue(criterion, out var level))
                mark.Level = level ?? mark.Level;
            if (form.Comments.TryGetValue(criterion, out var comment))
                mark.Comment = string.IsNullOrWhiteSpace(comment) ? null : comment.Trim();
            mark.At = entry.Act.At;
        }

        return null;
    });

    /// <summary>The rater is done: every row is decided, and the others' levels come into sight.</summary>
    public Task<Decision<Done>> HandIn(Act act, Guid session) => Rate(act, session, async (entry, row, rater) =>
    {
        if (rater.HandedInAt is not null)
            return null;
        if (SessionCard.Decide(row, RubricOf(row), rater.Person, await MarksOf(entry, session, rater.Person).ToListAsync()) is Refused<IReadOnlyList<CompetencyRating>> refused)
            return refused.Reason;
        rater.HandedInAt = entry.Act.At;
        return null;
    });

    /// <summary>Words at a moment of the session, by a rater or the coach; where none is named, the one it has come to.</summary>
    public Task<Decision<Done>> Comment(Act act, Guid session, string? text, int? second) => turn.Take(act, session, (entry, row) =>
    {
        if (entry.Act.Actor == row.Seller)
            return Task.FromResult<Refusal?>(Refusal.NotFound);
        if (row.State != SessionState.Running)
            return Task.FromResult<Refusal?>(new Refusal("session-moved-on"));
        var elapsed = (int)(entry.Act.At - row.BegunAt!.Value).TotalSeconds; // what runs has begun
        var decided = SessionComment.Decide(text, second, MomentSpan.Of(row.Kind, row.Minutes, elapsed, row.CallFrom, row.CallUntil));
        if (decided is not Accepted<SessionComment> { Value: var comment })
            return Task.FromResult<Refusal?>(((Refused<SessionComment>)decided).Reason);
        entry.Db.Add(new SessionCommentRow
        {
            Id = entry.NewId(),
            Session = session,
            Rater = entry.Act.Actor!.Value, // takes part
            Second = comment.Second,
            Text = comment.Words,
            At = entry.Act.At,
        });
        return Task.FromResult<Refusal?>(null);
    });

    private static IQueryable<SessionMarkRow> MarksOf(Entry entry, Guid session, Guid rater) => entry.Db.Set<SessionMarkRow>().Where(mark => mark.Session == session && mark.Rater == rater);

    private Rubric RubricOf(SessionRow row) => library.At(row.ContentHash!)?.FindRubric(row.Rubric!) // who rates has begun, by a rubric
        ?? throw new InvalidOperationException("The catalogue a session began under is kept.");

    private Task<Decision<Done>> Rate(Act act, Guid session, Func<Entry, SessionRow, SessionRaterRow, Task<Refusal?>> rate) => turn.Take(act, session, async (entry, row) =>
    {
        if (await entry.Db.Set<SessionRaterRow>().SingleOrDefaultAsync(r => r.Session == session && r.Person == entry.Act.Actor) is not { } rater)
            return Refusal.NotFound;
        return row.State == SessionState.Running ? await rate(entry, row, rater) : new Refusal("session-moved-on");
    });
}
