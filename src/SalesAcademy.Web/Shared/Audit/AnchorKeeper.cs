using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Health;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Shared.Audit;

/// <summary>Anchors the trunk once a minute while it grows, and when the academy stops. The database remembers how far, so that a shortened anchor shows.</summary>
internal sealed partial class AnchorKeeper(AnchorFile anchor, IDbContextFactory<AcademyDb> contexts, ILedger ledger, Clock clock, TimeProvider time, ILogger<AnchorKeeper> log) : BackgroundService, IHealthSign
{
    /// <summary>The bookmark of what is anchored.</summary>
    public const string Bookmark = "anchor";

    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    private readonly Lock stopping = new();
    private volatile string? trouble;
    private Task? stopped;

    public string Name => "anchor";

    public bool StopsServing => false;

    public Task<string?> Look(CancellationToken cancellation) => Task.FromResult(trouble);

    /// <summary>Appends the newest hash, and remembers that it has.</summary>
    public async Task Keep(CancellationToken cancellation)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var head = await db.Set<TrunkHeadRow>().Select(h => new TrunkHead(h.Sequence, h.Hash)).SingleAsync(cancellation);
            var kept = await db.Set<BookmarkRow>().Where(b => b.Consumer == Bookmark).Select(b => b.Sequence).SingleOrDefaultAsync(cancellation);
            anchor.Append(clock.Now, head, kept);
            if (head.Sequence > kept)
                await Remember(ledger, clock, head.Sequence);
            trouble = null;
        }
        catch (Exception e) when (e is AnchorException or IOException or UnauthorizedAccessException or LedgerUnavailableException)
        {
            trouble = e.Message;
            NotAnchored(log, e);
        }
    }

    public static Task Remember(ILedger ledger, Clock clock, long sequence) => ledger.Run<Done>(clock.Act(), async entry =>
    {
        await entry.Hold($"bookmark:{Bookmark}");
        var row = await entry.Db.FindAsync<BookmarkRow>(Bookmark) ?? entry.Db.Add(new BookmarkRow { Consumer = Bookmark }).Entity;
        row.Sequence = sequence;
        return Done.Value;
    });

    // A host may be stopped by two hands at once (its own end, and whoever holds it): both wait for the one stop.
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (stopping)
            return stopped ??= Stop(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, time);
        do
            await Keep(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Stop(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Keep(CancellationToken.None);
    }

    [LoggerMessage(1, LogLevel.Error, "The trunk was not anchored")]
    private static partial void NotAnchored(ILogger logger, Exception e);
}
