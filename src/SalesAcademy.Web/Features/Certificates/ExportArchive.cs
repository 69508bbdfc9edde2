using System.IO.Compression;
using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Credentials;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>
/// Writes a ZIP as it is read: page by page by key, each page a query of its own, because a long reader would let SQLite's log grow for as
/// long as a slow client downloads. Memory holds one page, however many there are.
/// </summary>
internal sealed class ExportArchive(IDbContextFactory<AcademyDb> contexts, IStringLocalizer<Words> words)
{
    private const int PageSize = 20;

    public async Task Write(PipeWriter output, Func<AcademyDb, IQueryable<StatedCertificate>> which, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(new PipeStream(output), ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        await WriteManifest(zip, output, which, cancellation);
        await foreach (var page in Pages(which, (db, rows) =>
            from c in rows
            join document in db.Set<DocumentRow>() on c.Row.Id equals document.Certificate
            select new { c.Row.Serial, c.Row.Number, c.Row.Name, c.Row.From, Title = InChinese ? c.Row.TitleChinese : c.Row.TitleEnglish, document.Bytes }, c => c.Serial, cancellation))
        {
            foreach (var certificate in page)
            {
                // A PDF is packed already.
                var entry = zip.CreateEntry(CertificateFile.NameOf(certificate.Number, certificate.Name, certificate.Title), CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(certificate.From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
                await using var file = await entry.OpenAsync(cancellation);
                await file.WriteAsync(certificate.Bytes, cancellation);
            }

            await output.FlushAsync(cancellation);
        }
    }

    /// <summary>The certificates one behind the other in one PDF; a thousand need no more memory than twenty.</summary>
    public async Task WriteMerged(PipeWriter output, Func<AcademyDb, IQueryable<StatedCertificate>> which, CancellationToken cancellation)
    {
        var merged = new MergedPdf(new PipeStream(output));
        await foreach (var page in Pages(which, (db, rows) => from c in rows join document in db.Set<DocumentRow>() on c.Row.Id equals document.Certificate select new { c.Row.Serial, document.Bytes }, c => c.Serial, cancellation))
        {
            // A credential proves one file, byte by byte: in another it would prove nothing, and stays behind.
            foreach (var certificate in page)
                merged.Add(CredentialAttachment.Read(certificate.Bytes)?.Document ?? certificate.Bytes);
            await output.FlushAsync(cancellation);
        }

        merged.Finish();
        await output.FlushAsync(cancellation);
    }

    private static bool InChinese => ReaderLanguage.Current == ReaderLanguage.Chinese;

    private async Task WriteManifest(ZipArchive zip, PipeWriter output, Func<AcademyDb, IQueryable<StatedCertificate>> which, CancellationToken cancellation)
    {
        await using var file = await zip.CreateEntry($"{words["export.manifest"]}.csv", CompressionLevel.Optimal).OpenAsync(cancellation);
        await using var csv = new CsvWriter(file);
        await csv.Write([.. "number name latin-name certification issued until state revoked code hash document".Split(' ').Select(column => words[$"export.{column}"].Value)]);
        await foreach (var page in Pages(which, (db, rows) =>
            from c in rows
            join document in db.Set<DocumentRow>() on c.Row.Id equals document.Certificate
            select new { c.Row, c.State, document.Hash }, c => c.Row.Serial, cancellation))
        {
            foreach (var certificate in page)
            {
                var row = certificate.Row;
                var title = InChinese ? row.TitleChinese : row.TitleEnglish;
                await csv.Write(row.Number, row.Name, row.LatinName, title, row.From.Iso(), row.Until is { } until ? until.Iso() : "",
                    words[$"state.{(CertificateState)certificate.State}"], row.RevokedOn is { } revoked ? revoked.Iso() : "", row.Code, certificate.Hash,
                    CertificateFile.NameOf(row.Number, row.Name, title));
            }

            await output.FlushAsync(cancellation);
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<T>> Pages<T>(
        Func<AcademyDb, IQueryable<StatedCertificate>> which, Func<AcademyDb, IQueryable<StatedCertificate>, IQueryable<T>> select, Func<T, long> serial,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long after = 0; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var page = await select(db, which(db).Where(c => c.Row.Serial > after && c.Row.HolderErasedOn == null).OrderBy(c => c.Row.Serial).Take(PageSize)).ToListAsync(cancellation);
            if (page.Count == 0)
                yield break;
            page.Sort((one, other) => serial(one).CompareTo(serial(other)));
            after = serial(page[^1]);
            yield return page;
        }
    }
}
