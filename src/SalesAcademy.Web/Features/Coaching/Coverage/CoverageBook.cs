using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using CoachingSession = SalesAcademy.Web.Features.Coaching.Sessions.SessionRow; // sign-ins have a row of that name too

namespace SalesAcademy.Web.Features.Coaching.Coverage;

/// <summary>Reads when each seller in sight was last coached: the same few questions however many people there are.</summary>
internal sealed class CoverageBook(AcademyDb db, Clock clock)
{
    public async Task<CoveragePage> Read(CurrentPerson viewer, int without, CancellationToken cancellation)
    {
        var sellers = Staff.VisibleTo(db, viewer).Where(p => p.SuspendedAt == null && db.Set<RoleRow>().Any(r => r.PersonId == p.Id && r.Role == Role.Rep));
        var ids = sellers.Select(p => p.Id);
        var people = await (
            from p in sellers
            join team in db.Set<TeamRow>() on p.TeamId equals team.Id into teams
            from team in teams.DefaultIfEmpty()
            select new { p.Id, p.Name, p.HiredOn, p.TeamId, Team = team == null ? "" : ReaderLanguage.Current == ReaderLanguage.Chinese ? team.ChineseName : team.Name }).ToListAsync(cancellation);
        var notes = await db.Set<NoteRow>().Where(n => ids.Contains(n.Person) && n.DeliveredAt != null).GroupBy(n => n.Person).Select(own => new { own.Key, At = own.Max(n => n.At) }).ToDictionaryAsync(own => own.Key, own => own.At, cancellation);
        var sessions = await db.Set<CoachingSession>().Where(s => ids.Contains(s.Seller) && s.EndedAt != null).GroupBy(s => s.Seller).Select(own => new { own.Key, At = own.Max(s => s.EndedAt!.Value) }).ToDictionaryAsync(own => own.Key, own => own.At, cancellation);
        var cards = await db.Set<ScorecardRow>().Where(c => ids.Contains(c.Person) && c.Session == null).GroupBy(c => c.Person).Select(own => new { own.Key, At = own.Max(c => c.At) }).ToDictionaryAsync(own => own.Key, own => own.At, cancellation);
        var lines = people.Select(person =>
        {
            var last = new (Coached By, DateTime? At)[] { (Coached.Note, At(notes)), (Coached.Session, At(sessions)), (Coached.Scorecard, At(cards)) }.MaxBy(one => one.At ?? DateTime.MinValue);
            DateOnly? day = last.At is { } at ? clock.DayOf(at) : null;
            return new CoverageLine(
                person.Id, person.Name, person.Team, day, day is null ? null : last.By, Domain.Coaching.Coverage.DaysWithout(day, person.HiredOn, clock.Today), person.TeamId is { } team && viewer.ManagedTeams.Contains(team));

            DateTime? At(Dictionary<Guid, DateTime> all) => all.TryGetValue(person.Id, out var found) ? found : null;
        });
        return new CoveragePage([.. lines.OrderByDescending(line => line.Days).ThenBy(line => line.Name, StringComparer.CurrentCulture).ThenBy(line => line.Id)], without, await Amounts(ids, cancellation));
    }

    private async Task<CoachingAmounts> Amounts(IQueryable<Guid> ids, CancellationToken cancellation)
    {
        var since = clock.Now.AddDays(-CoveragePage.Span);
        var notes = await db.Set<NoteRow>().Where(n => ids.Contains(n.Person) && n.At >= since && n.WithdrawnAt == null).Select(n => new { n.At, n.ReadAt, n.AcknowledgedAt, n.HelpedAt }).ToListAsync(cancellation);
        var items = await db.Set<ActionItemRow>().Where(i => ids.Contains(i.Seller) && i.At >= since).GroupBy(i => i.State).Select(those => new { those.Key, Count = those.Count() }).ToListAsync(cancellation);
        return new CoachingAmounts(
            notes.Count,
            notes.Count(n => n.AcknowledgedAt is not null),
            notes.Count(n => n.HelpedAt is not null),
            await db.Set<CoachingSession>().CountAsync(s => ids.Contains(s.Seller) && s.EndedAt >= since, cancellation),
            items.Sum(those => those.Count),
            items.Where(those => those.Key == ActionItemState.Done).Sum(those => those.Count),
            Domain.Coaching.Coverage.Median(notes.Where(n => n.ReadAt is not null).Select(n => n.ReadAt!.Value - n.At)), // filtered above
            notes.Count(n => n.ReadAt is not null),
            Domain.Coaching.Coverage.Median(notes.Where(n => n.AcknowledgedAt is not null).Select(n => n.AcknowledgedAt!.Value - n.At))); // filtered above
    }
}
