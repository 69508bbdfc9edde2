using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Paths;

namespace SalesAcademy.Web.Tests.Paths;

/// <summary>For tests about something else than the order of a path.</summary>
internal static class ClearedWay
{
    /// <summary>Sets the stage: every course and every step is behind the person, so that no lesson and no quiz is closed to them.</summary>
    public static Task ClearTheWay(this AcademyApp app, Guid person) => app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
    {
        foreach (var course in app.Services.GetRequiredService<Library>().Now.Courses)
            entry.Db.Add(new CourseCompletionRow { Person = person, Course = course.Id, At = entry.Act.At });
        foreach (var step in await entry.Db.Set<PathStepRow>().Where(step => step.Person == person).ToListAsync())
            step.DoneAt = entry.Act.At;
        return Done.Value;
    }, TestContext.Current.CancellationToken);
}
