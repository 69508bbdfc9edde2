using SalesAcademy.Web.Features.Certificates.Bulk;
using SalesAcademy.Web.Features.Certificates.Desk;
using SalesAcademy.Web.Features.Certificates.Recognition;
using SalesAcademy.Web.Features.Certificates.Reports;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Certificates;

internal static class CertificatesRecords
{
    /// <summary>What this room hands out when somebody asks for all that is kept of them: the certificates of somebody and what they rest on.</summary>
    public static IServiceCollection AddCertificatesRecords(this IServiceCollection services) => services
        .AddCertificatesErasure()
        .AddPersonRecords((db, person) => db.Set<CertificateRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<BulkIssueRow>().Where(r => r.OrderedBy == person))
        .AddPersonRecords((db, person) => db.Set<BulkLineRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<ReportRow>().Where(r => r.SavedBy == person))
        .AddPersonRecords((db, person) => db.Set<ReportReaderRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<ReportLetterRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<ReminderRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<LessonDoneRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<PassRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<WaiverRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<ExternalRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<WaitingRow>().Where(r => r.Person == person));
}
