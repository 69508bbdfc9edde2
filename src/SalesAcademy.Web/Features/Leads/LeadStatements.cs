using System.Data.Common;
using System.Runtime.InteropServices;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What pages ask for the count in the rail, and what every decision asks before it sits down.</summary>
internal static class LeadStatements
{
    /// <summary>Person: how many leads they own and work.</summary>
    public static readonly Statement Owned = new("SELECT COUNT(*) FROM leads WHERE owner = @p0 AND state = 'Owned'");

    /// <summary>Customer: a row if any lead is about them, whatever has become of it.</summary>
    public static readonly Statement Known = new("SELECT 1 FROM leads WHERE customer = @p0 LIMIT 1");

    /// <summary>Number: a row if any lead is called by it, whatever has become of it.</summary>
    public static readonly Statement Called = new("SELECT 1 FROM leads WHERE number = @p0 LIMIT 1");

    /// <summary>Where the trunk ends.</summary>
    public static readonly Statement Head = new("SELECT sequence, hash FROM trunk_head WHERE id = 1");

    /// <summary>Sequence, how many at most: that event and those after it.</summary>
    public static readonly Statement Since = new("SELECT sequence, hash, subject, at FROM events WHERE sequence >= @p0 ORDER BY sequence LIMIT @p1");

    /// <summary>Lead: everybody who has ever owned it.</summary>
    public static readonly Statement Owners = new("SELECT DISTINCT person FROM lead_ownerships WHERE lead = @p0");

    /// <summary>Person, two instants: every lead they own, and those taken after the first and no later than the second.</summary>
    public static readonly Statement InHand = new(
        "SELECT at, how, day, end_sequence IS NULL, at > @p1 AND at <= @p2, lead FROM lead_ownerships WHERE person = @p0 AND (end_sequence IS NULL OR (at > @p1 AND at <= @p2))");

    public static (long Sequence, string Hash) Newest(DbDataReader row) => (row.GetInt64(0), row.GetString(1));

    public static HeardEvent Event(DbDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetGuid(2), row.Instant(3));

    public static (Taken Taken, bool IsOpen, bool IsRecent) Ownership(DbDataReader row) =>
        (new Taken(row.GetGuid(5), row.Instant(0), Enum.Parse<Taking>(row.GetString(1)), row.GetFieldValue<DateOnly>(2)), row.GetBoolean(3), row.GetBoolean(4));
}

/// <summary>Of an event what the table listens for.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HeardEvent(long Sequence, string Hash, Guid Subject, DateTime At);
