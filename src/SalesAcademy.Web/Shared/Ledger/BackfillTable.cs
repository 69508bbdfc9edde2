using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>One table as the model maps it, to be filled with rows in bulk: columns and conversions are the model's, so that what is written is what the product would have written.</summary>
internal sealed class BackfillTable
{
    private readonly List<object> waiting = [];
    private readonly string name;
    private readonly BackfillColumn[] columns;
    private SqliteCommand? insert;

    private BackfillTable(string name, BackfillColumn[] columns) => (this.name, this.columns) = (name, columns);

    public int Waiting => waiting.Count;

    public static BackfillTable Of(IEntityType entity) => new(
        entity.GetSchema() is { } schema ? $"\"{schema}\".\"{entity.GetTableName()}\"" : $"\"{entity.GetTableName()}\"",
        [.. entity.GetProperties().Select(BackfillColumn.Of)]);

    public void Add(object row) => waiting.Add(row);

    /// <summary>Writes what waits into a file, by one prepared statement.</summary>
    public void Insert(SqliteConnection connection, SqliteTransaction transaction)
    {
        insert ??= Prepare(connection);
        insert.Transaction = transaction;
        foreach (var row in waiting)
        {
            for (var i = 0; i < columns.Length; i++)
                insert.Parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }

        waiting.Clear();
    }

    /// <summary>Writes what waits into PostgreSQL, as one stream.</summary>
    public void Copy(NpgsqlConnection connection)
    {
        using var stream = connection.BeginBinaryImport($"COPY {name} ({Names}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in waiting)
        {
            stream.StartRow();
            foreach (var column in columns)
                if (column.Read(row) is { } value)
                    stream.Write(value, column.Type);
                else
                    stream.WriteNull();
        }

        stream.Complete();
        waiting.Clear();
    }

    private string Names => string.Join(", ", columns.Select(column => $"\"{column.Name}\""));

    private SqliteCommand Prepare(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {name} ({Names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Length; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        return command;
    }
}

/// <summary>One column: its type without length, and how its value is read from a row.</summary>
internal sealed record BackfillColumn(string Name, string Type, Func<object, object?> Read)
{
    public static BackfillColumn Of(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        var row = Expression.Parameter(typeof(object));
        var read = Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(row, property.DeclaringType.ClrType), property.PropertyInfo!), typeof(object)), row).Compile(); // rows have no hidden columns
        return new(property.GetColumnName(), mapping.StoreType.Split('(')[0], mapping.Converter is { } converter ? one => converter.ConvertToProvider(read(one)) : read);
    }
}
