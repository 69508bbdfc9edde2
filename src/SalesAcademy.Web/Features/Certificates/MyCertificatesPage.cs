using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Recognition;

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
        var done = (await db.Set<LessonDoneRow>().Where(l => l.Person == person).ToListAsync(cancellation)).Select(l => (l.Course, l.Lesson)).ToHashSet();
        var waiting = await db.Set<WaitingRow>().Where(w => w.Person == person).Select(w => w.Certification).ToListAsync(cancellation);
        var waived = (await db.Set<WaiverRow>().Where(w => w.Person == person).ToListAsync(cancellation)).Where(w => w.StandIn.HoldsOn(today)).Select(w => (w.Thing, w.Target)).ToHashSet();
        var courses = waived.Where(one => one.Thing == WaivedThing.Course).Select(one => one.Target).ToHashSet(StringComparer.Ordinal);
        var open =
            from certification in catalogue.Certifications
            let newest = held.FirstOrDefault(c => c.Certification == certification.Id)
            let period = PeriodOf(newest, certification)
            where !waived.Contains((WaivedThing.Certification, certification.Id))
            where newest is null || !newest.Standing.HoldsOn(today) || period?.Opens <= today
            let renews = newest is { RevokedAt: null } && period?.IsOverOn(today) == false
            let way = renews ? CertificationWay.Renewal(catalogue, certification) : CertificationWay.Original(catalogue, certification)
            let pass = passes.Find(p => p.Course == way.Course.Id && p.Quiz == way.Quiz)
            select new OpenCertification(
                certification, way, IsRenewal: newest is { RevokedAt: null }, IsWaiting: waiting.Contains(certification.Id), PassedOn: IsFresh(pass, newest, period) ? pass!.Day : null,
                [.. way.Missing(done, courses)], courses.Contains(way.Course.Id), renews && certification.HasOwnRenewal ? period!.Closes : null);
        return new MyCertificatesPage([.. held.OrderBy(c => c.SupersededBy is not null)], [.. open], today);
    }

    /// <summary>The days of renewal promised with a certificate; for one from before they were kept, those of the rule of today.</summary>
    private static RenewalPeriod? PeriodOf(CertificateRow? newest, Certification certification) => newest is null ? null : newest.Renewal ?? certification.Renewal.Rule.Of(newest.Until);

    // The same conditions under which the domain lets a pass count for the next certificate.
    private static bool IsFresh(PassRow? pass, CertificateRow? newest, RenewalPeriod? period) => pass is not null && (newest is null
        || (newest.Attempt != pass.Attempt && !(pass.At <= newest.RevokedAt) && (newest.RevokedAt is not null || pass.Day >= period?.Opens)));
}

/// <summary>A certification that can be earned now.</summary>
/// <param name="Way">What it asks of this person: in the days of renewal less, where its author says so.</param>
/// <param name="PassedOn">The day its quiz was passed in a way that counts; null when it is still to pass.</param>
/// <param name="MissingLessons">Lessons still to complete, in reading order.</param>
/// <param name="LessonsAreWaived">Whether they are not asked of this person.</param>
/// <param name="EnoughUntil">Until when the renewal is enough, where it asks for something else than the first certificate.</param>
internal sealed record OpenCertification(
    Certification Certification, CertificationWay Way, bool IsRenewal, bool IsWaiting, DateOnly? PassedOn, IReadOnlyList<Lesson> MissingLessons, bool LessonsAreWaived, DateOnly? EnoughUntil);
