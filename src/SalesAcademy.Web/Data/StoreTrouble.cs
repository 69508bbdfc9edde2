using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Data;

/// <summary>Tells a store that is away for a moment from a fault of the academy.</summary>
internal static class StoreTrouble
{
    // SQLite: held by another process, an I/O error, a full disk.
    private static readonly int[] Passing = [5, 6, 10, 13];

    /// <summary>Whether the same request may succeed a moment later: the file is held, the disk full, the server restarting.</summary>
    public static bool Passes(Exception e) => e switch
    {
        LedgerUnavailableException or RetryLimitExceededException or DbException { IsTransient: true } => true,
        SqliteException sqlite => Passing.Contains(sqlite.SqliteErrorCode),
        _ => e.InnerException is { } inner && Passes(inner),
    };
}
