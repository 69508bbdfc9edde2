using Microsoft.EntityFrameworkCore;

namespace SalesAcademy.Web.Tests.Leads;

/// <summary>Every row of tables as text, to tell whether anything was written.</summary>
internal static class TableDump
{
    /// <summary>The rows of these tables, or of all there are; sorted, each with the name of its table.</summary>
    public static async Task<IReadOnlyList<string>> Dump(this AcademyApp app, params string[] tables)
    {
        await using var db = app.Read();
        var rows = new List<string>();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Where(table => tables.Length == 0 || tables.Contains(table)))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                rows.Add($"{table}: {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i).ToString()))}");
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
