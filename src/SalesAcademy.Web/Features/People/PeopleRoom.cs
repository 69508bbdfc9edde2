using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People.Erasure;
using SalesAcademy.Web.Features.People.Import;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Shared.Relay;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.People;

internal sealed class PeopleRoom : IRoom
{
    public string Purpose => "Who works here: persons, teams, roles, sign-in.";

    public IReadOnlyList<Type> Uses => [];

    public IReadOnlyList<Type> Hears =>
        [typeof(PersonJoined), typeof(RolesChanged), typeof(TeamChanged), typeof(ManagementChanged), typeof(PersonSuspended), typeof(PersonReinstated), typeof(PreferencesChanged),
            typeof(PersonChanged), typeof(ProfileChanged)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddPeopleRecords()
        .AddSingleton<Staff>()
        .AddSingleton<IPersonSource>(provider => provider.GetRequiredService<Staff>())
        .AddSingleton<IConsumer, RightsPush>()
        .AddSingleton<IMailReaders, NoticeReaders>()
        .AddSingleton<JoinPerson>()
        .AddScoped<WayIn>()
        .AddScoped<PersonDesk>()
        .AddSingleton<ErasureList>()
        .AddSingleton<CloseWays>()
        .AddSingleton<ErasePeople>()
        .AddHostedService<ErasureWatch>()
        .AddNoticeKind<Words>(PersonController.TeamJoined)
        .AddNoticeKind<Words>(AvailabilityController.Changed)
        .AddSingleton(new NavigationItem("people", typeof(Words), "/people", "users", Role.Hr | Role.Admin, 80, OnPhone: true))
        .AddSingleton(new HomeCard("Administration", Role.Admin, 150))
        .AddSingleton<DemoCast>()
        .AddSingleton<StaffColumns>()
        .AddSingleton<StaffPlanner>()
        .AddSingleton<CarryOutPlan>()
        .AddSingleton<ImportSpeech>()
        .AddSingleton<ICommand, PeopleImportCommand>()
        .AddSingleton<ICommand, AdministratorCommand>();
}
