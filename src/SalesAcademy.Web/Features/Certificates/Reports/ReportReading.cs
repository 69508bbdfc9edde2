using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Desk;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>A report as one reader sees it.</summary>
/// <param name="Count">How many rows it has.</param>
/// <param name="First">The first of them, a line each.</param>
internal sealed record ReportFound(int Count, IReadOnlyList<string> First);

/// <summary>Reads a saved report under a reader's own rights, in the language being spoken: the rows of the list itself.</summary>
internal sealed class ReportReading(AcademyDb db, Library library, ComplianceBook book, ComplianceSheet compliance, CertificateSheet certificates)
{
    /// <summary>How many rows a letter says.</summary>
    public const int Shown = 10;

    // Of the columns of each list those that fit a line: who, of which team, what, how it stands, until when.
    private static readonly int[] OfCertificates = [1, 4, 3, 7, 6];
    private static readonly int[] OfCompliance = [0, 2, 3, 4, 6];

    /// <summary>Who may see a list at all.</summary>
    public static Role ReadersOf(ReportList list) => list == ReportList.Compliance ? Role.Hr | Role.Admin | Role.Manager : Role.Hr | Role.Admin;

    public static Role[] RolesFor(ReportList list) => [.. Enum.GetValues<Role>().Where(role => role != Role.None && ReadersOf(list).HasFlag(role))];

    /// <summary>What the filter names and is gone, as a key of the words; null when all is there.</summary>
    public async Task<string?> Problem(SavedFilter filter, CancellationToken cancellation)
    {
        if (filter.Team is { } team && !await db.Set<TeamRow>().AnyAsync(t => t.Id == team, cancellation))
            return "team-gone";
        // A list of certificates still finds those of a programme that is no longer taught.
        return string.IsNullOrEmpty(filter.Certification) || library.Now.FindCertification(filter.Certification) is not null
            || (filter.List == ReportList.Certificates && await db.Set<CertificateRow>().AnyAsync(c => c.Certification == filter.Certification, cancellation))
            ? null : "certification-gone";
    }

    public async Task<ReportFound> Of(SavedFilter filter, CurrentPerson reader, DateOnly today, CancellationToken cancellation)
    {
        if (filter.Certificates is { } desk)
        {
            var count = await desk.On(db, today).CountAsync(cancellation);
            return new ReportFound(count, await First(await certificates.Of(desk, count, today, cancellation), OfCertificates, cancellation));
        }

        var asked = filter.Compliance! with { On = filter.Compliance.On ?? today }; // one of the two there is
        var page = new CompliancePage(asked, asked.On.Value, false, await book.Read(reader, asked, cancellation), [], library.Now.Certifications) { MayRemind = false };
        return new ReportFound(page.Found.Count, await First(await compliance.Of(page, cancellation), OfCompliance, cancellation));
    }

    private static async Task<IReadOnlyList<string>> First(SheetTable table, int[] columns, CancellationToken cancellation) =>
        await table.Rows.Take(Shown).Select(row => string.Join(" · ", columns.Select(column => Said(row[column])).Where(said => said.Length > 0))).ToListAsync(cancellation);

    private static string Said(SheetCell cell) => cell switch
    {
        SheetCell.Day day => day.Date.Iso(),
        SheetCell.Amount amount => amount.Number.ToString(CultureInfo.CurrentCulture),
        SheetCell.Words words => words.Text,
        _ => "",
    };
}
