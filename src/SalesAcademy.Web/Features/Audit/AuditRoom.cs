using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Audit;

internal sealed class AuditRoom : IRoom
{
    public string Purpose => "Who did what about whom, and when: every event of the ledger, found and exported.";

    public IReadOnlyList<Type> Uses => [typeof(PeopleRoom)];

    public IReadOnlyList<Type> Hears => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<AuditExport>()
        .AddSingleton(new NavigationItem("audit", typeof(Words), AuditController.Url, "history", Role.Hr | Role.Admin, 85));
}
