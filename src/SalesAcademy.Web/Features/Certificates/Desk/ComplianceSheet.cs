using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>The lines of the page as a table to be taken along, with the amounts that the page shows.</summary>
internal sealed class ComplianceSheet(IStringLocalizer<Words> words, FilterWords filters)
{
    public async Task<SheetTable> Of(CompliancePage page, CancellationToken cancellation)
    {
        return new SheetTable(
            words["compliance"],
            [words["compliance.title"], words["sheet.as-of", page.Day.Iso()], .. await filters.Of(page.Filter, cancellation), words.Count("compliance.found", page.Found.Count)],
            [words["compliance.person"], words["compliance.latin-name"], words["compliance.team"], words["compliance.certification"], words["compliance.standing"], words["compliance.first-day"], words["compliance.last-day"], words["compliance.revoked-on"], words["compliance.due-on"], words["compliance.tier"], words["sheet.address"]],
            page.Found.Select(Row).ToAsyncEnumerable());
    }

    private IReadOnlyList<SheetCell> Row(ComplianceLine line)
    {
        var certificate = line.Held.Certificate;
        return
        [
            line.Subject.Name, line.Subject.LatinName, line.Subject.Team, filters.TitleOf(line.Certification), words[$"holding.{line.Holding}"].Value,
            line.Held.Instead is { } first ? first.From : certificate?.From, line.Held.Instead is { } last ? last.Until : certificate?.Until, line.Holding == Holding.Revoked ? certificate?.RevokedOn : null, line.DueOn, line.Tier is { } tier ? words[$"tier.{tier}"].Value : "", line.Subject.Email,
        ];
    }
}
