using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Coaching.Coverage;

/// <summary>What the room needs to say who waits for coaching and how far raters agree.</summary>
internal static class CoverageServices
{
    public static IServiceCollection AddCoachingCoverage(this IServiceCollection services) => services
        .AddScoped<CoverageBook>()
        .AddScoped<CalibrationBook>()
        .AddSingleton(new NavigationItem("coverage", typeof(Words), CoverageController.CoverageUrl, "clock-exclamation", Role.Manager | Role.Hr, 32))
        .AddSingleton(new NavigationItem("calibration", typeof(Words), CalibrationController.CalibrationUrl, "scale", Role.Hr | Role.SalesOps, 62));
}
