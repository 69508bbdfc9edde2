using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Records;

/// <summary>All that the academy keeps of a person as a ZIP: a JSON for each kind of record, complete, and one page that a person reads.</summary>
internal sealed class RecordsArchive(IEnumerable<PersonRecords> records, IDbContextFactory<AcademyDb> contexts, AcademyOptions options, IStringLocalizer<HouseWords> words)
{
    // The page is an overview; what it leaves out is in the file it names.
    private const int MostOnThePage = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The archive, ready to be read, in a file that is gone with the stream.</summary>
    public async Task<Stream> Of(Guid person, string name, DateTime at, CancellationToken cancellation)
    {
        DataFolder.Create(options.Uploads);
        // A ZIP is not written without waiting in between, which an answer on the line refuses.
        var file = new FileStream(Path.Combine(options.Uploads, $"{Guid.CreateVersion7():N}.tmp"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 81_920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await Write(file, person, name, at, cancellation);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private async Task Write(Stream stream, Guid person, string name, DateTime at, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var page = new StringBuilder();
        foreach (var kind in records.OrderBy(kind => kind.Room, StringComparer.Ordinal).ThenBy(kind => kind.Name, StringComparer.Ordinal))
        {
            var file = $"{kind.Room}/{kind.Name}.json";
            var entry = zip.CreateEntry(file);
            await using var json = await entry.OpenAsync(cancellation);
            await Write(json, page, file, kind, kind.About(db, person), cancellation);
        }

        var overview = zip.CreateEntry("overview.html");
        await using var html = await overview.OpenAsync(cancellation);
        await html.WriteAsync(Encoding.UTF8.GetBytes(Page(name, at, page.ToString())), cancellation);
    }

    private async Task Write(Stream json, StringBuilder page, string file, PersonRecords kind, IAsyncEnumerable<object> rows, CancellationToken cancellation)
    {
        // Salts and tickets are the academy's own and tell nothing about anybody.
        var properties = kind.Row.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType != typeof(byte[])).ToArray();
        var (count, lines) = (0, new StringBuilder());
        await json.WriteAsync("["u8.ToArray(), cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            var said = properties.ToDictionary(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => property.GetValue(row));
            await json.WriteAsync(Encoding.UTF8.GetBytes((count > 0 ? ",\n" : "\n") + JsonSerializer.Serialize(said, Json)), cancellation);
            if (++count <= MostOnThePage)
                lines.Append("<tr>").AppendJoin("", properties.Select(property => $"<td>{Html.Encode(Said(property, row))}</td>")).AppendLine("</tr>");
        }

        await json.WriteAsync("\n]\n"u8.ToArray(), cancellation);
        if (count == 0)
            return;
        page.AppendLine(CultureInfo.InvariantCulture, $"<h2>{Html.Encode(words["records.of", kind.Room, kind.Name, count])}</h2>");
        page.AppendLine(CultureInfo.InvariantCulture, $"<p>{Html.Encode(words["records.file", file])}</p><table><tr>{string.Concat(properties.Select(property => $"<th>{Html.Encode(property.Name)}</th>"))}</tr>").Append(lines).AppendLine("</table>");
    }

    private string Page(string name, DateTime at, string body) =>
        $"""
        <!doctype html>
        <html lang="{CultureInfo.CurrentUICulture.Name}"><meta charset="utf-8"><title>{Html.Encode(words["records.title", name])}</title>
        <h1>{Html.Encode(words["records.title", name])}</h1>
        <p>{Html.Encode(words["records.lead", at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)])}</p>
        {body}
        </html>
        """;

    private static string Said(PropertyInfo property, object row) => Convert.ToString(property.GetValue(row), CultureInfo.InvariantCulture) ?? "";
}
