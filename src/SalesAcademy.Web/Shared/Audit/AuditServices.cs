using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Health;

namespace SalesAcademy.Web.Shared.Audit;

internal static class AuditServices
{
    /// <summary>The commands that verify and anchor the trunk, and, where an anchor is named, what keeps it.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services, AcademyOptions options)
    {
        services.AddSingleton<ICommand, AuditVerifyCommand>().AddSingleton<ICommand, AuditAnchorCommand>();
        if (AnchorFile.Of(options) is not { } anchor)
            return services;
        // After the ledger, so that it is stopped before it: what was said last is still anchored.
        return services.AddSingleton(anchor).AddSingleton<AnchorKeeper>()
            .AddSingleton<IHealthSign>(provider => provider.GetRequiredService<AnchorKeeper>()).AddHostedService(provider => provider.GetRequiredService<AnchorKeeper>());
    }
}
