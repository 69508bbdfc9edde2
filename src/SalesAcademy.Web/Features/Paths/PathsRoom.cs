using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Paths;

internal sealed class PathsRoom : IRoom
{
    public string Purpose => "Onboarding plans: who is on which path, what is due when, and what is done.";

    public IReadOnlyList<Type> Uses => [typeof(CoursesRoom), typeof(PeopleRoom)];

    public IReadOnlyList<Type> Hears => [typeof(PersonJoined), typeof(CourseCompleted), typeof(CertificateIssued), typeof(CertificateRevoked), typeof(ObservationRecorded), typeof(RequirementWaived), typeof(WaiverWithdrawn)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddPathsRecords()
        .AddSingleton<PathOrder>().AddSingleton<IStepOrder>(p => p.GetRequiredService<PathOrder>())
        .AddSingleton(p => new Enrolments(p.GetRequiredService<Library>(), p.GetRequiredService<Openings>(), p.GetRequiredService<PathOrder>()))
        .AddProjection<PersonJoined, EnrolmentProjection>()
        .AddProjection<CourseCompleted, StepDoneProjection>()
        .AddProjection<CertificateIssued, StepDoneProjection>()
        .AddProjection<CertificateRevoked, StepDoneProjection>()
        .AddProjection<ObservationRecorded, StepDoneProjection>()
        .AddProjection<RequirementWaived, StepDoneProjection>()
        .AddProjection<WaiverWithdrawn, StepDoneProjection>()
        .AddSingleton<EnrolPeople>()
        .AddNoticeKind<Words>(EnrolPeople.EnrolledKind)
        .AddNoticeKind<Words>(EnrolPeople.WithdrawnKind)
        .AddScoped<PathWords>()
        .AddScoped<IWaiting, PathWaiting>()
        .AddScoped<IWaiting, TeamWaiting>()
        .AddSingleton(new HomeCard("PathWeek", Role.Rep, 110));
}
