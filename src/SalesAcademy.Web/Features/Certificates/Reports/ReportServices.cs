using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>What saved reports need.</summary>
internal static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddScoped<ReportReading>()
        .AddScoped<ReportLetter>()
        .AddScoped<ReportBook>()
        .AddSingleton<ReportWords>()
        .AddSingleton<KeepReports>()
        .AddSingleton<SendReports>()
        .AddHostedService<ReportWatch>();
}

/// <summary>Looks every half minute whether a report is due.</summary>
internal sealed class ReportWatch(SendReports send, TimeProvider time, ILogger<ReportWatch> log) : Round(TimeSpan.FromSeconds(30), time, log)
{
    protected override Task Go(CancellationToken stopping) => send.Run(stopping);
}
