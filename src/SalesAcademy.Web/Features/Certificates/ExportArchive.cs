using System.IO.Compression;
using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Credentials;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>Certificates handed out together: what the file is, how long, and how it is made.</summary>
/// <param name="Tag">The same for the same bytes.</param>
/// <param name="Make">Writes it, the same bytes each time; fails where a document is gone since.</param>
internal sealed record ExportFile(string Kind, string Ending, int Count, string Tag, long Length, Func<PipeWriter, CancellationToken, Task> Make);

/// <summary>
/// Writes certificates as it reads them, some at a time, because a long reader would let SQLite's log grow for as long as a slow client downloads.
/// Memory holds the list and a few documents, however many there are.
/// </summary>
internal sealed class ExportArchive(IDbContextFactory<AcademyDb> contexts, IStringLocalizer<Words> words)
{
    private const int AtOnce = 20;

    /// <summary>A ZIP of the certificates as they were issued, with a table of them; null of none.</summary>
    public async Task<ExportFile?> Zip(Func<AcademyDb, IQueryable<StatedCertificate>> which, CancellationToken cancellation)
    {
        var list = await ExportList.Of(contexts, which, words, cancellation);
        if (list.Found == 0)
            return null;
        var manifest = $"{words["export.manifest"]}.csv";
        // What is not packed has the length of what it is, whatever it is: the documents need not be read to know how long the ZIP becomes.
        var length = await MadeStream.Measure((output, stop) => WriteZip(output, manifest, list, Blank(list.Documents), stop), cancellation);
        return new ExportFile("application/zip", ".zip", list.Found, list.Tag, length, (output, stop) => WriteZip(output, manifest, list, Documents(list.Documents, stop), stop));
    }

    /// <summary>The certificates one behind the other in one PDF; a thousand need no more memory than twenty. Null of none.</summary>
    public async Task<ExportFile?> Merged(Func<AcademyDb, IQueryable<StatedCertificate>> which, CancellationToken cancellation)
    {
        var list = await ExportList.Of(contexts, which, words, cancellation);
        if (list.Documents.Count == 0)
            return null;
        Task Make(PipeWriter output, CancellationToken stop) => WriteMerged(output, Documents(list.Documents, stop), stop);
        return new ExportFile("application/pdf", ".pdf", list.Documents.Count, list.TagOfDocuments, await MadeStream.Measure(Make, cancellation), Make);
    }

    private static async Task WriteZip(PipeWriter output, string manifest, ExportList list, IAsyncEnumerable<(ListedDocument Listed, ReadOnlyMemory<byte> Bytes)[]> documents, CancellationToken stop)
    {
        await using (var zip = await ZipArchive.CreateAsync(new PipeStream(output), ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop))
        {
            await Enter(zip, manifest, CompressionLevel.Optimal, list.Documents.Select(one => one.From).DefaultIfEmpty(DateOnly.MinValue.AddYears(1999)).Max(), list.Manifest, stop);
            await foreach (var some in documents.WithCancellation(stop))
            {
                // A PDF is packed already.
                foreach (var (listed, bytes) in some)
                    await Enter(zip, listed.File, CompressionLevel.NoCompression, listed.From, bytes, stop);
                await output.FlushAsync(stop);
            }
        }

        await output.FlushAsync(stop);
    }

    private static async Task Enter(ZipArchive zip, string name, CompressionLevel level, DateOnly day, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        await using var file = await entry.OpenAsync(stop);
        await file.WriteAsync(content, stop);
    }

    private static async Task WriteMerged(PipeWriter output, IAsyncEnumerable<(ListedDocument Listed, ReadOnlyMemory<byte> Bytes)[]> documents, CancellationToken stop)
    {
        var merged = new MergedPdf(new PipeStream(output));
        await foreach (var some in documents.WithCancellation(stop))
        {
            // A credential proves one file, byte by byte: in another it would prove nothing, and stays behind.
            foreach (var bytes in some.Select(one => one.Bytes.ToArray()))
                merged.Add(CredentialAttachment.Read(bytes)?.Document ?? bytes);
            await output.FlushAsync(stop);
        }

        merged.Finish();
        await output.FlushAsync(stop);
    }

    private async IAsyncEnumerable<(ListedDocument Listed, ReadOnlyMemory<byte> Bytes)[]> Documents(
        IReadOnlyList<ListedDocument> listed, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop = default)
    {
        foreach (var some in listed.Chunk(AtOnce))
        {
            var ids = some.Select(one => one.Certificate).ToArray();
            await using var db = await contexts.CreateDbContextAsync(stop);
            var documents = await db.Set<DocumentRow>().Where(d => ids.Contains(d.Certificate)).Select(d => new { d.Certificate, d.Bytes }).ToDictionaryAsync(d => d.Certificate, d => d.Bytes, stop);
            yield return [.. some.Select(one => (one, (ReadOnlyMemory<byte>)documents[one.Certificate]))];
        }
    }

    private static async IAsyncEnumerable<(ListedDocument Listed, ReadOnlyMemory<byte> Bytes)[]> Blank(IReadOnlyList<ListedDocument> listed)
    {
        await Task.CompletedTask;
        var blank = new byte[listed.Select(one => one.Length).DefaultIfEmpty().Max()];
        foreach (var some in listed.Chunk(AtOnce))
            yield return [.. some.Select(one => (one, (ReadOnlyMemory<byte>)blank.AsMemory(0, one.Length)))];
    }
}
