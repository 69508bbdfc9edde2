using SalesAcademy.Domain.People;
using SalesAcademy.Web.Features.People.Erasure;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.People;

/// <summary>What this room takes away of somebody who is erased: name, address, what they bring and when they were away. That they were here, and where, stays.</summary>
internal static class PeopleErasure
{
    public static IServiceCollection AddPeopleErasure(this IServiceCollection services) => services
        .AddErasure<PersonRow>(async erased =>
        {
            var person = (await erased.Db.FindAsync<PersonRow>(erased.Person))!; // whoever is erased is there
            (person.Name, person.LatinName, person.Email, person.MailsNotices) = (erased.Pseudonym, null, Erasing.Address(erased.Person), false);
        })
        .AddErasure<PersonTagRow>(erased => erased.Entry.Erase<PersonTagRow>(rows => rows.Where(r => r.PersonId == erased.Person)))
        .AddErasure<LeaveRow>(erased => erased.Entry.Erase<LeaveRow>(rows => rows.Where(r => r.PersonId == erased.Person)))
        .KeepsWhenErased<RoleRow>()
        .KeepsWhenErased<TeamManagerRow>()
        .KeepsWhenErased<ErasureRow>();
}
