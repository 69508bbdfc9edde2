using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>The steps of a session as a whole: it gets another time, begins, ends, does not take place, is opened once more.</summary>
internal sealed class SessionMoves(SessionTurn turn, Library library, Clock clock, SessionNotices notices)
{
    /// <summary>Another time or place, until it begins.</summary>
    public Task<Decision<Done>> Move(Act act, Guid session, MoveForm form) => Step(act, session, async (entry, row) =>
    {
        if (row.State != SessionState.Planned)
            return new Refusal("session-moved-on");
        var zone = await entry.ZoneOf(row.Coach, clock); // who moves it
        if (SessionPlan.RefusalOfTime(form.Day, form.At, form.Minutes, zone.DayOf(entry.Act.At)) is { } refused)
            return refused;
        if (form.Place?.Length > SessionPlan.LongestPlace)
            return new Refusal("plan-too-long", SessionPlan.LongestPlace, SessionPlan.LongestAgenda);
        var startsAt = zone.InstantOf(form.Day!.Value, form.At!.Value); // or they were refused
        (row.StartsAt, row.Day, row.Minutes, row.Place) = (startsAt, clock.DayOf(startsAt), form.Minutes, (form.Place ?? "").Trim());
        row.Revision++;
        row.MovedAt = entry.Act.At;
        entry.Record(new SessionMoved(row.Seller, row.Id, row.StartsAt, row.Minutes));
        await TellOthers(entry, row, SessionNotices.Moved);
        return null;
    });

    /// <summary>From here on the rubric holds as it is now.</summary>
    public Task<Decision<Done>> Begin(Act act, Guid session) => Step(act, session, (entry, row) =>
    {
        if (SessionSteps.Begin(row.State) is Refused<SessionState> refused)
            return Task.FromResult<Refusal?>(refused.Reason);
        if (row.Rubric is { } rubric && library.Now.FindRubric(rubric) is null)
            return Task.FromResult<Refusal?>(new Refusal("rubric-needed"));
        (row.State, row.BegunAt, row.Day, row.ContentHash) = (SessionState.Running, entry.Act.At, entry.Act.Today, library.Now.Hash);
        entry.Record(new SessionBegun(row.Seller, row.Id, library.Now.Hash));
        return Task.FromResult<Refusal?>(null);
    });

    /// <summary>Every card that was handed in becomes a scorecard and an observation; a session ends once, so each does so once.</summary>
    public Task<Decision<Done>> End(Act act, Guid session, bool leaveOut) => Step(act, session, async (entry, row) =>
    {
        var raters = await entry.Db.Set<SessionRaterRow>().Where(r => r.Session == session).OrderBy(r => r.Person).ToListAsync();
        var marks = (await entry.Db.Set<SessionMarkRow>().Where(m => m.Session == session).ToListAsync()).ToLookup(mark => mark.Rater);
        RaterCard[] standing = [.. raters.Select(r => new RaterCard(r.Person, marks[r.Person].Any(mark => mark.Level is not null), r.HandedInAt is not null))];
        if (SessionSteps.End(row.State, row.Coach, standing, leaveOut) is Refused<SessionState> refused)
            return refused.Reason;
        var cards = new List<Guid>();
        foreach (var rater in raters.Where(r => r.HandedInAt is not null))
        {
            var decided = SessionCard.Decide(row, RubricOf(row), rater.Person, marks[rater.Person]);
            if (decided is not Accepted<IReadOnlyList<CompetencyRating>> { Value: var ratings })
                return ((Refused<IReadOnlyList<CompetencyRating>>)decided).Reason;
            cards.Add(SessionCard.Put(entry, row, rater.Person, ratings, marks[rater.Person]));
        }

        (row.State, row.EndedAt) = (SessionState.Ended, entry.Act.At);
        entry.Record(new SessionEnded(row.Seller, row.Id, cards));
        await TellOthers(entry, row, SessionNotices.HasEnded);
        return null;
    });

    /// <summary>It does not take place: excused by one of the two, or cancelled by the coach.</summary>
    public Task<Decision<Done>> CallOff(Act act, Guid session, bool excused) => turn.Take(act, session, async (entry, row) =>
    {
        if (entry.Act.Actor != row.Coach && !(excused && entry.Act.Actor == row.Seller))
            return Refusal.NotFound;
        var decided = SessionSteps.CallOff(row.State, excused, entry.Act.Reason);
        if (decided is not Accepted<SessionState> { Value: var state })
            return ((Refused<SessionState>)decided).Reason;
        (row.State, row.CalledOffAt, row.CalledOffReason) = (state, entry.Act.At, entry.Say(entry.Act.Reason!, row.Seller)); // not blank, or it was refused
        row.Revision++;
        entry.Record(new SessionCalledOff(row.Seller, row.Id, excused));
        await TellOthers(entry, row, SessionNotices.CalledOff);
        return null;
    });

    /// <summary>The summary may be changed once more and is signed anew; the scorecards stand.</summary>
    public Task<Decision<Done>> Reopen(Act act, Guid session) => Step(act, session, async (entry, row) =>
    {
        var decided = SessionSteps.Reopen(row.State, row.ReopenedAt is not null, entry.Act.Reason);
        if (decided is not Accepted<SessionState> { Value: var state })
            return ((Refused<SessionState>)decided).Reason;
        (row.State, row.ReopenedAt, row.ReopenReason, row.SignedAt) = (state, entry.Act.At, entry.Say(entry.Act.Reason!, row.Seller), null); // not blank, or it was refused
        await SessionEditions.Next(entry, row); // what was signed stays signed; the next edition waits for both
        entry.Record(new SessionReopened(row.Seller, row.Id));
        await TellOthers(entry, row, SessionNotices.Reopened);
        return null;
    });

    private Task<Decision<Done>> Step(Act act, Guid session, Func<Entry, SessionRow, Task<Refusal?>> step) =>
        turn.Take(act, session, (entry, row) => entry.Act.Actor == row.Coach ? step(entry, row) : Task.FromResult<Refusal?>(Refusal.NotFound));

    private async Task TellOthers(Entry entry, SessionRow row, string kind) =>
        await notices.Tell(entry, row, kind, [.. (await entry.Db.PartiesOf(row)).Where(person => person != entry.Act.Actor)]);

    private Rubric RubricOf(SessionRow row) => library.At(row.ContentHash!)?.FindRubric(row.Rubric!) // who rates has begun, by a rubric
        ?? throw new InvalidOperationException("The catalogue a session began under is kept.");
}
