using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Demo;

internal sealed class DemoRoom : IRoom
{
    public string Purpose => "A made-up organisation, dated relative to today, for whoever wants to see the academy at work.";

    public IReadOnlyList<Type> Uses => [typeof(PeopleRoom), typeof(CoursesRoom), typeof(QuizzesRoom), typeof(ReadinessRoom), typeof(LeadsRoom), typeof(CoachingRoom)];

    public IReadOnlyList<Type> Hears => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<DemoStory>()
        .AddSingleton<DemoPeople>()
        .AddSingleton<DemoLearning>()
        .AddSingleton<DemoJudging>()
        .AddSingleton<DemoWork>()
        .AddSingleton<DemoSessions>()
        .AddHostedService<DemoOpening>()
        .AddSingleton<ICommand, DemoResetCommand>()
        .AddSingleton<GeneratedTeams>()
        .AddSingleton<GeneratedSellers>()
        .AddSingleton<GeneratedLeads>()
        .AddSingleton<DemoGenerator>()
        .AddSingleton<ICommand, DemoGenerateCommand>();
}
