using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SalesAcademy.Web.Data;

/// <summary>Several queries that must see one state of the store.</summary>
internal static class ReadAsOneExtensions
{
    /// <summary>Every query of this context sees the store as the first of them does, until this ends. It holds nobody up, and is asked again whole where the line breaks.</summary>
    public static Task<T> ReadAsOne<T>(this AcademyDb db, Func<Task<T>> read, CancellationToken cancellation) => db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
    {
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
            return await ReadAsOne(db, sqlite, read, cancellation);
        await using var view = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await read();
    });

    // The context only borrows the transaction, and would go on reading in it for as long as it lives.
    private static async Task<T> ReadAsOne<T>(AcademyDb db, SqliteConnection sqlite, Func<Task<T>> read, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var snapshot = sqlite.BeginTransaction(deferred: true);
            await using var view = await db.Database.UseTransactionAsync(snapshot, cancellation);
            return await read();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
