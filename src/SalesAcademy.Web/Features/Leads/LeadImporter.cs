using System.Globalization;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Live;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Brings in the files that somebody has said yes to, a row a command: nobody else waits longer for the ledger than for one lead. What has
/// come in is written with it, so that after a restart, or on another node, the import goes on and no row comes twice.
/// </summary>
internal sealed partial class LeadImporter(
    LeadPool pool, ILedger ledger, SheetColumns columns, Limits limits, UploadShelf shelf, IDbContextFactory<AcademyDb> contexts, Clock clock, TimeProvider time, ILive live, ILogger<LeadImporter> log) : BackgroundService
{
    private const int RowsASignal = 50;
    private const int DaysKept = 30;

    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to bring in.</summary>
    public void Call() => calls.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Call();
        await using var timer = time.CreateTimer(_ => Call(), state: null, Often, Often);
        await foreach (var _ in calls.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await GoOn(stoppingToken);
                await Forget(stoppingToken);
                shelf.Tidy();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Postponed(log, e);
            }
        }
    }

    /// <summary>Goes on with everything that has begun and not ended, the oldest first.</summary>
    public async Task GoOn(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var id in await db.Set<ImportRow>().Where(i => i.EndedAt == null).OrderBy(i => i.At).Select(i => i.Id).ToListAsync(cancellation))
        {
            var import = await db.Set<ImportRow>().SingleAsync(i => i.Id == id, cancellation); // one file in memory
            // Its headings were understood when it began; a word that has changed since is no reason to stop the others.
            if (LeadSheet.Open(import.Text ?? "", columns, limits.ImportRows) is not Accepted<LeadSheet> { Value: var sheet })
            {
                Unreadable(log, import.Id);
                continue;
            }

            var done = (await db.Set<ImportedRow>().Where(r => r.Import == import.Id).Select(r => r.Number).ToListAsync(cancellation)).ToHashSet();
            foreach (var line in sheet.Lines().Where(line => line.Lead is not null && !done.Contains(line.Number)))
            {
                cancellation.ThrowIfCancellationRequested();
                await pool.Arrive(clock.Act(import.Person), line.Lead!, new SheetPlace(import.Id, line.Number)); // asked just now
                if (line.Number % RowsASignal == 0)
                    Signal(import, line.Number);
            }

            await ledger.Run<Done>(clock.Act(import.Person), entry => End(entry, import.Id), cancellation);
            Signal(import, import.Rows);
        }
    }

    private static async Task<Decision<Done>> End(Entry entry, Guid import)
    {
        await entry.Hold($"lead-import:{import}");
        if (await entry.Db.FindAsync<ImportRow>(import) is not { EndedAt: null } row)
            return new Refusal("import-ended");
        row.EndedAt = entry.Act.At;
        var counts = await ImportCounts.Of(entry.Db, import, CancellationToken.None);
        var arrived = counts[ImportOutcome.Arrived] + counts[ImportOutcome.Locked];
        entry.Record(new LeadImportEnded(import, arrived, counts[ImportOutcome.Merged], counts[ImportOutcome.Known]));
        if (row.Person is { } person)
            await entry.Notify(person, "leads-imported", ImportsController.AddressOf(import), row.FileName, Number(arrived), Number(counts[ImportOutcome.Merged]), Number(row.Refused));
        return Done.Value;
    }

    // What a file says about people is kept no longer than somebody may want to correct it.
    internal async Task Forget(CancellationToken cancellation)
    {
        var over = clock.Now.AddDays(-DaysKept);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (!await db.Set<ImportRow>().AnyAsync(i => i.EndedAt < over && i.Text != null, cancellation))
            return;
        await ledger.Run<Done>(clock.Act(), async entry =>
        {
            foreach (var old in await entry.Db.Set<ImportRow>().Where(i => i.EndedAt < over && i.Text != null).ToListAsync())
                old.Text = null;
            return Done.Value;
        }, cancellation);
    }

    private void Signal(ImportRow import, long sequence)
    {
        if (import.Person is { } person)
            live.Spread(LiveHub.GroupOf(person), "lead-import", sequence);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(1, LogLevel.Warning, "Bringing in leads was postponed to the next minute")]
    private static partial void Postponed(ILogger logger, Exception e);

    [LoggerMessage(2, LogLevel.Error, "Import {Import} cannot be read any more and stands still")]
    private static partial void Unreadable(ILogger logger, Guid import);
}
