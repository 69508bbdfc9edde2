using SalesAcademy.Domain.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Relay;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.People;

internal sealed class PeopleRoom : IRoom
{
    public string Purpose => "Who works here: persons, teams, roles, sign-in.";

    public IReadOnlyList<Type> Uses => [];

    public IReadOnlyList<Type> Hears =>
        [typeof(PersonJoined), typeof(RolesChanged), typeof(TeamChanged), typeof(ManagementChanged), typeof(PersonSuspended), typeof(PersonReinstated), typeof(PreferencesChanged)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<Staff>()
        .AddSingleton<IPersonSource>(provider => provider.GetRequiredService<Staff>())
        .AddSingleton<IConsumer, RightsPush>()
        .AddSingleton<JoinPerson>()
        .AddSingleton<DemoCast>()
        .AddSingleton<ICommand, AdministratorCommand>();
}
