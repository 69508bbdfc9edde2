using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Shared.Health;

/// <summary>One thing that must be well for the academy to serve.</summary>
internal interface IHealthSign
{
    string Name { get; }

    /// <summary>Null when well, else what is wrong.</summary>
    Task<string?> Look(CancellationToken cancellation);

    /// <summary>Whether a node with this trouble should get no more requests. A trouble that leaves the academy serving is only told.</summary>
    bool StopsServing => true;
}

/// <summary>Whether the academy can do its work: a real write, room on the disk, a relay that keeps up, and what rooms add.</summary>
internal sealed partial class Readiness(ILedger ledger, EventRelay relay, AcademyOptions options, Clock clock, IEnumerable<IHealthSign> signs, ILogger<Readiness> log)
{
    private const long LeastDisk = 64 * 1024 * 1024;
    private const long MostLag = 10_000;

    private readonly Lock asking = new();
    private Task<(IReadOnlyDictionary<string, string> Wrong, bool StopsServing)>? looking;

    /// <summary>What is wrong by name, and whether it should keep requests away. Whoever asks while it is being looked at is told the same: strangers may ask, and each look writes.</summary>
    public Task<(IReadOnlyDictionary<string, string> Wrong, bool StopsServing)> Look()
    {
        lock (asking)
            return looking is { IsCompleted: false } ? looking : looking = LookNow();
    }

    private async Task<(IReadOnlyDictionary<string, string> Wrong, bool StopsServing)> LookNow()
    {
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        if (await WriteFails() is { } write)
            wrong["write"] = write;
        if (options.Database is null && new DriveInfo(options.DataFile(".")).AvailableFreeSpace is < LeastDisk and var free)
            wrong["disk"] = $"{free / 1024 / 1024} MB left";
        if (relay.Lag > MostLag)
            wrong["relay"] = $"{relay.Lag} events behind";
        var stops = wrong.Count > 0;
        foreach (var sign in signs)
            if (await sign.Look(CancellationToken.None) is { } trouble)
                (wrong[sign.Name], stops) = (trouble, stops || sign.StopsServing);
        return (wrong, stops);
    }

    private async Task<string?> WriteFails()
    {
        try
        {
            await ledger.Run<Done>(clock.Act(), async entry =>
            {
                var row = await entry.Db.FindAsync<BookmarkRow>("health") ?? entry.Db.Add(new BookmarkRow { Consumer = "health" }).Entity;
                row.Sequence++;
                return Done.Value;
            }).WaitAsync(TimeSpan.FromSeconds(5));
            return null;
        }
        catch (Exception e) when (e is LedgerUnavailableException or TimeoutException or DbUpdateException)
        {
            WriteFailed(log, e);
            return e is TimeoutException ? "no answer in 5 s" : "refused";
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The probe could not write")]
    private static partial void WriteFailed(ILogger logger, Exception e);
}

internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", () => Results.Text("alive")).AllowAnonymous().DisableRateLimiting();
        routes.MapGet("/readyz", async (Readiness readiness) =>
        {
            var (wrong, stops) = await readiness.Look();
            return wrong.Count == 0
                ? Results.Json(new { status = "ready" })
                : Results.Json(new { status = "degraded", wrong }, statusCode: stops ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }).AllowAnonymous();
    }
}
