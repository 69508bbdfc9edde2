using System.Data.Common;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Data;

/// <summary>Reads by prepared statements: for the few questions that a page asks at every request, where a context would cost more than the page around it.</summary>
internal interface IPreparedReads
{
    /// <summary>The rows of a statement, each as the function reads it; whatever was committed before is seen.</summary>
    ValueTask<IReadOnlyList<T>> Rows<T>(Statement statement, Func<DbDataReader, T> row, params object[] values);

    /// <summary>The one number that a counting statement gives.</summary>
    async Task<int> Count(Statement statement, params object[] values) => (int)(await Rows(statement, row => row.GetInt64(0), values))[0];
}

internal static class CommandReads
{
    public static List<T> ReadAll<T>(this DbCommand command, Func<DbDataReader, T> row)
    {
        using var reader = command.ExecuteReader();
        if (!reader.Read())
            return [];
        var rows = new List<T>();
        do
            rows.Add(row(reader));
        while (reader.Read());
        return rows;
    }

    public static async Task<IReadOnlyList<T>> ReadAllAsync<T>(this DbCommand command, Func<DbDataReader, T> row)
    {
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }
}

/// <summary>Columns as the tables keep them, alike on SQLite and PostgreSQL.</summary>
internal static class Columns
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static T? Maybe<T>(this DbDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    /// <summary>An id, which SQLite keeps as text.</summary>
    public static Guid? MaybeId(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    // SQLite gives instants back without their kind.
    public static DateTime Instant(this DbDataReader row, int column) => DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);

    public static DateTime? MaybeInstant(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);
}
