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
internal sealed class Readiness(ILedger ledger, EventRelay relay, AcademyOptions options, Clock clock, IEnumerable<IHealthSign> signs)
{
    private const long LeastDisk = 64 * 1024 * 1024;
    private const long MostLag = 10_000;

    /// <summary>What is wrong by name, and whether it should keep requests away.</summary>
    public async Task<(IReadOnlyDictionary<string, string> Wrong, bool StopsServing)> Look(CancellationToken cancellation)
    {
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        if (await WriteFails(cancellation) is { } write)
            wrong["write"] = write;
        if (options.Database is null && new DriveInfo(options.DataFile(".")).AvailableFreeSpace is < LeastDisk and var free)
            wrong["disk"] = $"{free / 1024 / 1024} MB left";
        if (relay.Lag > MostLag)
            wrong["relay"] = $"{relay.Lag} events behind";
        var stops = wrong.Count > 0;
        foreach (var sign in signs)
            if (await sign.Look(cancellation) is { } trouble)
                (wrong[sign.Name], stops) = (trouble, stops || sign.StopsServing);
        return (wrong, stops);
    }

    private async Task<string?> WriteFails(CancellationToken cancellation)
    {
        try
        {
            await ledger.Run<Done>(clock.Act(), async entry =>
            {
                var row = await entry.Db.FindAsync<BookmarkRow>("health") ?? entry.Db.Add(new BookmarkRow { Consumer = "health" }).Entity;
                row.Sequence++;
                return Done.Value;
            }, cancellation).WaitAsync(TimeSpan.FromSeconds(5), cancellation);
            return null;
        }
        catch (Exception e) when (e is LedgerUnavailableException or TimeoutException or DbUpdateException)
        {
            return e.Message;
        }
    }
}

internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", () => Results.Text("alive")).AllowAnonymous();
        routes.MapGet("/readyz", async (Readiness readiness, CancellationToken cancellation) =>
        {
            var (wrong, stops) = await readiness.Look(cancellation);
            return wrong.Count == 0
                ? Results.Json(new { status = "ready" })
                : Results.Json(new { status = "degraded", wrong }, statusCode: stops ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        }).AllowAnonymous();
    }
}
