using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

internal static class PresenceStatements
{
    /// <summary>Person, place, active at, seen at, connections. The newest packet wins, however late another arrives; since moves only with the place.</summary>
    public static readonly Statement Move = new("""
        INSERT INTO presences (person, place, since, active_at, seen_at, connections) VALUES (@p0, @p1, @p2, @p2, @p3, @p4)
        ON CONFLICT (person) DO UPDATE SET
            since = CASE WHEN presences.place = excluded.place THEN presences.since ELSE excluded.since END,
            place = excluded.place, active_at = excluded.active_at, seen_at = excluded.seen_at, connections = excluded.connections
        WHERE excluded.seen_at >= presences.seen_at
        """);

    /// <summary>Connections of a process that is gone are gone.</summary>
    public static readonly Statement Forget = new("UPDATE presences SET connections = 0 WHERE connections > 0");
}
