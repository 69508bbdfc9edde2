using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Languages;
using SessionRow = SalesAcademy.Web.Features.Coaching.Sessions.SessionRow;

namespace SalesAcademy.Web.Features.Coaching.Calendars;

/// <summary>Sessions as a file for calendars, in the language being spoken. What is said, rated or agreed in a session is not in it, nor what it is to be about.</summary>
internal sealed class SessionCalendar(AcademyDb db, Clock clock, IStringLocalizer<Words> words, IStringLocalizer<Sessions.Words> sessionWords)
{
    // What a calendar still shows of the past, and more than it could show of one person.
    private const int DaysBack = 90;
    private const int Most = 500;

    /// <summary>One session; null for whoever takes no part in it.</summary>
    public async Task<string?> One(Guid person, Guid session, Uri site, CancellationToken cancellation) =>
        await Entries(db.SessionsOf(person).Where(s => s.Id == session), person, site, cancellation) is [var entry] ? CalendarFile.Write("", [entry]) : null;

    /// <summary>Every session the person takes part in, from ninety days ago on; called off ones too, so that calendars strike them out.</summary>
    public async Task<string> All(Guid person, Uri site, CancellationToken cancellation)
    {
        var since = clock.Now.AddDays(-DaysBack);
        return CalendarFile.Write(words["calendar.name"], await Entries(db.SessionsOf(person).Where(s => s.StartsAt >= since), person, site, cancellation));
    }

    private async Task<IReadOnlyList<CalendarEntry>> Entries(IQueryable<SessionRow> those, Guid viewer, Uri site, CancellationToken cancellation)
    {
        var sessions = await those.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(Most).ToListAsync(cancellation);
        var ids = sessions.Select(s => s.Id).ToArray();
        var raters = (await db.Set<SessionRaterRow>().Where(r => ids.Contains(r.Session)).ToListAsync(cancellation)).ToLookup(r => r.Session, r => r.Person);
        Guid[] all = [.. sessions.SelectMany(s => raters[s.Id].Append(s.Seller).Append(s.Coach)).Distinct()];
        var people = await db.Set<PersonRow>().Where(p => all.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => new CalendarPerson(p.Name, p.Email), cancellation);
        return [.. sessions.Select(s => EntryOf(s, raters[s.Id].Order(), people, viewer, site))];
    }

    private CalendarEntry EntryOf(SessionRow session, IEnumerable<Guid> raters, Dictionary<Guid, CalendarPerson> people, Guid viewer, Uri site)
    {
        var page = new Uri(site, SessionNotices.LinkTo(session.Id)).AbsoluteUri;
        return new CalendarEntry
        {
            Id = session.Id,
            Revision = session.Revision,
            RevisedAt = session.CalledOffAt ?? session.MovedAt ?? session.PlannedAt,
            StartsAt = session.StartsAt,
            Minutes = session.Minutes,
            Language = ReaderLanguage.Current,
            Summary = sessionWords["session.of", sessionWords[$"kind.{session.Kind}"].Value, people[viewer == session.Seller ? session.Coach : session.Seller].Name],
            Description = words["calendar.more", page],
            Place = session.Place,
            Url = page,
            IsCalledOff = session.State is SessionState.Excused or SessionState.Cancelled,
            Organiser = people[session.Coach],
            Attendees = [people[session.Seller], .. raters.Where(rater => rater != session.Coach).Select(rater => people[rater])],
        };
    }
}
