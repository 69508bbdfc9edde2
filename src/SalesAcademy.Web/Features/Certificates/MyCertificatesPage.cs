using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>What a person holds, and what is missing for what they do not hold.</summary>
/// <param name="Held">Newest first; replaced ones come last.</param>
/// <param name="Open">Certifications without a certificate in force, and those that may be renewed.</param>
internal sealed record MyCertificatesPage(IReadOnlyList<CertificateRow> Held, IReadOnlyList<OpenCertification> Open, DateOnly Today)
{
    public static async Task<MyCertificatesPage> Of(AcademyDb db, Catalogue catalogue, Guid person, DateOnly today, CancellationToken cancellation)
    {
        var held = await db.Set<CertificateRow>().Where(c => c.Person == person).OrderByDescending(c => c.Serial).ToListAsync(cancellation);
        var passes = await db.Set<PassRow>().Where(p => p.Person == person).ToListAsync(cancellation);
        var lessons = await db.Set<LessonDoneRow>().Where(l => l.Person == person).ToListAsync(cancellation);
        var waiting = await db.Set<WaitingRow>().Where(w => w.Person == person).Select(w => w.Certification).ToListAsync(cancellation);
        var open =
            from certification in catalogue.Certifications
            let newest = held.FirstOrDefault(c => c.Certification == certification.Id)
            where newest is null || !newest.Standing.HoldsOn(today) || CertificateIssue.RenewalOpens(newest.Until) <= today
            let pass = passes.Find(p => p.Course == certification.Course && p.Quiz == certification.Quiz)
            let done = lessons.Where(l => l.Course == certification.Course).Select(l => l.Lesson).ToHashSet()
            let asked = certification.EveryLesson ? catalogue.FindCourse(certification.Course)!.Lessons : [] // a certification without its course does not compile
            select new OpenCertification(
                certification, IsRenewal: newest is { RevokedAt: null }, IsWaiting: waiting.Contains(certification.Id), PassedOn: IsFresh(pass, newest) ? pass!.Day : null,
                [.. asked.Where(lesson => !done.Contains(lesson.Id))], asked.Count);
        return new MyCertificatesPage([.. held.OrderBy(c => c.SupersededBy is not null)], [.. open], today);
    }

    // The same conditions under which the domain lets a pass count for the next certificate.
    private static bool IsFresh(PassRow? pass, CertificateRow? newest) => pass is not null && (newest is null
        || (newest.Attempt != pass.Attempt && !(pass.At <= newest.RevokedAt) && (newest.RevokedAt is not null || pass.Day >= CertificateIssue.RenewalOpens(newest.Until))));
}

/// <summary>A certification that can be earned now.</summary>
/// <param name="PassedOn">The day its quiz was passed in a way that counts; null when it is still to pass.</param>
/// <param name="MissingLessons">Lessons still to complete, in reading order.</param>
/// <param name="Lessons">How many lessons it asks for.</param>
internal sealed record OpenCertification(Certification Certification, bool IsRenewal, bool IsWaiting, DateOnly? PassedOn, IReadOnlyList<Lesson> MissingLessons, int Lessons);
