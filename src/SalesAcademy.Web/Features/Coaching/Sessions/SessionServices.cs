using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>What the room needs for its sessions.</summary>
internal static class SessionServices
{
    public static IServiceCollection AddCoachingSessions(this IServiceCollection services) => services
        .AddSingleton<SessionNotices>()
        .AddSingleton<SessionPush>()
        .AddSingleton<SessionTurn>()
        .AddSingleton<PlanSession>()
        .AddSingleton<SessionMoves>()
        .AddSingleton<MarkSession>()
        .AddSingleton<SumUpSession>()
        .AddSingleton<SettleItem>()
        .AddSingleton(p => new CoachingSessions(p.GetRequiredService<PlanSession>(), p.GetRequiredService<SessionMoves>(), p.GetRequiredService<SumUpSession>()))
        .AddScoped<SessionBook>()
        .AddScoped<INavigationCount, SessionsWaiting>()
        .AddScoped<IWaiting, SessionsWaiting>()
        .AddNoticeKind<Words>(SessionNotices.Planned)
        .AddNoticeKind<Words>(SessionNotices.Moved)
        .AddNoticeKind<Words>(SessionNotices.HasEnded)
        .AddNoticeKind<Words>(SessionNotices.CalledOff)
        .AddNoticeKind<Words>(SessionNotices.Reopened)
        .AddSingleton(new NavigationItem("sessions", typeof(Words), SessionsWaiting.SessionsUrl, "calendar-event", Role.Rep | Role.Manager, 31));
}
