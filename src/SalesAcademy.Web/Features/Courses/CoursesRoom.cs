using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Courses;

internal sealed class CoursesRoom : IRoom
{
    public string Purpose => "The catalogue of content and a person's reading progress.";

    public IReadOnlyList<Type> Uses => [];

    public IReadOnlyList<Type> Hears => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<ContentArchive>()
        .AddSingleton(p => new Library(p.GetRequiredService<AcademyOptions>(), p.GetRequiredService<ContentArchive>(), p.GetRequiredService<ILogger<Library>>()))
        .AddHostedService(p => p.GetRequiredService<Library>())
        .AddSingleton<IRoleProfiles, ContentProfiles>()
        .AddHostedService<ContentWatcher>()
        .AddSingleton<ICommand, ContentCheckCommand>();
}
