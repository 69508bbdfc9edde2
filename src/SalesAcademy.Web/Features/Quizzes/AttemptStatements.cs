using System.Data.Common;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Asked at every question, and at every lesson for its check.</summary>
internal static class AttemptStatements
{
    private const string Select = "SELECT id, person, course, quiz, number, kind, content_hash, questions, started_at, deadline, finished_at, ending, score, passed, accommodation FROM attempts ";
    private const string OfQuiz = "WHERE person = @p0 AND course = @p1 AND quiz = @p2 ";

    /// <summary>Attempt, person, course, quiz, number, kind, hash of the content, questions, start, deadline, accommodation: begins it.</summary>
    public static readonly Statement Begin = new("""
        INSERT INTO attempts (id, person, course, quiz, number, kind, content_hash, questions, started_at, deadline, accommodation)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10)
        """);

    /// <summary>Attempt, position, family, variant, options: asks a question in it.</summary>
    public static readonly Statement Ask = new("INSERT INTO attempt_questions (attempt, position, family, variant, options) VALUES (@p0, @p1, @p2, @p3, @p4)");

    /// <summary>Attempt.</summary>
    public static readonly Statement One = new(Select + "WHERE id = @p0");

    /// <summary>Person, course, quiz, number: that attempt and those after it.</summary>
    public static readonly Statement From = new(Select + OfQuiz + "AND number >= @p3 ORDER BY number");

    /// <summary>Person, course, quiz, how many: the latest first.</summary>
    public static readonly Statement Latest = new(Select + OfQuiz + "ORDER BY number DESC LIMIT @p3");

    /// <summary>Person, course, quiz: the one with the highest score, the first of several.</summary>
    public static readonly Statement Best = new(Select + OfQuiz + "AND score IS NOT NULL ORDER BY score DESC, number LIMIT 1");

    /// <summary>Attempt: a row if one of its marks was contested or graded again.</summary>
    public static readonly Statement Disputed = new("SELECT 1 WHERE EXISTS (SELECT 1 FROM contests WHERE attempt = @p0) OR EXISTS (SELECT 1 FROM regraded_marks WHERE attempt = @p0)");

    /// <summary>The attempts of a person in a quiz, in their order: all where they are counted, else the latest, since some sit a quiz without limit every day.</summary>
    public static async ValueTask<IReadOnlyList<AttemptRow>> Taken(IPreparedReads reads, Guid person, Quiz quiz, int most) => quiz.Attempts is null
        ? [.. (await reads.Rows(Latest, Row, person, quiz.Course, quiz.Id, most)).Reverse()]
        : await reads.Rows(From, Row, person, quiz.Course, quiz.Id, 1);

    public static AttemptRow Row(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Person = row.GetGuid(1),
        Course = row.GetString(2),
        Quiz = row.GetString(3),
        Number = row.GetInt32(4),
        Kind = Enum.Parse<AttemptKind>(row.GetString(5)),
        ContentHash = row.GetString(6),
        Questions = row.GetInt32(7),
        StartedAt = row.Instant(8),
        Deadline = row.MaybeInstant(9),
        FinishedAt = row.MaybeInstant(10),
        Ending = row.Text(11) is { } ending ? Enum.Parse<AttemptEnd>(ending) : null,
        Score = row.Maybe<double>(12),
        Passed = row.Maybe<bool>(13),
        Accommodation = row.MaybeId(14),
    };
}
