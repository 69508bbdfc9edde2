using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Keeps what the gates ask for: certificates, mandatory courses, and whether somebody works here; each acts at once.</summary>
internal sealed class StandingProjection(TierSteps tiers)
    : IProjection<CertificateIssued>, IProjection<CertificateRevoked>, IProjection<CourseCompleted>,
      IProjection<PersonJoined>, IProjection<PersonSuspended>, IProjection<PersonReinstated>
{
    public Task Apply(CertificateIssued happened, Entry entry) => Change(entry, happened.Subject, () => entry.Db.Add(new HeldCertificateRow
    {
        Certificate = happened.Certificate,
        Person = happened.Subject,
        Certification = happened.Certification,
        From = happened.From,
        Until = happened.Until,
    }));

    public async Task Apply(CertificateRevoked happened, Entry entry)
    {
        var row = await entry.Db.FindAsync<HeldCertificateRow>(happened.Certificate);
        await Change(entry, happened.Subject, () => row?.RevokedOn = happened.Day);
    }

    public Task Apply(CourseCompleted happened, Entry entry) => Change(entry, happened.Subject, () => entry.Db.Add(new CompletedCourseRow
    {
        Person = happened.Subject,
        Course = happened.Course,
        Day = entry.Act.Today,
    }));

    public Task Apply(PersonJoined happened, Entry entry) => tiers.Open(entry, happened.Subject);

    public Task Apply(PersonSuspended happened, Entry entry) => Change(entry, happened.Subject, () => { });

    public Task Apply(PersonReinstated happened, Entry entry) => Change(entry, happened.Subject, () => { });

    private async Task Change(Entry entry, Guid person, Action change)
    {
        var tier = await tiers.Open(entry, person);
        change();
        await tiers.Changed(entry, tier);
    }
}
