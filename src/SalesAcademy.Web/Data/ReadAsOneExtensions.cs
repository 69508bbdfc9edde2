using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SalesAcademy.Web.Data;

/// <summary>Several queries that must see one state of the store.</summary>
internal static class ReadAsOneExtensions
{
    /// <summary>Every query of this context sees the store as the first of them does. It holds nobody up, and is asked again whole where the line breaks.</summary>
    public static Task<T> ReadAsOne<T>(this AcademyDb db, Func<Task<T>> read, CancellationToken cancellation) => db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        await using var view = await View(db, cancellation);
        return await read();
    });

    private static async Task<IDbContextTransaction?> View(AcademyDb db, CancellationToken cancellation)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection sqlite)
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        return await db.Database.UseTransactionAsync(sqlite.BeginTransaction(deferred: true), cancellation);
    }
}
