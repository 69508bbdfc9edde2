using SalesAcademy.Web.Features.People.Erasure;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.People;

internal static class PeopleRecords
{
    /// <summary>What this room hands out when somebody asks for all that is kept of them: who they are, where they belong, and when they are away.</summary>
    public static IServiceCollection AddPeopleRecords(this IServiceCollection services) => services
        .AddPeopleErasure()
        .AddPersonRecords((db, person) => db.Set<PersonRow>().Where(r => r.Id == person))
        .AddPersonRecords((db, person) => db.Set<ErasureRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<RoleRow>().Where(r => r.PersonId == person))
        .AddPersonRecords((db, person) => db.Set<TeamManagerRow>().Where(r => r.PersonId == person))
        .AddPersonRecords((db, person) => db.Set<PersonTagRow>().Where(r => r.PersonId == person))
        .AddPersonRecords((db, person) => db.Set<LeaveRow>().Where(r => r.PersonId == person));
}
