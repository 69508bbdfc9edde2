using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>A session that has just been decided on, whoever planned it.</summary>
internal static class PlannedSession
{
    /// <param name="entry">The command at work.</param>
    /// <param name="plan">What was decided.</param>
    /// <param name="startsAt">When, UTC.</param>
    /// <param name="day">The organisation's day of that.</param>
    /// <param name="raters">Who rates, the coach among them; nobody where nothing is rated.</param>
    public static SessionRow Put(Entry entry, SessionPlan plan, DateTime startsAt, DateOnly day, IReadOnlyList<Guid> raters)
    {
        var row = new SessionRow
        {
            Id = entry.NewId(),
            Kind = plan.Kind,
            Seller = plan.Seller,
            Coach = plan.Coach,
            StartsAt = startsAt,
            Day = day,
            Minutes = plan.Minutes,
            Place = plan.Place,
            Call = plan.Call,
            CallFrom = plan.From,
            CallUntil = plan.Until,
            Rubric = plan.Rubric,
            Agenda = plan.Agenda,
            State = SessionState.Planned,
            PlannedAt = entry.Act.At,
        };
        entry.Db.Add(row);
        entry.Db.AddRange(raters.Select(rater => new SessionRaterRow { Session = row.Id, Person = rater }));
        entry.Record(new SessionPlanned(plan.Seller, row.Id, plan.Coach, raters, plan.Kind, row.StartsAt, row.Minutes, row.Rubric));
        return row;
    }
}
