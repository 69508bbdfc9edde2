using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Running;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>A lead arrives in a generated organisation and is given to somebody: the whole command, commit included, beside a bare commit of as many rows.</summary>
internal static class LiveCase
{
    private const int WarmUp = 3;
    private const int Most = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // The lead, two tags, decision, ownership, two events, move and seat of the turn, notice.
    private const int Rows = 10;

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        var sizes = Sizes.Asked;
        var app = await Generated.Open(site, sizes);
        try
        {
            var (pool, clock) = (app.Services.GetRequiredService<LeadPool>(), app.Services.GetRequiredService<Clock>());
            var number = 0;
            var live = await Time(async () =>
            {
                if (await pool.Arrive(clock.Act(), LeadOf(number++)) is Refused<Guid> refused)
                    throw new InvalidOperationException($"A lead was refused: {refused.Reason.Key}");
            });
            using var bare = OpenBare(Path.Combine(site.Folder(), "bare.db"));
            var commit = await Time(() =>
            {
                Commit(bare);
                return Task.CompletedTask;
            });
            return
            [
                string.Create(CultureInfo.InvariantCulture, $"{sizes}: a lead given in p50 {At(live, .5):0.0} ms, p99 {At(live, .99):0.0} ms ({live.Length} leads, the first {WarmUp} left out; machine load {Machine.Load})"),
                string.Create(CultureInfo.InvariantCulture, $"a bare commit of {Rows} rows: p50 {At(commit, .5):0.0} ms, p99 {At(commit, .99):0.0} ms; the decision beside it: p50 {At(live, .5) - At(commit, .5):0.0} ms, p99 {At(live, .99) - At(commit, .99):0.0} ms (target <= 5)"),
            ];
        }
        finally
        {
            await Generated.Close(app);
        }
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
