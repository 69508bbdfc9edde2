using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>Reads the sessions somebody takes part in, and of each what they may see of it.</summary>
internal sealed class SessionBook(AcademyDb db, Library library, Clock clock)
{
    private const int Newest = 100;

    /// <summary>One session; null for whoever takes no part in it.</summary>
    public async Task<SessionPage?> Read(CurrentPerson viewer, Guid id, CancellationToken cancellation)
    {
        if (await db.SessionsOf(viewer.Id).SingleOrDefaultAsync(s => s.Id == id, cancellation) is not { } session)
            return null;
        var raters = await db.Set<SessionRaterRow>().Where(r => r.Session == id).ToListAsync(cancellation);
        var rubric = session.Rubric is null ? null : (session.ContentHash is { } hash ? library.At(hash) : library.Now)?.FindRubric(session.Rubric);
        var people = raters.Select(r => r.Person).Append(session.Seller).Append(session.Coach).Distinct().ToArray();
        var those = await db.Set<PersonRow>().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Zone }).ToListAsync(cancellation);
        var names = those.ToDictionary(p => p.Id, p => p.Name);
        var marks = await db.Set<SessionMarkRow>().Where(m => m.Session == id).ToListAsync(cancellation);
        var comments = await db.Set<SessionCommentRow>().Where(c => c.Session == id).OrderBy(c => c.Second).ThenBy(c => c.Id).ToListAsync(cancellation);
        var isIn = raters.Where(r => r.HandedInAt is not null).Select(r => r.Person).ToHashSet();
        var isOfTheTwo = session.IsOfTheTwo(viewer.Id);
        var items = isOfTheTwo ? await ItemsOf(session, cancellation) : [];
        var signatures = isOfTheTwo ? await db.Set<SessionSignatureRow>().Where(s => s.Session == id).OrderBy(s => s.At).ToListAsync(cancellation) : [];
        var editions = isOfTheTwo ? await db.Set<SessionEditionRow>().Where(e => e.Session == id).OrderByDescending(e => e.Edition).ToListAsync(cancellation) : [];
        return new SessionPage
        {
            Session = session,
            Viewer = viewer,
            Now = clock.Now,
            Clashes = session.State == SessionState.Planned ? await ClashesOf(session, viewer, cancellation) : [],
            Names = names,
            Days = those.ToDictionary(p => p.Id, p => clock.TodayIn(p.Zone)),
            Rubric = rubric,
            Raters = [.. raters.OrderBy(r => r.Person != session.Coach).ThenBy(r => names[r.Person], StringComparer.CurrentCulture).Select(r => new RaterLine(r, names[r.Person], Shows(r.Person), Of(r.Person)))],
            Comments = [.. comments.Where(c => Shows(c.Rater)).Select(c => (c, names[c.Rater]))],
            Items = items,
            Signatures = signatures,
            Editions = [.. editions.Select(edition => new EditionLine(
                edition, [.. signatures.Where(s => s.Edition == edition.Edition)], [.. items.Where(i => i.Session == id && i.At < edition.ReplacedAt)]))],
            Said = await Said([session.CalledOffReason, session.ReopenReason, .. signatures.Select(s => s.Words), .. items.Select(i => i.Reason)], cancellation),
            Cards = await db.ScorecardsFor(viewer.Id, db.Set<PersonRow>().Where(p => p.Id == viewer.Id).Select(p => p.Id)).Where(c => c.Session == id).ToDictionaryAsync(c => c.Rater, c => c.Id, cancellation),
        };

        IReadOnlyDictionary<string, SessionMarkRow> Of(Guid rater) => marks.Where(m => m.Rater == rater && Shows(rater)).ToDictionary(m => m.Criterion, StringComparer.Ordinal);

        // Where nothing is rated only the coach sets words down, and the seller sees them come.
        bool Shows(Guid rater) => SessionSight.Shows(
            viewer.Id, rater, session.Seller, session.State == SessionState.Running, rubric?.IsShownLive ?? true, isIn.Contains(viewer.Id), rubric is null || isIn.Contains(rater));
    }

    public async Task<IReadOnlyList<SessionLine>> All(CurrentPerson viewer, CancellationToken cancellation) => await Lines(db.SessionsOf(viewer.Id)).Take(Newest).ToListAsync(cancellation);

    // Only of their own sessions: those of others are not there for them.
    private async Task<IReadOnlyList<SessionLine>> ClashesOf(SessionRow session, CurrentPerson viewer, CancellationToken cancellation)
    {
        var (from, until) = (session.StartsAt, session.StartsAt.AddMinutes(session.Minutes));
        var earliest = from.AddMinutes(-SessionPlan.Longest);
        var near = db.SessionsOf(viewer.Id).Where(s => s.Id != session.Id && (s.State == SessionState.Planned || s.State == SessionState.Running) && s.StartsAt > earliest && s.StartsAt < until);
        return [.. (await Lines(near).ToListAsync(cancellation)).Where(line => line.StartsAt.AddMinutes(line.Minutes) > from).Reverse()];
    }

    private IQueryable<SessionLine> Lines(IQueryable<SessionRow> sessions) =>
        from session in sessions
        join seller in db.Set<PersonRow>() on session.Seller equals seller.Id
        join coach in db.Set<PersonRow>() on session.Coach equals coach.Id
        orderby session.StartsAt descending
        select new SessionLine(session.Id, session.Kind, session.State, session.StartsAt, session.Minutes, session.Place, session.Seller, seller.Name, session.Coach, coach.Name);

    /// <summary>Open action items between this person and whom they coach or are coached by, the earliest due first.</summary>
    public async Task<IReadOnlyList<ItemLine>> OpenItems(CurrentPerson viewer, CancellationToken cancellation) => [.. (await (
        from item in db.Set<ActionItemRow>()
        join owner in db.Set<PersonRow>() on item.Owner equals owner.Id
        where item.State == ActionItemState.Open && (item.Seller == viewer.Id || item.Coach == viewer.Id)
        orderby item.DueOn, item.Id
        select new { item, owner.Name, owner.Zone }).Take(Newest).ToListAsync(cancellation)).Select(line => new ItemLine(line.item, line.Name, clock.TodayIn(line.Zone)))];

    // What the two agreed before and had not settled when this session was planned comes along with what became of it.
    private async Task<IReadOnlyList<ActionItemRow>> ItemsOf(SessionRow session, CancellationToken cancellation)
    {
        var until = session.EndedAt ?? session.CalledOffAt ?? DateTime.MaxValue;
        return await db.Set<ActionItemRow>()
            .Where(i => i.Session == session.Id
                || (i.Seller == session.Seller && i.Coach == session.Coach && i.At < until && (i.SettledAt == null || i.SettledAt >= session.PlannedAt)))
            .OrderBy(i => i.DueOn).ThenBy(i => i.Id).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyDictionary<Guid, string>> Said(IEnumerable<Guid?> those, CancellationToken cancellation)
    {
        var ids = those.OfType<Guid>().ToArray();
        return ids.Length == 0 ? new Dictionary<Guid, string>() : await db.Set<SpokenRow>().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Words, cancellation);
    }
}
