using SalesAcademy.Domain.Paths;
using SalesAcademy.Domain.People;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>Whoever joins with a role profile is put on the paths for that role.</summary>
internal sealed class EnrolmentProjection(Enrolments enrolments, Library library) : IProjection<PersonJoined>
{
    public async Task Apply(PersonJoined happened, Entry entry)
    {
        foreach (var path in library.Now.Paths.Where(path => path.Role == happened.Profile))
            await enrolments.Enrol(entry, happened.Subject, path, PathPlan.StartOf(happened.HiredOn, entry.Act.Today));
    }
}
