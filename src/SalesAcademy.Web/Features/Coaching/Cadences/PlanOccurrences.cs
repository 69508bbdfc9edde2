using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;
using SessionRow = SalesAcademy.Web.Features.Coaching.Sessions.SessionRow;

namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>
/// Plans the next occurrence of a cadence for whoever reports to the coach by then, moves it out of days off, and calls off what is planned for
/// somebody who left, or by a cadence that ended. Looking twice, or at two nodes, does it once: they take turns, and an occurrence has one row.
/// </summary>
internal sealed class PlanOccurrences(IDbContextFactory<AcademyDb> contexts, ILedger ledger, Library library, Clock clock, SessionNotices notices, SessionPush push)
{
    public const string Skipped = "occurrence-skipped";

    /// <summary>All cadences of a coach take turns: their hours are the same.</summary>
    public static string TurnOf(Guid coach) => $"cadences-of:{coach}";

    public async Task LookAtAll(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var cadence in await db.Set<CadenceRow>().Where(c => c.EndedAt == null).Select(c => c.Id).ToListAsync(cancellation))
            await Look(cadence);
    }

    public async Task Look(Guid cadence)
    {
        var told = new HashSet<Guid>();
        await ledger.Run<Done>(clock.Act(), async entry =>
        {
            told.Clear(); // the command may run again
            var coach = await entry.Db.Set<CadenceRow>().Where(c => c.Id == cadence).Select(c => c.Coach).SingleAsync();
            await entry.Hold(TurnOf(coach));
            var row = await entry.Db.Set<CadenceRow>().SingleAsync(c => c.Id == cadence); // as it stands now that it is our turn
            var reports = await Reports.Of(entry.Db, row);
            var zone = await entry.ZoneOf(row.Coach, clock);
            var diary = await Diary.Of(entry, row, reports, zone, library.Now.Coaching.Quiet);
            foreach (var (occurrence, session) in await Ahead(entry, row))
                // What somebody moved by hand stays where they put it.
                if (!reports.Contains(occurrence.Seller) || occurrence.StartsAt is null || (session.StartsAt == occurrence.StartsAt && diary.IsAway(occurrence.Seller, session.StartsAt)))
                {
                    await entry.Hold($"coaching-session:{session.Id}");
                    await entry.Db.Entry(session).ReloadAsync();
                    // It may have begun meanwhile.
                    if (session.State == SessionState.Planned)
                        await Move(entry, row, occurrence, session, reports.Contains(occurrence.Seller) ? diary.Take(occurrence.Seller, occurrence.Due) : null, told);
                }

            if (row.EndedAt is null && DueAfter(row, zone, entry.Act.At) is var due)
                foreach (var seller in await Missing(entry, row, reports, due))
                    await Plan(entry, row, seller, due, diary.Take(seller, due), told);
            return Done.Value;
        });
        push.Tell(told);
    }

    /// <summary>After a change of the cadence: what it planned ahead is due by the new rule, and is given a time anew unless somebody moved it by hand.</summary>
    public async Task Loosen(Entry entry, CadenceRow row)
    {
        var zone = await entry.ZoneOf(row.Coach, clock);
        var due = DueAfter(row, zone, entry.Act.At);
        foreach (var (occurrence, session) in await Ahead(entry, row))
        {
            var startsAt = session.StartsAt == occurrence.StartsAt ? null : occurrence.StartsAt;
            if (occurrence.Due == due)
            {
                occurrence.StartsAt = startsAt;
                continue;
            }

            entry.Db.Remove(occurrence);
            if (await entry.Db.FindAsync<OccurrenceRow>(row.Id, occurrence.Seller, due) is { } there)
                (there.Session, there.StartsAt) = (session.Id, startsAt);
            else
                entry.Db.Add(new OccurrenceRow { Cadence = row.Id, Seller = occurrence.Seller, Due = due, StartsAt = startsAt, Session = session.Id });
        }
    }

    // Today's is planned as long as it has not begun: somebody may have joined this morning.
    private static DateOnly DueAfter(CadenceRow row, TimeZoneInfo zone, DateTime now)
    {
        var today = zone.DayOf(now);
        var next = row.Rule.NextFrom(today);
        return zone.InstantOf(next, row.At) > now ? next : row.Rule.NextFrom(today.AddDays(1));
    }

    private static async Task<IReadOnlyList<(OccurrenceRow Occurrence, SessionRow Session)>> Ahead(Entry entry, CadenceRow row)
    {
        var now = entry.Act.At;
        var found = await (
            from occurrence in entry.Db.Set<OccurrenceRow>()
            join session in entry.Db.Set<SessionRow>() on occurrence.Session equals session.Id
            where occurrence.Cadence == row.Id && session.State == SessionState.Planned && session.StartsAt > now
            orderby session.Id
            select new { occurrence, session }).ToListAsync();
        return [.. found.Select(pair => (pair.occurrence, pair.session))];
    }

    private static async Task<IReadOnlyList<Guid>> Missing(Entry entry, CadenceRow row, IReadOnlyCollection<Guid> reports, DateOnly due)
    {
        var there = await entry.Db.Set<OccurrenceRow>().Where(o => o.Cadence == row.Id && o.Due == due).Select(o => o.Seller).ToListAsync();
        return [.. reports.Except(there).Order()];
    }

    private async Task Plan(Entry entry, CadenceRow row, Guid seller, DateOnly due, DateTime? at, HashSet<Guid> told)
    {
        if (at is not { } startsAt)
        {
            entry.Db.Add(new OccurrenceRow { Cadence = row.Id, Seller = seller, Due = due });
            entry.Record(new OccurrenceSkipped(seller, row.Id, due));
            foreach (var person in (Guid[])[row.Coach, seller])
                await entry.Notify(person, Skipped, person == seller ? SessionsWaiting.SessionsUrl : CadencesController.Address, InBothLanguages.Of(() => Moments.LongDay(due)));
            return;
        }

        var plan = new SessionPlan { Kind = SessionKind.OneToOne, Seller = seller, Coach = row.Coach, Minutes = row.Minutes, Place = row.Place, Agenda = row.Agenda };
        var session = PlannedSession.Put(entry, plan, startsAt, clock.DayOf(startsAt), []);
        entry.Db.Add(new OccurrenceRow { Cadence = row.Id, Seller = seller, Due = due, StartsAt = startsAt, Session = session.Id });
        await Tell(entry, session, SessionNotices.Planned, [seller], told);
    }

    private async Task Move(Entry entry, CadenceRow row, OccurrenceRow occurrence, SessionRow session, DateTime? to, HashSet<Guid> told)
    {
        if (occurrence.StartsAt is null)
            session.Agenda = row.Agenda;
        var (minutes, place) = occurrence.StartsAt is null ? (row.Minutes, row.Place) : (session.Minutes, session.Place);
        occurrence.StartsAt = to;
        if (to is not { } startsAt)
        {
            await CallOff(entry, session, told);
            return;
        }

        if ((startsAt, minutes, place) == (session.StartsAt, session.Minutes, session.Place))
            return; // only its agenda is another

        (session.Minutes, session.Place) = (minutes, place);
        (session.StartsAt, session.Day, session.MovedAt) = (startsAt, clock.DayOf(startsAt), entry.Act.At);
        session.Revision++;
        entry.Record(new SessionMoved(session.Seller, session.Id, session.StartsAt, session.Minutes));
        await Tell(entry, session, SessionNotices.Moved, [session.Seller, session.Coach], told);
    }

    private async Task CallOff(Entry entry, SessionRow session, HashSet<Guid> told)
    {
        (session.State, session.CalledOffAt) = (SessionState.Cancelled, entry.Act.At);
        session.Revision++;
        entry.Record(new SessionCalledOff(session.Seller, session.Id, Excused: false));
        await Tell(entry, session, SessionNotices.CalledOff, [session.Seller, session.Coach], told);
    }

    private async Task Tell(Entry entry, SessionRow session, string kind, IReadOnlyList<Guid> people, HashSet<Guid> told)
    {
        told.UnionWith([session.Seller, session.Coach]);
        await notices.Tell(entry, session, kind, people);
    }
}
