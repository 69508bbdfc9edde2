using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Run whenever a certification quiz is begun or handed in, while the writer waits.</summary>
internal static class HoldStatements
{
    /// <summary>Attempt, person, instant or null: holds notes until it is handed in, or until then.</summary>
    public static readonly Statement Begin = new("INSERT INTO coaching_holds (attempt, person, until) VALUES (@p0, @p1, @p2)");

    /// <summary>Attempt, instant: ends its hold.</summary>
    public static readonly Statement End = new("UPDATE coaching_holds SET ended_at = @p1 WHERE attempt = @p0 AND ended_at IS NULL");

    /// <summary>Person, instant: one row if a note is held and no hold is open any more.</summary>
    public static readonly Statement Waiting = new("""
        SELECT 1 WHERE EXISTS (SELECT 1 FROM coaching_notes WHERE person = @p0 AND held AND released_at IS NULL AND withdrawn_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM coaching_holds WHERE person = @p0 AND ended_at IS NULL AND (until IS NULL OR until > @p1))
        """);
}
