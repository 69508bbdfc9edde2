using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Paths;

internal static class PathsRecords
{
    /// <summary>What this room hands out when somebody asks for all that is kept of them: the paths somebody is on and how far.</summary>
    public static IServiceCollection AddPathsRecords(this IServiceCollection services) => services
        .AddPersonRecords((db, person) => db.Set<EnrolmentRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<PathStepRow>().Where(r => r.Person == person))
        .KeepsWhenErased<EnrolmentRow>()
        .KeepsWhenErased<PathStepRow>();
}
