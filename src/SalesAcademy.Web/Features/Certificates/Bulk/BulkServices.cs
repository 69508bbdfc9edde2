using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Certificates.Bulk;

/// <summary>What issuing to several people at once needs.</summary>
internal static class BulkServices
{
    public static IServiceCollection AddBulkIssue(this IServiceCollection services) => services
        .AddSingleton<BulkPlanner>()
        .AddSingleton<OrderBulkIssue>()
        .AddSingleton<CarryOutBulkIssues>()
        .AddSingleton<BulkWatch>()
        .AddHostedService(provider => provider.GetRequiredService<BulkWatch>());
}

/// <summary>Carries out what was ordered, at once when it is ordered here, and within a minute what another node left undone.</summary>
internal sealed class BulkWatch(CarryOutBulkIssues carryOut, TimeProvider time, ILogger<BulkWatch> log) : Round(TimeSpan.FromMinutes(1), time, log, atOnce: true)
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim wake = new(0);

    public void Wake() => wake.Release();

    public override void Dispose()
    {
        turn.Dispose();
        wake.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(base.ExecuteAsync(stoppingToken), Woken(stoppingToken));

    protected override async Task Go(CancellationToken stopping)
    {
        await turn.WaitAsync(stopping);
        try
        {
            await carryOut.Run(stopping);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Woken(CancellationToken stopping)
    {
        for (; ; )
        {
            await wake.WaitAsync(stopping);
            await Try(stopping);
        }
    }
}
