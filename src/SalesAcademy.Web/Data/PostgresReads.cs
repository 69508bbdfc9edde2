using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Data;

/// <summary>The same reads on a connection of the pool, retried as any other read.</summary>
internal sealed class PostgresReads(IDbContextFactory<PostgresAcademyDb> contexts) : IPreparedReads
{
    public async ValueTask<IReadOnlyList<T>> Rows<T>(Statement statement, Func<DbDataReader, T> row, params object[] values)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await db.Database.OpenConnectionAsync();
            try
            {
                return await Read((NpgsqlConnection)db.Database.GetDbConnection(), statement, row, values);
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        });
    }

    private static async Task<IReadOnlyList<T>> Read<T>(NpgsqlConnection connection, Statement statement, Func<DbDataReader, T> row, object[] values)
    {
        await using var command = new NpgsqlCommand(statement.Sql, connection);
        for (var i = 0; i < values.Length; i++)
            command.Parameters.Add(new NpgsqlParameter($"p{i}", values[i]));
        return await command.ReadAllAsync(row);
    }
}
