using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>What the room needs so that one-to-ones come by themselves.</summary>
internal static class CadenceServices
{
    public static IServiceCollection AddCoachingCadences(this IServiceCollection services) => services
        .AddSingleton<PlanOccurrences>()
        .AddSingleton<KeepCadences>()
        .AddHostedService<CadenceWatch>()
        .AddScoped<CadenceBook>()
        .AddNoticeKind<Words>(PlanOccurrences.Skipped);
}
