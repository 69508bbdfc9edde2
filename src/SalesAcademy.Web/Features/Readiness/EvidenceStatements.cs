using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Readiness;

internal static class EvidenceStatements
{
    // Both ends of a stretch of ids included: one walk along the key, whoever stands in between.
    private const string Stretch = "WHERE person >= @p0 AND person <= @p1";

    /// <summary>From whom to whom: what <see cref="Answers"/> gives of each, behind the person.</summary>
    public const string AnswersOfMany = $"SELECT person, \"order\", family, day, score, hint, kind, first, matter FROM evidence_answers {Stretch} AND (first OR kind = 'Drill') ORDER BY person, \"order\"";

    /// <summary>From whom to whom: every observation.</summary>
    public const string ObservationsOfMany = $"SELECT person, \"order\", competency, rater, level, levels, day, rubric FROM evidence_observations {Stretch} ORDER BY person, \"order\"";

    /// <summary>From whom to whom: every certificate.</summary>
    public const string CertificatesOfMany = $"SELECT person, certificate, certification, \"from\", until, revoked_on FROM held_certificates {Stretch}";

    /// <summary>From whom to whom: every course completed.</summary>
    public const string CoursesOfMany = $"SELECT person, course, day FROM readiness_courses {Stretch}";

    /// <summary>
    /// Person: what of their answers can count, and every drill, in their order. Somebody who sits a quiz again and again makes thousands of
    /// others, each of which a tier that moves would read.
    /// </summary>
    public static readonly Statement Answers = new("""
        SELECT "order", family, day, score, hint, kind, first, matter FROM evidence_answers WHERE person = @p0 AND (first OR kind = 'Drill') ORDER BY "order"
        """);

    /// <summary>Person, order, family, day, score, hint, kind, whether first, what was asked, attempt.</summary>
    public static readonly Statement Keep = new("""
        INSERT INTO evidence_answers (person, "order", family, day, score, hint, kind, first, matter, attempt) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9)
        """);

    /// <summary>
    /// Person, attempt, family, score, what the question asks or null to leave it. Written at once: a tier that moves reads its answers from the database.
    /// What now says something about another question may be the first to it; of several firsts of a day the earliest counts.
    /// </summary>
    public static readonly Statement Correct = new(
        "UPDATE evidence_answers SET score = @p3, matter = COALESCE(CAST(@p4 AS text), matter), first = first OR CAST(@p4 AS text) IS NOT NULL WHERE person = @p0 AND attempt = @p1 AND family = @p2");

    /// <summary>The rows of a stretch as this context sees them, in its transaction where it has one, each with the person in its first column.</summary>
    public static async Task Read(AcademyDb db, string sql, Guid from, Guid to, Action<Guid, DbDataReader> keep, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            foreach (var (name, value) in ((string, Guid)[])[("p0", from), ("p1", to)])
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            await using var rows = await command.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
                keep(rows.GetGuid(0), rows);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public static AnswerRow Answer(DbDataReader row, Guid person) => new()
    {
        Person = person,
        Order = row.GetInt64(0),
        Family = row.GetString(1),
        Day = row.GetFieldValue<DateOnly>(2),
        Score = row.GetDouble(3),
        Hint = row.GetBoolean(4),
        Kind = Enum.Parse<AttemptKind>(row.GetString(5)),
        First = row.GetBoolean(6),
        Matter = row.GetString(7),
    };
}
