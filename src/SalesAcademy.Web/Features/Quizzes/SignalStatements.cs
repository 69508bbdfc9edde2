using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>
/// Notes a signal of an open certification attempt of this person, up to a number of them. No row is hit when the attempt is closed, over,
/// of another kind or somebody else's, or holds that many: nobody is told, since nothing rests on it. The attempt's name has to be held.
/// </summary>
internal static class SignalStatements
{
    // Attempt, instant, kind, position, detail, person, latest deadline that still counts, most.
    private const string Insert = """
        INSERT INTO attempt_signals (attempt, number, at, kind, position, detail)
        SELECT a.id, (SELECT COUNT(*) + 1 FROM attempt_signals AS s WHERE s.attempt = a.id), @p1, @p2, @p3, @p4 FROM attempts AS a
        WHERE a.id = @p0 AND a.person = @p5 AND a.kind = 'Certification' AND a.finished_at IS NULL AND (a.deadline IS NULL OR a.deadline >= @p6)
            AND @p3 BETWEEN 1 AND a.questions AND (SELECT COUNT(*) FROM attempt_signals AS s WHERE s.attempt = a.id) < @p7
        """;

    /// <summary>Notes that the page was left, or seen again.</summary>
    public static readonly Statement Note = new(Insert);

    /// <summary>Notes the browser of an answer where it is another than that of the answer before.</summary>
    public static readonly Statement NoteBrowser = new(Insert + """
         AND @p4 <> COALESCE((SELECT s.detail FROM attempt_signals AS s WHERE s.attempt = a.id AND s.kind = 'Device' ORDER BY s.number DESC LIMIT 1), '')
        """);
}
