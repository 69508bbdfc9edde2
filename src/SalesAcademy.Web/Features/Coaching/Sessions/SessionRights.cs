using Microsoft.EntityFrameworkCore;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>A session is between those who take part in it: the seller, the coach and the raters. To everybody else it is not there.</summary>
internal static class SessionRights
{
    public static IQueryable<SessionRow> SessionsOf(this DbContext db, Guid person) => db.Set<SessionRow>()
        .Where(session => session.Seller == person || session.Coach == person || db.Set<SessionRaterRow>().Any(rater => rater.Session == session.Id && rater.Person == person));

    /// <summary>Whose scorecards somebody may read: their own, those of a session they were coached in or handed a card in at, and of no session those of their team.</summary>
    public static IQueryable<ScorecardRow> ScorecardsFor(this DbContext db, Guid person, IQueryable<Guid> team)
    {
        var rated = db.Set<SessionRaterRow>().Where(rater => rater.Person == person && rater.HandedInAt != null).Select(rater => rater.Session);
        return db.Set<ScorecardRow>().Where(card => card.Person == person || card.Rater == person
            || (card.Session == null ? team.Contains(card.Person) : rated.Contains(card.Session.Value)));
    }

    /// <summary>Everybody who takes part, each once.</summary>
    public static async Task<IReadOnlyList<Guid>> PartiesOf(this DbContext db, SessionRow session) =>
        [.. (await db.Set<SessionRaterRow>().Where(rater => rater.Session == session.Id).Select(rater => rater.Person).ToListAsync()).Append(session.Seller).Append(session.Coach).Distinct()];
}
