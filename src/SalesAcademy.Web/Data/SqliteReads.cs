using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Data;

/// <summary>Connections that only read and stay open with their prepared statements; as many as requests ever read at once.</summary>
internal sealed class SqliteReads(string connectionString) : IPreparedReads, IDisposable
{
    private readonly ConcurrentBag<PreparedConnection> idle = [];

    public ValueTask<IReadOnlyList<T>> Rows<T>(Statement statement, Func<DbDataReader, T> row, params object[] values)
    {
        var connection = idle.TryTake(out var open) ? open : Open();
        try
        {
            IReadOnlyList<T> rows = connection.Command(statement, values).ReadAll(row);
            idle.Add(connection);
            return new(rows);
        }
        catch
        {
            // Whatever state the failure left it in, nobody else gets it.
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var connection))
            connection.Dispose();
    }

    private PreparedConnection Open()
    {
        var connection = new SqliteConnection(connectionString + ";Pooling=False");
        connection.Open();
        using var readOnly = connection.CreateCommand();
        readOnly.CommandText = "PRAGMA query_only=ON; PRAGMA busy_timeout=5000; PRAGMA trusted_schema=OFF;";
        readOnly.ExecuteNonQuery();
        return new PreparedConnection(connection);
    }
}
