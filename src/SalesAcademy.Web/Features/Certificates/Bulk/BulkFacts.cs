using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Recognition;

namespace SalesAcademy.Web.Features.Certificates.Bulk;

/// <summary>What certificates of one certification rest on, of many people at once.</summary>
internal sealed class BulkFacts
{
    private readonly CertificateRule rule;
    private readonly CertificationWay original;
    private readonly CertificationWay renewal;
    private readonly Dictionary<(Guid Person, string Course, string Quiz), PassRow> passes;
    private readonly ILookup<Guid, (string Course, string Lesson)> done;
    private readonly ILookup<Guid, string> waived;

    private BulkFacts(Catalogue catalogue, Certification certification, IReadOnlyList<PassRow> passes, IReadOnlyList<LessonDoneRow> lessons, IReadOnlyList<WaiverRow> waivers)
    {
        rule = new CertificateRule(certification.Validity, certification.Renewal.Rule);
        (original, renewal) = (CertificationWay.Original(catalogue, certification), CertificationWay.Renewal(catalogue, certification));
        this.passes = passes.ToDictionary(row => (row.Person, row.Course, row.Quiz));
        done = lessons.ToLookup(row => row.Person, row => (row.Course, row.Lesson));
        waived = waivers.Where(row => row.Thing == WaivedThing.Course).ToLookup(row => row.Person, row => row.Target);
    }

    /// <summary>The newest certificate of each who has had one.</summary>
    public required IReadOnlyDictionary<Guid, CertificateRow> Newest { get; init; }

    /// <summary>Of whom the certification is not asked already.</summary>
    public required IReadOnlySet<Guid> Exempt { get; init; }

    /// <summary>Who waits in another bulk issue of this certification.</summary>
    public required IReadOnlySet<Guid> Ordered { get; init; }

    public static async Task<BulkFacts> Read(AcademyDb db, Catalogue catalogue, Certification certification, Guid[] people, DateOnly today, Guid? except, CancellationToken cancellation)
    {
        string[] courses = [certification.Course, certification.Renewal.Course];
        var passed = await db.Set<PassRow>().Where(r => EF.Parameter(people).Contains(r.Person) && courses.Contains(r.Course)).AsNoTracking().ToListAsync(cancellation);
        var lessons = await db.Set<LessonDoneRow>().Where(r => EF.Parameter(people).Contains(r.Person) && courses.Contains(r.Course)).AsNoTracking().ToListAsync(cancellation);
        var waivers = (await db.Set<WaiverRow>().Where(r => EF.Parameter(people).Contains(r.Person)).AsNoTracking().ToListAsync(cancellation)).FindAll(row => row.StandIn.HoldsOn(today));
        var certificates = await db.Set<CertificateRow>().Where(r => EF.Parameter(people).Contains(r.Person) && r.Certification == certification.Id).AsNoTracking().ToListAsync(cancellation);
        var ordered = await (
            from line in db.Set<BulkLineRow>()
            join order in db.Set<BulkIssueRow>() on line.BulkIssue equals order.Id
            where line.DoneAt == null && order.FinishedAt == null && order.Certification == certification.Id && order.Id != except
            select line.Person).ToListAsync(cancellation);
        return new BulkFacts(catalogue, certification, passed, lessons, waivers)
        {
            Newest = certificates.GroupBy(row => row.Person).ToDictionary(own => own.Key, own => own.MaxBy(row => row.Issue)!), // of each there is one
            Exempt = waivers.Where(row => row.Thing == WaivedThing.Certification && row.Target == certification.Id).Select(row => row.Person).ToHashSet(),
            Ordered = ordered.ToHashSet(),
        };
    }

    /// <summary>Whether a certificate is due, if the lessons of one more course were waived.</summary>
    public Decision<CertificateIssue> Decide(Guid person, string? waiving, DateOnly today)
    {
        var (read, without) = (done[person].ToHashSet(), waived[person].ToHashSet(StringComparer.Ordinal));
        if (waiving is not null)
            without.Add(waiving);
        var newest = Newest.GetValueOrDefault(person);
        return CertificateIssue.Decide(
            rule,
            original.Walked(passes.GetValueOrDefault((person, original.Course.Id, original.Quiz)), read, without),
            renewal.Walked(passes.GetValueOrDefault((person, renewal.Course.Id, renewal.Quiz)), read, without),
            newest is null ? null : new NewestCertificate(newest.Id, newest.Issue, newest.Attempt, newest.Until, newest.RevokedAt, newest.Renewal),
            today);
    }
}
