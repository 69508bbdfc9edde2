using System.Data.Common;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>
/// The hot path of a quiz: one statement finds the open attempt of this person and keeps the answer. No row is hit when the
/// attempt is closed, over or somebody else's, or when a newer answer is stored; which of these is only asked then.
/// </summary>
internal static class AnswerStatements
{
    private const string Insert = """
        INSERT INTO attempt_answers (attempt, position, response, locale, flagged, client_sequence, saved_at)
        SELECT a.id, @p1, @p2, @p3, @p4, @p5, @p6 FROM attempts AS a
        WHERE a.id = @p0 AND a.person = @p7 AND a.finished_at IS NULL AND (a.deadline IS NULL OR a.deadline >= @p8) AND @p1 BETWEEN 1 AND a.questions
        ON CONFLICT (attempt, position)
        """;

    /// <summary>Keeps an answer that may still be changed.</summary>
    public static readonly Statement Save = new(Insert + """
         DO UPDATE SET response = excluded.response, locale = excluded.locale, flagged = excluded.flagged,
            client_sequence = excluded.client_sequence, saved_at = excluded.saved_at
        WHERE excluded.client_sequence > attempt_answers.client_sequence
        """);

    /// <summary>Keeps an answer whose feedback is shown at once: the first stands.</summary>
    public static readonly Statement Commit = new(Insert + " DO NOTHING");

    /// <summary>Attempt: its newest answers.</summary>
    public static readonly Statement OfAttempt = new("SELECT attempt, position, response, locale, flagged, client_sequence, saved_at FROM attempt_answers WHERE attempt = @p0");

    /// <summary>Ends an attempt; must hit one row.</summary>
    public static readonly Statement Finish = new(
        "UPDATE attempts SET finished_at = @p1, ending = @p2, score = @p3, passed = @p4 WHERE id = @p0 AND finished_at IS NULL");

    /// <summary>Ends an attempt that waits for graders; must hit one row.</summary>
    public static readonly Statement Close = new("UPDATE attempts SET finished_at = @p1, ending = @p2 WHERE id = @p0 AND finished_at IS NULL");

    /// <summary>Attempt, score, passed: the result of an ended attempt, its first or another one; must hit one row.</summary>
    public static readonly Statement Regrade = new("UPDATE attempts SET score = @p1, passed = @p2 WHERE id = @p0 AND finished_at IS NOT NULL");

    public static AttemptAnswerRow Row(DbDataReader row) => new()
    {
        Attempt = row.GetGuid(0),
        Position = row.GetInt32(1),
        Response = row.GetString(2),
        Locale = row.GetString(3),
        Flagged = row.GetBoolean(4),
        ClientSequence = row.GetInt64(5),
        SavedAt = row.Instant(6),
    };
}
