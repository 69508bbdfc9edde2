using System.Data.Common;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Readiness;

internal static class EvidenceStatements
{
    /// <summary>Person: their answers.</summary>
    public static readonly Statement Answers = new("""SELECT person, "order", family, day, score, hint, kind, matter, attempt FROM evidence_answers WHERE person = @p0 ORDER BY "order" """);

    /// <summary>
    /// Person, attempt, family, score, what the question asks or null to leave it. Written at once: a tier that moves reads its answers from the database.
    /// </summary>
    public static readonly Statement Correct = new(
        "UPDATE evidence_answers SET score = @p3, matter = COALESCE(CAST(@p4 AS text), matter) WHERE person = @p0 AND attempt = @p1 AND family = @p2");

    public static AnswerRow Answer(DbDataReader row) => new()
    {
        Person = row.GetGuid(0),
        Order = row.GetInt64(1),
        Family = row.GetString(2),
        Day = row.GetFieldValue<DateOnly>(3),
        Score = row.GetDouble(4),
        Hint = row.GetBoolean(5),
        Kind = Enum.Parse<AttemptKind>(row.GetString(6)),
        Matter = row.GetString(7),
        Attempt = row.MaybeId(8),
    };
}
