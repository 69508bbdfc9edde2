using Microsoft.Data.Sqlite;

namespace SalesAcademy.Web.Features.Courses.Search;

/// <summary>What a full-text index is asked; it lies in memory, holds no text itself, and is laid anew at every start.</summary>
internal static class IndexStatements
{
    // A word in the title says more than one in the summary, and that more than one in passing.
    private const string Rank = "bm25(texts, 12.0, 5.0, 1.0)";

    public static SqliteConnection Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var create = connection.CreateCommand();
        create.CommandText = "CREATE VIRTUAL TABLE texts USING fts5(title, summary, body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')";
        create.ExecuteNonQuery();
        create.CommandText = "CREATE VIRTUAL TABLE words USING fts5vocab(texts, 'row')";
        create.ExecuteNonQuery();
        return connection;
    }

    public static SqliteCommand Add(SqliteConnection connection) => With(connection, "INSERT INTO texts(rowid, title, summary, body) VALUES (@row, @title, @summary, @body)", "@row", "@title", "@summary", "@body");

    public static SqliteCommand Remove(SqliteConnection connection) => With(connection, "DELETE FROM texts WHERE rowid = @row", "@row");

    /// <summary>The rows that answer a question, the best first.</summary>
    public static SqliteCommand Ask(SqliteConnection connection) => With(connection, $"SELECT rowid FROM texts WHERE texts MATCH @asked ORDER BY {Rank}, rowid LIMIT @most", "@asked", "@most");

    /// <summary>How many texts hold a word, at most: the index keeps stems, so words that begin as it does are looked at.</summary>
    public static SqliteCommand Holding(SqliteConnection connection) => With(connection, "SELECT COALESCE(MAX(doc), 0) FROM words WHERE term >= @from AND term < @to", "@from", "@to");

    private static SqliteCommand With(SqliteConnection connection, string text, params string[] names)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }
}
