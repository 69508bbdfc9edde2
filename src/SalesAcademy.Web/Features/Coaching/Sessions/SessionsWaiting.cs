using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>What sessions ask of a person: a signature, and action items that are due.</summary>
internal sealed class SessionsWaiting(AcademyDb db, Clock clock, IStringLocalizer<Words> words) : INavigationCount, IWaiting
{
    public const string SessionsUrl = "/coaching/sessions";

    /// <summary>Where the open action items stand.</summary>
    public const string ItemsUrl = $"{SessionsUrl}#items";

    private const int ToSignUrgency = 60;
    private const int OverdueUrgency = 58;
    private const int DueUrgency = 55;

    public string Url => SessionsUrl;

    public async Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) =>
        person.Is(Role.Rep | Role.Manager) ? await ToSign(person.Id).CountAsync(cancellation) + await Due(person).CountAsync(cancellation) : 0;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(Role.Rep | Role.Manager))
            return [];
        var works = new List<WaitingWork>();
        if (await ToSign(person.Id).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellation) is { } first)
            works.Add(new WaitingWork(words.Count("waiting.to-sign", await ToSign(person.Id).CountAsync(cancellation)), words["waiting.to-sign.action"], SessionNotices.LinkTo(first), "", "pencil", ToSignUrgency));
        var today = TodayOf(person);
        var overdue = await Due(person).CountAsync(item => item.DueOn < today, cancellation);
        if (overdue > 0)
            works.Add(new WaitingWork(words.Count("waiting.overdue", overdue), words["waiting.items.action"], ItemsUrl, "", "checks", OverdueUrgency));
        if (await Due(person).CountAsync(cancellation) - overdue is > 0 and var due)
            works.Add(new WaitingWork(words.Count("waiting.items", due), words["waiting.items.action"], ItemsUrl, "", "checks", DueUrgency));
        return works;
    }

    private IQueryable<SessionRow> ToSign(Guid person) => db.Set<SessionRow>().Where(session => (session.Seller == person || session.Coach == person) && session.State == SessionState.Ended && session.Edition > 0
        && !db.Set<SessionSignatureRow>().Any(signature => signature.Session == session.Id && signature.Person == person && signature.Edition == session.Edition)).OrderBy(session => session.EndedAt);

    private IQueryable<ActionItemRow> Due(CurrentPerson person)
    {
        var today = TodayOf(person);
        return db.Set<ActionItemRow>().Where(item => item.Owner == person.Id && item.State == ActionItemState.Open && item.DueOn <= today);
    }

    // A day of the owner's own: it begins earlier for some than for the organisation.
    private DateOnly TodayOf(CurrentPerson person) => person.Zone.DayOf(clock.Now);
}
