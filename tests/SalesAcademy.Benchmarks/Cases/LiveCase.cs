using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Running;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>
/// A lead arrives in a generated organisation and is given to somebody: how long it is until that is decided and written into the transaction,
/// and the whole command, saving and commit included, beside a bare commit of as many rows.
/// </summary>
internal static class LiveCase
{
    // An academy that has been up for a while: code that has run a few times only is not yet compiled to be fast.
    private const int WarmUp = 300;
    private const int Most = 2_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // The lead, two tags, decision, ownership, two events, move and seat of the turn, notice.
    private const int Rows = 10;

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        var (growth, lines) = (new Growth("live", "Milliseconds until a lead is decided, p99", "ms"), new List<string>());
        foreach (var sizes in Sizes.InTurn)
        {
            var (p99, said) = await Run(site, sizes);
            growth.Add(sizes.Reps, p99);
            lines.AddRange(said);
        }

        return Sizes.Grow ? [.. lines, $"plotted in {await growth.Write()}"] : lines;
    }

    private static async Task<(double P99, IReadOnlyList<string> Lines)> Run(Site site, Sizes sizes)
    {
        var app = await Generated.Open(site, sizes);
        try
        {
            var (pool, ledger, clock) = (app.Services.GetRequiredService<LeadPool>(), app.Services.GetRequiredService<ILedger>(), app.Services.GetRequiredService<Clock>());
            var (number, decided, spent) = (0, new List<double>(), TimeSpan.Zero);
            var live = await Time(async () =>
            {
                if (number == WarmUp)
                    spent = Environment.CpuUsage.TotalTime;
                await ledger.Run<Guid>(clock.Act(), async entry =>
                {
                    var asked = Stopwatch.GetTimestamp();
                    var row = await pool.Arrive(entry, LeadOf(number++));
                    decided.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                    return row.Id;
                });
            });
            spent = Environment.CpuUsage.TotalTime - spent;
            double[] decisions = [.. decided.Skip(WarmUp).Order()];
            var (aside, first) = await Overnight(app, pool, ledger);
            using var bare = OpenBare(Path.Combine(site.Folder(), "bare.db"));
            var commit = await Time(() =>
            {
                Commit(bare);
                return Task.CompletedTask;
            });
            return (At(decisions, .99),
            [
                string.Create(CultureInfo.InvariantCulture, $"{sizes}: a lead decided in p50 {At(decisions, .5):0.0} ms, p99 {At(decisions, .99):0.0} ms (target <= 5), the first after the start in {decided[0]:0} ms ({live.Length} leads, the first {WarmUp} left out; machine load {Machine.Load})"),
                string.Create(CultureInfo.InvariantCulture, $"given and committed: p50 {At(live, .5):0.0} ms, p99 {At(live, .99):0.0} ms, {spent.TotalMilliseconds / live.Length:0.0} ms of processor; a bare commit of {Rows} rows: p50 {At(commit, .5):0.0} ms, p99 {At(commit, .99):0.0} ms"),
                string.Create(CultureInfo.InvariantCulture, $"the table of the next day laid beside it in {aside.TotalSeconds:0.0} s, the first lead of that day decided in {first.TotalMilliseconds:0.0} ms"),
            ]);
        }
        finally
        {
            await Generated.Close(app);
        }
    }

    // What the keeper does before midnight, and the first lead behind it.
    private static async Task<(TimeSpan Aside, TimeSpan First)> Overnight(WebApplication app, LeadPool pool, ILedger ledger)
    {
        var (table, library, clock) = (app.Services.GetRequiredService<LiveTable>(), app.Services.GetRequiredService<Library>(), app.Services.GetRequiredService<Clock>());
        var tomorrow = clock.Today.AddDays(1);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<AcademyDb>>().CreateDbContextAsync();
        var started = Stopwatch.GetTimestamp();
        await table.Prepare(db, library.Now, AsOf.Now(clock) with { Today = tomorrow });
        var (aside, first) = (Stopwatch.GetElapsedTime(started), TimeSpan.Zero);
        await ledger.Run<Guid>(clock.Act() with { Today = tomorrow }, async entry =>
        {
            var asked = Stopwatch.GetTimestamp();
            var row = await pool.Arrive(entry, LeadOf(0));
            first = Stopwatch.GetElapsedTime(asked);
            return row.Id;
        });
        return (aside, first);
    }

    /// <summary>A lead that two regions may ask for.</summary>
    public static ArrivingLead LeadOf(int number) => new()
    {
        Company = $"Live {number}",
        About = "Asks for a quote",
        Contact = "Kari Lunde",
        Email = $"live-{number}-{Guid.NewGuid():N}@example.com",
        Phone = "+00",
        Tier = (Tier)(1 + (number % 4)),
        Source = "Website",
        Tags = [new Tag("language", number % 2 == 0 ? "zh" : "en"), new Tag("region", number % 2 == 0 ? "east-china" : "uk-ireland")],
    };

    private static async Task<double[]> Time(Func<Task> once)
    {
        for (var i = 0; i < WarmUp; i++)
            await once();
        var (began, took) = (Stopwatch.GetTimestamp(), new List<double>());
        while (took.Count < Most && Stopwatch.GetElapsedTime(began) < Longest)
        {
            var asked = Stopwatch.GetTimestamp();
            await once();
            took.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return [.. took.Order()];
    }

    private static double At(double[] inOrder, double share) => inOrder[(int)((inOrder.Length - 1) * share)];

    private static SqliteConnection OpenBare(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var setup = connection.CreateCommand();
        setup.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE kept (id TEXT NOT NULL PRIMARY KEY, words TEXT NOT NULL)";
        setup.ExecuteNonQuery();
        return connection;
    }

    private static void Commit(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO kept VALUES (@p0, @p1)";
        insert.Transaction = transaction;
        var (id, words) = (insert.Parameters.Add("@p0", SqliteType.Text), insert.Parameters.Add("@p1", SqliteType.Text));
        for (var row = 0; row < Rows; row++)
        {
            (id.Value, words.Value) = (Guid.CreateVersion7().ToString(), new string('w', 300));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
