using System.Data.Common;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Asked at every page after an answer, for the count in the rail.</summary>
internal static class DrillStatements
{
    /// <summary>Person, first and last local day: the questions drawn, in order of day and number.</summary>
    public static readonly Statement Asked = new("""
        SELECT day, number, family, variant, options, content_hash, response, locale, score, answered_at FROM drill_questions
        WHERE person = @p0 AND day >= @p1 AND day <= @p2 ORDER BY day, number
        """);

    /// <summary>Person: the first answer of each day to a family.</summary>
    public static readonly Statement Answers = new("SELECT family, day, score, hint, edition FROM family_answers WHERE person = @p0");

    public static DrillQuestionRow Question(DbDataReader row, Guid person) => new()
    {
        Person = person,
        Day = row.GetFieldValue<DateOnly>(0),
        Number = row.GetInt32(1),
        Family = row.GetString(2),
        Variant = row.GetString(3),
        Options = row.GetString(4),
        ContentHash = row.GetString(5),
        Response = row.Text(6),
        Locale = row.Text(7),
        Score = row.Maybe<double>(8),
        AnsweredAt = row.MaybeInstant(9),
    };

    public static Answer Answer(DbDataReader row) =>
        new(row.GetString(0), row.GetFieldValue<DateOnly>(1), 0, row.GetDouble(2), row.GetBoolean(3), Practice: false, row.GetString(4));
}
