using Microsoft.Data.Sqlite;

namespace SalesAcademy.Reliability.Learning;

/// <summary>The write lock of one file of a data folder, held by this process until disposed.</summary>
internal sealed class WriteLock : IAsyncDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction held;

    private WriteLock(SqliteConnection connection) => (this.connection, held) = (connection, connection.BeginTransaction(deferred: false));

    public static async Task<WriteLock> Take(string file)
    {
        var opened = new SqliteConnection($"Data Source={file};Pooling=False");
        await opened.OpenAsync();
        return new WriteLock(opened);
    }

    public async ValueTask DisposeAsync()
    {
        await held.DisposeAsync();
        await connection.DisposeAsync();
    }
}
