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
    private static readonly string[] Types =
    [
        EventTrunk.NameOf(typeof(CourseCompleted)), EventTrunk.NameOf(typeof(CertificateIssued)), EventTrunk.NameOf(typeof(CertificateRevoked)), EventTrunk.NameOf(typeof(ObservationRecorded)),
        EventTrunk.NameOf(typeof(RequirementWaived)), EventTrunk.NameOf(typeof(WaiverWithdrawn)),
    ];

    public static (PathStepKind Kind, string Target)? By(IEvent happened) => happened switch
    {
        CourseCompleted course => (PathStepKind.Course, course.Course),
        CertificateIssued certificate => (PathStepKind.Certification, certificate.Certification),
        ObservationRecorded observation => (PathStepKind.Observation, observation.Rubric),
        _ => null,
    };

    public static PathStepKind KindOf(WaivedThing thing) => thing == WaivedThing.Course ? PathStepKind.Course : PathStepKind.Certification;

    public static async Task<DoneBefore> InHistory(AcademyDb db, Guid person)
    {
        var events = await db.Set<EventRow>().AsNoTracking().Where(e => e.Subject == person && Types.Contains(e.Type)).OrderBy(e => e.Sequence).ToListAsync();
        var before = new DoneBefore();
        foreach (var row in events)
            before.Hear(EventTrunk.Read(row), row.At);
        return before;
    }
}

/// <summary>What a person's history has fulfilled: whatever was done once, and certifications as long as the newest certificate is not revoked.</summary>
internal sealed class DoneBefore
{
    private readonly Dictionary<(PathStepKind Kind, string Target), DateTime> done = [];
    private readonly Dictionary<(PathStepKind Kind, string Target), DateTime> waived = [];
    private readonly Dictionary<string, Guid> newest = new(StringComparer.Ordinal);

    /// <summary>The certificate of a certification that was issued last; null where none was.</summary>
    public Guid? NewestOf(string certification) => newest.TryGetValue(certification, out var id) ? id : null;

    /// <summary>When a step was done first; null while it is not.</summary>
    public DateTime? When(PathStepKind kind, string target) => done.TryGetValue((kind, target), out var at) ? at : null;

    /// <summary>When a step that was not done was waived; null while it is not.</summary>
    public DateTime? WaivedAt(PathStepKind kind, string target) => When(kind, target) is null && waived.TryGetValue((kind, target), out var at) ? at : null;

    /// <summary>The next event of the history.</summary>
    public void Hear(IEvent happened, DateTime at)
    {
        if (StepsDone.By(happened) is { } step)
            done.TryAdd(step, at);
        if (happened is CertificateIssued issued)
            newest[issued.Certification] = issued.Certificate;
        else if (happened is CertificateRevoked revoked && NewestOf(revoked.Certification) == revoked.Certificate)
            done.Remove((PathStepKind.Certification, revoked.Certification));
        if (happened is RequirementWaived given)
            waived[(StepsDone.KindOf(given.Thing), given.Target)] = at;
        else if (happened is WaiverWithdrawn taken)
            waived.Remove((StepsDone.KindOf(taken.Thing), taken.Target));
    }
}
