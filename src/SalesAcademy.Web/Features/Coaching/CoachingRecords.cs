using SalesAcademy.Web.Features.Coaching.Cadences;
using SalesAcademy.Web.Features.Coaching.Calendars;
using SalesAcademy.Web.Features.Coaching.Readers;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Coaching;

internal static class CoachingRecords
{
    /// <summary>What this room hands out when somebody asks for all that is kept of them: notes to and from them, who else read those, scorecards about them, sessions with the summaries signed in them, what was agreed in them and who reads of them, presence, focus times and their own words for notes.</summary>
    public static IServiceCollection AddCoachingRecords(this IServiceCollection services) => services
        .AddCoachingErasure()
        .AddPersonRecords((db, person) => db.Set<NoteRow>().Where(r => r.Person == person || r.Author == person))
        .AddPersonRecords((db, person) => db.Set<NoteReadingRow>().Where(r => r.Reader == person || db.Set<NoteRow>().Any(n => n.Id == r.Thread && (n.Person == person || n.Author == person))))
        .AddPersonRecords((db, person) => db.Set<ScorecardRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<ScoreRow>().Where(r => db.Set<ScorecardRow>().Any(card => card.Id == r.Scorecard && card.Person == person)))
        .AddPersonRecords((db, person) => db.Set<SessionRow>().Where(r => r.Seller == person || r.Coach == person))
        .AddPersonRecords((db, person) => db.Set<SessionEditionRow>().Where(r => db.Set<SessionRow>().Any(s => s.Id == r.Session && (s.Seller == person || s.Coach == person))))
        .AddPersonRecords((db, person) => db.Set<SessionRaterRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<SessionSignatureRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<ActionItemRow>().Where(r => r.Owner == person))
        .AddPersonRecords((db, person) => db.Set<CadenceRow>().Where(r => r.Coach == person || r.With == person))
        .AddPersonRecords((db, person) => db.Set<OccurrenceRow>().Where(r => r.Seller == person))
        .AddPersonRecords((db, person) => db.Set<CalendarAddressRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<HoldRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<PresenceRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<FocusRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<DigestRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<SnippetRow>().Where(r => r.Person == person));
}
