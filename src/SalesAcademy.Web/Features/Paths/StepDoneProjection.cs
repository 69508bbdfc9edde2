using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>
/// Marks the steps of a person's paths that an event fulfils. A step done stays done, but for a certificate that is revoked while no newer one
/// has taken its place: that step is open again, and so closes what follows it. A step that was waived is open again when the waiver is taken back.
/// </summary>
internal sealed class StepDoneProjection(Openings openings)
    : IProjection<CourseCompleted>, IProjection<CertificateIssued>, IProjection<CertificateRevoked>, IProjection<ObservationRecorded>, IProjection<RequirementWaived>, IProjection<WaiverWithdrawn>
{
    public Task Apply(CourseCompleted happened, Entry entry) => Mark(happened, entry);

    public Task Apply(CertificateIssued happened, Entry entry) => Mark(happened, entry);

    public Task Apply(ObservationRecorded happened, Entry entry) => Mark(happened, entry);

    public async Task Apply(RequirementWaived happened, Entry entry)
    {
        await entry.Hold($"path:{happened.Subject}");
        foreach (var step in await Steps(entry, happened.Subject, StepsDone.KindOf(happened.Thing), happened.Target).Where(s => s.DoneAt == null).ToListAsync())
            (step.DoneAt, step.WaivedAt) = (entry.Act.At, entry.Act.At);
        openings.Forget(happened.Subject);
    }

    public async Task Apply(WaiverWithdrawn happened, Entry entry)
    {
        await entry.Hold($"path:{happened.Subject}");
        foreach (var step in await Steps(entry, happened.Subject, StepsDone.KindOf(happened.Thing), happened.Target).Where(s => s.WaivedAt != null).ToListAsync())
            (step.DoneAt, step.WaivedAt) = (null, null);
        openings.Forget(happened.Subject);
    }

    public async Task Apply(CertificateRevoked happened, Entry entry)
    {
        await entry.Hold($"path:{happened.Subject}");
        var before = await StepsDone.InHistory(entry.Db, happened.Subject);
        if (before.NewestOf(happened.Certification) != happened.Certificate)
            return;
        var waived = before.WaivedAt(PathStepKind.Certification, happened.Certification);
        foreach (var step in await Steps(entry, happened.Subject, PathStepKind.Certification, happened.Certification).Where(s => s.DoneAt != null).ToListAsync())
            (step.DoneAt, step.WaivedAt) = (waived, waived);
        openings.Forget(happened.Subject);
    }

    private static async Task Mark(IEvent happened, Entry entry)
    {
        if (StepsDone.By(happened) is not var (kind, target))
            return;
        await entry.Hold($"path:{happened.Subject}");
        foreach (var step in await Steps(entry, happened.Subject, kind, target).Where(s => s.DoneAt == null || s.WaivedAt != null).ToListAsync())
            (step.DoneAt, step.WaivedAt) = (entry.Act.At, null);
    }

    private static IQueryable<PathStepRow> Steps(Entry entry, Guid person, PathStepKind kind, string target) =>
        entry.Db.Set<PathStepRow>().Where(s => s.Person == person && s.Kind == kind && s.Target == target);
}
