using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>The list of the desk as a table to be taken along: the lines of the page and in its order, all that the filter finds.</summary>
internal sealed class CertificateSheet(IDbContextFactory<AcademyDb> contexts, IStringLocalizer<Words> words, IStringLocalizer<Certificates.Words> desk, FilterWords filters)
{
    private const int PageSize = 500;

    public async Task<SheetTable> Of(DeskFilter filter, int found, DateOnly today, CancellationToken cancellation) => new(
        desk["export.file"],
        [desk["desk.title"], words["sheet.as-of", today.Iso()], .. await filters.Of(filter, cancellation), desk.Count("desk.found", found)],
        [desk["number"], desk["export.name"], desk["export.latin-name"], desk["certification"], desk["team"], desk["issued"], desk["until"], desk["state"], desk["revoked"], words["sheet.replaced-by"], words["sheet.address"]],
        Rows(filter, today, cancellation));

    private async IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows(DeskFilter filter, DateOnly today, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Page by page by key: one long reader would let SQLite's log grow for as long as a slow client downloads.
        for (long? after = null; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var page = await DeskPage.Lines(db, filter, after, today).Take(PageSize).ToListAsync(cancellation);
            foreach (var row in page)
                yield return
                [
                    row.Number, row.Name, row.LatinName, CertificateLook.Title(row.TitleEnglish, row.TitleChinese),
                    ReaderLanguage.Current == ReaderLanguage.Chinese ? row.TeamChinese : row.TeamEnglish,
                    (DateOnly?)row.From, row.Until is null ? desk["until.never"].Value : row.Until, desk[$"state.{row.State}"].Value, row.RevokedOn, row.ReplacedBy, row.Email,
                ];
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Serial;
        }
    }
}
