using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Shared.Records;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Readiness;

internal sealed class ReadinessRoom : IRoom
{
    public string Purpose => "Evidence, competencies, readiness and tier of a seller, each explained.";

    public IReadOnlyList<Type> Uses => [typeof(CoursesRoom), typeof(PeopleRoom)];

    public IReadOnlyList<Type> Hears =>
    [
        typeof(AttemptGraded), typeof(AttemptRegraded), typeof(DrillAnswered), typeof(ObservationRecorded), typeof(CertificateIssued), typeof(CertificateRevoked),
        typeof(CourseCompleted), typeof(PersonJoined), typeof(PersonSuspended), typeof(PersonReinstated),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddReadinessRecords()
        .AddSingleton<ReadinessBook>()
        .AddSingleton<IAnswerHolders, AnswerHolders>()
        .AddSingleton<ShutCertifications>()
        .AddSingleton(p => new Prospects(p.GetRequiredService<Library>(), p.GetRequiredService<Openings>(), p.GetRequiredService<ShutCertifications>(), p.GetServices<NavigationItem>()))
        .AddSingleton<TierSteps>()
        .AddSingleton<TierNotices>()
        .AddSingleton<DailyStep>().AddHostedService(provider => provider.GetRequiredService<DailyStep>())
        .AddProjection<AttemptGraded, EvidenceProjection>()
        .AddProjection<AttemptRegraded, EvidenceProjection>()
        .AddProjection<DrillAnswered, EvidenceProjection>()
        .AddProjection<ObservationRecorded, EvidenceProjection>()
        .AddProjection<CertificateIssued, StandingProjection>()
        .AddProjection<CertificateRevoked, StandingProjection>()
        .AddProjection<CourseCompleted, StandingProjection>()
        .AddProjection<PersonJoined, StandingProjection>()
        .AddProjection<PersonSuspended, StandingProjection>()
        .AddProjection<PersonReinstated, StandingProjection>()
        .AddNoticeKind<Words>("tier-raised")
        .AddNoticeKind<Words>("tier-gate")
        .AddNoticeKind<Words>("tier-faded")
        .AddNoticeKind<Words>("tier-below")
        .AddNoticeKind<Words>("tier-last-day")
        .AddNoticeKind<Words>("tier-overridden")
        .AddNoticeKind<Words>("tier-override-ended")
        .AddScoped<SellerPictures>()
        .AddScoped<ReadinessPages>()
        .AddScoped<ReadinessWords>()
        .AddScoped<TeamStandings>()
        .AddScoped<IWaiting, NextStepWaiting>()
        .AddScoped<IWaiting, CoachWaiting>()
        .AddSingleton(new HomeCard("ReadinessCard", Role.Rep, 50))
        .AddSingleton(new NavigationItem("readiness", typeof(Words), "/readiness", "stairs-up", Role.Rep, 40, OnPhone: true))
        .AddSingleton(new NavigationItem("team-readiness", typeof(Words), "/readiness/team", "users", Role.Manager, 41));
}
