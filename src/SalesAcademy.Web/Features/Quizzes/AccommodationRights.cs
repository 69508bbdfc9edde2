using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Whom somebody may grant more time and attempts: a manager the own team, HR everybody, nobody themselves.</summary>
internal static class AccommodationRights
{
    public static IQueryable<PersonRow> PeopleOf(AcademyDb db, CurrentPerson giver) =>
        giver.Is(Role.Hr) ? db.Set<PersonRow>().Where(p => p.Id != giver.Id) : Staff.TeamOf(db, giver);
}
