using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Reliability.Learning;

/// <summary>The academy's tables at one moment, read by the database itself past the product and never written.</summary>
internal sealed class Snapshot
{
    private Snapshot()
    {
    }

    public required IReadOnlyDictionary<Guid, AttemptRow> Attempts { get; init; }

    public required ILookup<(Guid Attempt, int Number), AttemptAnswerRow> Answers { get; init; }

    public required ILookup<Guid, AttemptQuestionRow> Questions { get; init; }

    /// <summary>How much evidence each person has.</summary>
    public required IReadOnlyDictionary<Guid, int> Evidence { get; init; }

    /// <summary>What was done under each client's key.</summary>
    public required ILookup<string, string> Done { get; init; }

    public required IReadOnlyList<EventRow> Events { get; init; }

    public required TrunkHeadRow Head { get; init; }

    /// <summary>What the database finds wrong with its own file; "ok" when nothing is.</summary>
    public required string Integrity { get; init; }

    public static async Task<Snapshot> OfFile(string file)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        var integrity = (string)(await command.ExecuteScalarAsync())!; // the pragma always answers
        // Deferred: it only reads, and must not ask for the write lock.
        await using var moment = connection.BeginTransaction(deferred: true);
        await using var db = new SqliteAcademyDb(new DbContextOptionsBuilder<SqliteAcademyDb>().UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
        await db.Database.UseTransactionAsync(moment);
        return await Read(db, integrity);
    }

    public static async Task<Snapshot> OfPostgres(string database)
    {
        await using var db = new PostgresAcademyDb(new DbContextOptionsBuilder<PostgresAcademyDb>().UseNpgsql($"{database};Pooling=False").UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
        await using var moment = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        return await Read(db, "ok");
    }

    private static async Task<Snapshot> Read(AcademyDb db, string integrity) => new()
    {
        Attempts = await db.Set<AttemptRow>().ToDictionaryAsync(attempt => attempt.Id),
        Answers = (await db.Set<AttemptAnswerRow>().ToListAsync()).ToLookup(answer => (answer.Attempt, answer.Position)),
        Questions = (await db.Set<AttemptQuestionRow>().ToListAsync()).ToLookup(question => question.Attempt),
        Evidence = await db.Set<AnswerRow>().GroupBy(answer => answer.Person).ToDictionaryAsync(person => person.Key, person => person.Count()),
        Done = (await db.Set<IdempotencyRow>().ToListAsync()).ToLookup(row => row.Key, row => row.Json),
        Events = await db.Set<EventRow>().OrderBy(happened => happened.Sequence).ToListAsync(),
        Head = await db.Set<TrunkHeadRow>().SingleAsync(),
        Integrity = integrity,
    };
}
