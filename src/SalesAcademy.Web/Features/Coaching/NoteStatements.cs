using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

internal static class NoteStatements
{
    /// <summary>Person, sequence, course, lesson, now: one row if a page about that lesson lacks a note, and in it 1 in focus time. Most pages lack none, and every lesson asks.</summary>
    public static readonly Statement AnySince = new("""
        SELECT CASE WHEN EXISTS (SELECT 1 FROM coaching_focus WHERE person = @p0 AND ended_at IS NULL AND until > @p4) THEN 1 ELSE 0 END
        FROM coaching_notes WHERE person = @p0 AND sequence > @p1 AND withdrawn_at IS NULL AND (NOT held OR released_at IS NOT NULL)
        AND ((course = @p2 AND lesson = @p3) OR delivered_at IS NULL) LIMIT 1
        """);

    /// <summary>Person: how many of their notes they have not acknowledged.</summary>
    public static readonly Statement Unanswered = new("""
        SELECT COUNT(*) FROM coaching_notes WHERE person = @p0 AND acknowledged_at IS NULL AND withdrawn_at IS NULL AND (NOT held OR released_at IS NOT NULL)
        """);

    /// <summary>Now, note, receiver: marks it as delivered; no row where it was taken back.</summary>
    public static readonly Statement Deliver = new("""
        UPDATE coaching_notes SET delivered_at = COALESCE(delivered_at, @p0)
        WHERE id = @p1 AND person = @p2 AND withdrawn_at IS NULL AND (NOT held OR released_at IS NOT NULL)
        """);
}
