using Microsoft.Data.Sqlite;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Data;

/// <summary>A SQLite connection with the statements it has prepared.</summary>
internal sealed class PreparedConnection(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<Statement, SqliteCommand> prepared = [];

    /// <summary>The statement with its values, ready to be executed.</summary>
    public SqliteCommand Command(Statement statement, params ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(statement, out var command))
            prepared[statement] = command = Prepare(statement, values.Length);
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(Statement statement, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        return command;
    }
}
