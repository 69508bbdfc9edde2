// Two rooms that do what rooms must not, for the guard of the door plates to find. They are in no product: only this test assembly has them.
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Planted
{
    using PlantedToo;

    internal sealed class PlantedRoom : IRoom
    {
        public string Purpose => "Offences.";

        public IReadOnlyList<Type> Uses => [typeof(LeadsRoom), typeof(CoursesRoom), typeof(PlantedTooRoom)];

        public IReadOnlyList<Type> Hears => [typeof(CertificateIssued)];

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }
    }

    internal sealed record WithoutThePlate(QuizBook Quizzes);

    internal sealed record ThroughTheWall(LeadKeeper Keeper);

    internal sealed record IntoARow(LeadRow Row);

    internal sealed record ByTheDoor(LeadPool Pool, FrontDoor Too);

    internal sealed class EavesdroppingProjection : IProjection<NoteSent>
    {
        public Task Apply(NoteSent happened, Entry entry) => Task.CompletedTask;
    }
}

namespace SalesAcademy.Web.Features.PlantedToo
{
    internal sealed class PlantedTooRoom : IRoom
    {
        public string Purpose => "Leads back to the first.";

        public IReadOnlyList<Type> Uses => [typeof(Planted.PlantedRoom)];

        public IReadOnlyList<Type> Hears => [];

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }
    }

    public sealed class FrontDoor;
}

namespace SalesAcademy.Web.Shared.Planted
{
    internal sealed record KnowsARoom(Staff Staff);
}

namespace SalesAcademy.Web.Data.Planted
{
    internal sealed record KnowsARoom(Staff Staff);
}

namespace AspNetCoreGeneratedDocument
{
    internal sealed record Features_Planted_View_cshtml(DeskFilter Model);
}
