using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>Marks the steps of a person's paths that an event fulfils; a step done stays done.</summary>
internal sealed class StepDoneProjection : IProjection<CourseCompleted>, IProjection<CertificateIssued>, IProjection<ObservationRecorded>
{
    public Task Apply(CourseCompleted happened, Entry entry) => Mark(happened, entry);

    public Task Apply(CertificateIssued happened, Entry entry) => Mark(happened, entry);

    public Task Apply(ObservationRecorded happened, Entry entry) => Mark(happened, entry);

    private static async Task Mark(IEvent happened, Entry entry)
    {
        if (StepsDone.By(happened) is not var (kind, target))
            return;
        await entry.Hold($"path:{happened.Subject}");
        var person = happened.Subject;
        foreach (var step in await entry.Db.Set<PathStepRow>().Where(s => s.Person == person && s.Kind == kind && s.Target == target && s.DoneAt == null).ToListAsync())
            step.DoneAt = entry.Act.At;
    }
}
