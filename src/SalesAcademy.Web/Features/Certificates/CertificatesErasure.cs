using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Features.Certificates.Bulk;
using SalesAcademy.Web.Features.Certificates.Desk;
using SalesAcademy.Web.Features.Certificates.Recognition;
using SalesAcademy.Web.Features.Certificates.Reports;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>
/// What this room takes away of somebody who is erased. That a certificate was issued, for what and until when, stays, so that its public page still
/// answers; the names on it go, and so does the PDF, which has them in every corner. Whoever kept theirs can still prove it by its own signature.
/// </summary>
internal static class CertificatesErasure
{
    public static IServiceCollection AddCertificatesErasure(this IServiceCollection services) => services
        .AddErasure<CertificateRow>(Certificates)
        .AddErasure<DocumentRow>(erased => erased.Entry.Erase<DocumentRow>(rows => rows.Where(d => erased.Db.Set<CertificateRow>().Any(c => c.Id == d.Certificate && c.Person == erased.Person))))
        .AddErasure<ExternalFileRow>(erased => erased.Entry.Erase<ExternalFileRow>(rows => rows.Where(f => erased.Db.Set<ExternalRow>().Any(e => e.Id == f.External && e.Person == erased.Person))))
        .AddErasure<ExternalRow>(erased => erased.Entry.Erase<ExternalRow>(rows => rows.Where(e => e.Person == erased.Person)))
        .AddErasure<WaitingRow>(erased => erased.Entry.Erase<WaitingRow>(rows => rows.Where(w => w.Person == erased.Person)))
        .AddErasure<ReportReaderRow>(erased => erased.Entry.Erase<ReportReaderRow>(rows => rows.Where(r => r.Person == erased.Person)))
        .AddErasure<ReportRow>(erased => erased.Rename<ReportRow>(nameof(ReportRow.Name)))
        .AddErasure<ReportRow>(erased => erased.Rename<ReportRow>(nameof(ReportRow.Search)))
        .KeepsWhenErased<BulkIssueRow>()
        .KeepsWhenErased<BulkLineRow>()
        .KeepsWhenErased<ReportLetterRow>()
        .KeepsWhenErased<WaiverRow>()
        .KeepsWhenErased<ReminderRow>()
        .KeepsWhenErased<LessonDoneRow>()
        .KeepsWhenErased<PassRow>();

    private static async Task Certificates(Erased erased)
    {
        foreach (var own in await erased.Db.Set<CertificateRow>().Where(c => c.Person == erased.Person).Select(c => new { c.Id, c.Number }).ToListAsync())
        {
            var finding = $"{erased.Pseudonym} {own.Number}".ToLowerInvariant();
            await erased.Entry.Blank<CertificateRow>(rows => rows.Where(c => c.Id == own.Id), set => set
                .SetProperty(c => c.Name, erased.Pseudonym)
                .SetProperty(c => c.LatinName, (string?)null)
                .SetProperty(c => c.Finding, finding)
                .SetProperty(c => c.HolderErasedOn, erased.Entry.Act.Today));
        }
    }
}
