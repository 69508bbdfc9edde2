using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates.Bulk;
using SalesAcademy.Web.Features.Certificates.Credentials;
using SalesAcademy.Web.Features.Certificates.Desk;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Features.Certificates.Recognition;
using SalesAcademy.Web.Features.Certificates.Renewals;
using SalesAcademy.Web.Features.Certificates.Reports;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Certificates;

/// <remarks>Some addresses begin with another word than the room's: /v/, which has to be short, because it is printed under the code of every certificate, and /.well-known/, where machines look.</remarks>
internal sealed class CertificatesRoom : IRoom
{
    public const string IssuedNotice = "certificate-issued";
    public const string RevokedNotice = "certificate-revoked";

    public string Purpose => "Certificates: issued, renewed, revoked, exported, and verified by anybody.";

    public IReadOnlyList<Type> Uses => [typeof(PeopleRoom), typeof(CoursesRoom), typeof(PathsRoom), typeof(QuizzesRoom)];

    public IReadOnlyList<Type> Hears => [typeof(AttemptGraded), typeof(AttemptRegraded), typeof(LessonCompleted)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddCertificatesRecords()
        .AddSingleton(_ => new FontLibrary(FontLibrary.DefaultFolder))
        .AddSingleton<ICertificateDrawing, CertificateDrawing>()
        .AddSingleton<CredentialAddresses>()
        .AddSingleton<SigningKeys>()
        .AddSingleton<CredentialWriting>()
        .AddSingleton<StatusLists>()
        .AddSingleton<IssueCertificates>()
        .AddSingleton<ICommand, CertificateVerifyCommand>()
        .AddSingleton<ICommand, CertificateKeysCommand>()
        .AddSingleton<ICommand, CertificatePreviewCommand>()
        .AddProjection<AttemptGraded, EarningProjection>()
        .AddProjection<AttemptRegraded, EarningProjection>()
        .AddProjection<LessonCompleted, EarningProjection>()
        .AddNoticeKind<Words>(IssuedNotice)
        .AddNoticeKind<Words>(RevokedNotice)
        .AddNoticeKind<Words>(RemindHolders.EndingNotice)
        .AddNoticeKind<Words>(RemindHolders.EndedNotice)
        .AddSingleton<RemindHolders>()
        .AddHostedService<RenewalWatch>()
        .AddSingleton<ExportArchive>()
        .AddDesk()
        .AddBulkIssue()
        .AddReports()
        .AddRecognition()
        .AddSingleton(new NavigationItem("desk", typeof(Words), DeskController.Url, "certificate", Role.Hr, 1, OnPhone: true))
        .AddSingleton(new NavigationItem("mine", typeof(Words), "/certificates", "certificate", Role.Rep, 60))
        .AddSingleton(new HomeCard("CertificatesDesk", Role.Hr, 110))
        .AddSingleton(new HomeCard("MyCertificates", Role.Rep, 260))
        .AddScoped<IWaiting, CertificatesWaiting>()
        .AddScoped<INavigationCount, EndingCount>();
}
