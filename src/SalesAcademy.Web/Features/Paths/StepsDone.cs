using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>Which step of a path an event fulfils, wherever the event is met: as it happens or in a person's history.</summary>
internal static class StepsDone
{
    private static readonly string[] Types = [EventTrunk.NameOf(typeof(CourseCompleted)), EventTrunk.NameOf(typeof(CertificateIssued)), EventTrunk.NameOf(typeof(ObservationRecorded))];

    public static (PathStepKind Kind, string Target)? By(IEvent happened) => happened switch
    {
        CourseCompleted course => (PathStepKind.Course, course.Course),
        CertificateIssued certificate => (PathStepKind.Certification, certificate.Certification),
        ObservationRecorded observation => (PathStepKind.Observation, observation.Rubric),
        _ => null,
    };

    public static async Task<IReadOnlyList<(PathStepKind Kind, string Target, DateTime At)>> InHistory(AcademyDb db, Guid person)
    {
        var events = await db.Set<EventRow>().AsNoTracking().Where(e => e.Subject == person && Types.Contains(e.Type)).OrderBy(e => e.Sequence).ToListAsync();
        return [.. from row in events
                   let step = By(EventTrunk.Read(row))
                   where step is not null
                   select (step.Value.Kind, step.Value.Target, row.At)];
    }
}
