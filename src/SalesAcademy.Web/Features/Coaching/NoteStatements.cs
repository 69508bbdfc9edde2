using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

internal static class NoteStatements
{
    /// <summary>Person, sequence, course, lesson: one row if a page about that lesson lacks a note. Most pages lack none, and every lesson asks.</summary>
    public static readonly Statement AnySince = new("""
        SELECT 1 FROM coaching_notes WHERE person = @p0 AND sequence > @p1 AND withdrawn_at IS NULL AND (NOT held OR released_at IS NOT NULL)
        AND ((course = @p2 AND lesson = @p3) OR delivered_at IS NULL) LIMIT 1
        """);
}
