using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>A certificate of an export: its file's name and size.</summary>
internal sealed record ListedDocument(Guid Certificate, string File, DateOnly From, int Length);

/// <summary>
/// What an export holds, in the order of the numbers, as it stands at one moment. It decides every byte of the export, so that its tag tells two
/// exports apart: of the same list, language and build they are the same, byte by byte.
/// </summary>
/// <param name="Found">How many certificates there are, with a document and without.</param>
/// <param name="Documents">The certificates that have a document; of an erased holder there is a line of the table alone.</param>
/// <param name="Manifest">The table that goes with them, in the reader's language.</param>
/// <param name="Tag">Of the table and with it of all documents, whose hashes stand in it.</param>
/// <param name="TagOfDocuments">Of the documents alone.</param>
internal sealed record ExportList(int Found, IReadOnlyList<ListedDocument> Documents, byte[] Manifest, string Tag, string TagOfDocuments)
{
    private const int PageSize = 500;

    /// <summary>Read page by page by key: one long reader would let SQLite's log grow.</summary>
    public static async Task<ExportList> Of(IDbContextFactory<AcademyDb> contexts, Func<AcademyDb, IQueryable<StatedCertificate>> which, IStringLocalizer<Words> words, CancellationToken cancellation)
    {
        using var hashes = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var manifest = new MemoryStream();
        var (found, documents) = (0, new List<ListedDocument>());
        await using (var csv = new CsvWriter(manifest))
        {
            await csv.Write([.. "number name latin-name certification issued until state revoked code hash document".Split(' ').Select(column => words[$"export.{column}"].Value)]);
            for (long after = 0; ;)
            {
                await using var db = await contexts.CreateDbContextAsync(cancellation);
                var page = await (
                    from c in which(db)
                    join d in db.Set<DocumentRow>() on c.Row.Id equals d.Certificate into own
                    from document in own.DefaultIfEmpty()
                    where c.Row.Serial > after
                    orderby c.Row.Serial
                    select new { c.Row, c.State, document.Hash, Length = document == null ? 0 : document.Bytes.Length }).AsNoTracking().Take(PageSize).ToListAsync(cancellation);
                foreach (var (row, state, hash, length) in page.Select(one => (one.Row, (CertificateState)one.State, (string?)one.Hash, one.Length)))
                {
                    var title = ReaderLanguage.Current == ReaderLanguage.Chinese ? row.TitleChinese : row.TitleEnglish;
                    var file = CertificateFile.NameOf(row.Number, row.Name, title);
                    if (hash is not null)
                    {
                        documents.Add(new ListedDocument(row.Id, file, row.From, length));
                        hashes.AppendData(Encoding.ASCII.GetBytes(hash));
                    }

                    await csv.Write(row.Number, row.Name, row.LatinName, title, row.From.Iso(), row.Until is { } until ? until.Iso() : "",
                        words[$"state.{state}"], row.RevokedOn is { } revoked ? revoked.Iso() : "", row.Code, hash, hash is null ? words["export.erased"] : file);
                }

                found += page.Count;
                if (page.Count < PageSize)
                    break;
                after = page[^1].Row.Serial;
            }
        }

        var table = manifest.ToArray();
        return new ExportList(found, documents, table, TagOf(SHA256.HashData(table)), TagOf(hashes.GetCurrentHash()));
    }

    // Another build may write the same list another way.
    private static string TagOf(byte[] hash) => Convert.ToHexStringLower(SHA256.HashData([.. typeof(ExportList).Module.ModuleVersionId.ToByteArray(), .. hash]))[..32];
}
