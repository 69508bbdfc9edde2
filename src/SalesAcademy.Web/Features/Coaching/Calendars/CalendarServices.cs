namespace SalesAcademy.Web.Features.Coaching.Calendars;

/// <summary>What the room needs so that calendars know of sessions.</summary>
internal static class CalendarServices
{
    public static IServiceCollection AddCoachingCalendars(this IServiceCollection services) => services
        .AddSingleton<KeepCalendarAddress>()
        .AddScoped<SessionCalendar>();
}
