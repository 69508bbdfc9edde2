using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>What those who take part in a session are told about it.</summary>
internal sealed class SessionNotices(IStringLocalizer<Words> words, Clock clock)
{
    public const string Planned = "session-planned";
    public const string Moved = "session-moved";
    public const string HasEnded = "session-ended";
    public const string CalledOff = "session-called-off";
    public const string Reopened = "session-reopened";

    public static string LinkTo(Guid session) => $"/coaching/sessions/{session}";

    /// <summary>Tells each of them the kind of session, and the day of it where they live.</summary>
    public async Task Tell(Entry entry, SessionRow session, string notice, IReadOnlyCollection<Guid> people)
    {
        var zones = await entry.Db.Set<PersonRow>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Zone);
        foreach (var person in people)
        {
            var day = Rest.ZoneOf(zones.GetValueOrDefault(person), clock).DayOf(session.StartsAt);
            await entry.Notify(person, notice, LinkTo(session.Id), InBothLanguages.Of(() => words[$"kind.{session.Kind}"].Value), InBothLanguages.Of(() => Moments.LongDay(day)));
        }
    }
}
