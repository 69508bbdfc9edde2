using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>For whom somebody may grant more time and attempts, decide contested marks and read what was noted of an attempt: a manager for the own team, HR for everybody, nobody for themselves.</summary>
internal static class Learners
{
    public static IQueryable<PersonRow> Of(AcademyDb db, CurrentPerson person) =>
        person.Is(Role.Hr) ? db.Set<PersonRow>().Where(p => p.Id != person.Id) : Staff.TeamOf(db, person);
}
