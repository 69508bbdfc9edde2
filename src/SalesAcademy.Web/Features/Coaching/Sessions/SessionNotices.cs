using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Languages;
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

    public string KindOf(SessionKind kind) => InBothLanguages.Of(() => words[$"kind.{kind}"].Value);

    public string DayOf(SessionRow session) => InBothLanguages.Of(() => Moments.LongDay(clock.DayOf(session.StartsAt)));
}
