using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Running;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>The readiness of a whole generated organisation from its evidence, as after midnight, beside a bare reading of the same rows.</summary>
internal static class ReadinessCase
{
    private static readonly string[] Evidence =
    [
        """SELECT person, "order", family, day, score, hint, kind, first, matter FROM evidence_answers""",
        """SELECT person, "order", competency, rater, level, levels, day, rubric FROM evidence_observations""",
        """SELECT person, certificate, certification, "from", until, revoked_on FROM held_certificates""", "SELECT person, course, day FROM readiness_courses",
    ];

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        var (growth, lines) = (new Growth("readiness", "Seconds for the readiness of everybody from the evidence", "s"), new List<string>());
        foreach (var sizes in Sizes.InTurn)
        {
            var (took, said) = await Run(site, sizes);
            growth.Add(sizes.Reps, took.TotalSeconds);
            lines.AddRange(said);
        }

        return Sizes.Grow ? [.. lines, $"plotted in {await growth.Write()}"] : lines;
    }

    private static async Task<(TimeSpan Took, IReadOnlyList<string> Lines)> Run(Site site, Sizes sizes)
    {
        var app = await Generated.Open(site, sizes);
        try
        {
            var (contexts, catalogue, day) = (app.Services.GetRequiredService<IDbContextFactory<AcademyDb>>(), app.Services.GetRequiredService<Library>().Now, app.Services.GetRequiredService<Clock>().Today);
            var book = app.Services.GetRequiredService<ReadinessBook>();
            await using var db = await contexts.CreateDbContextAsync();
            var rows = 0L;
            var bare = await Peak.Of(() =>
            {
                rows = ReadAll(db.Database.GetConnectionString()!); // it is SQLite
                return Task.CompletedTask;
            });
            IReadOnlyList<SellerStanding> all = [];
            var first = await Peak.Of(async () => all = await book.All(db, day));
            var again = await Peak.Of(async () => all = await book.All(db, day));
            var under = await Peak.Of(() => book.Under(db, catalogue, day));
            return (first.Took,
            [
                string.Create(CultureInfo.InvariantCulture, $"{sizes}: {rows:N0} rows of evidence read bare in {bare.Took.TotalSeconds:0.0} s"),
                string.Create(CultureInfo.InvariantCulture, $"readiness of {all.Count:N0}: {first.Took.TotalSeconds:0.0} s, peak {first.Megabytes} MB, ratio {bare.Took / first.Took:0.00} (target for 100,000: <= 60 s; machine load {Machine.Load})"),
                string.Create(CultureInfo.InvariantCulture, $"the same asked again: {again.Took.TotalSeconds:0.0} s; under another policy, today and tomorrow: {under.Took.TotalSeconds:0.0} s, peak {under.Megabytes} MB"),
                $"tiers: {string.Join(", ", all.GroupBy(s => s.Tier).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}"))}",
            ]);
        }
        finally
        {
            await Generated.Close(app);
        }
    }

    // Each value is made, as a weighing would need it, and nothing is kept.
    private static long ReadAll(string file)
    {
        using var connection = new SqliteConnection(file);
        connection.Open();
        var count = 0L;
        foreach (var table in Evidence)
        {
            using var command = connection.CreateCommand();
            command.CommandText = table;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                    _ = reader.GetValue(column);
                count++;
            }
        }

        return count;
    }
}
