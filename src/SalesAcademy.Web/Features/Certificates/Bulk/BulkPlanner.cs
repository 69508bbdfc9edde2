using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Recognition;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Certificates.Bulk;

/// <summary>
/// Decides what comes of each person, by the rule by which a certificate is issued to one: nobody is issued one without having passed the quiz, and
/// lessons are only passed over where HR waives them and says why. Six questions to the database, however many people there are.
/// </summary>
internal sealed class BulkPlanner(Library library)
{
    /// <summary>Null where there is no such certification.</summary>
    public async Task<BulkPlan?> Plan(AcademyDb db, Guid actor, BulkForm form, DateOnly today, CancellationToken cancellation)
    {
        if (library.Now.FindCertification(form.Certification ?? "") is not { } certification)
            return null;
        var named = form.Named;
        if (named.Count == 0)
        {
            var all = await db.Set<PersonRow>().Where(p => p.SuspendedAt == null && (form.Team == null || p.TeamId == form.Team)).AsNoTracking().ToListAsync(cancellation);
            return new BulkPlan(await Lines(db, actor, form, certification, all, today, cancellation));
        }

        var asked = named.ToArray();
        var people = await db.Set<PersonRow>().Where(p => EF.Parameter(asked).Contains(p.Email)).AsNoTracking().ToListAsync(cancellation);
        var known = people.Select(p => p.Email).ToHashSet(StringComparer.Ordinal);
        return new BulkPlan(
        [
            .. await Lines(db, actor, form, certification, people, today, cancellation),
            .. named.Where(piece => !known.Contains(piece)).Select(piece => new BulkLine(null, piece, null, BulkOutcome.Refused, Why: new Refusal("person-unknown"))),
        ]);
    }

    /// <summary>What comes of one person, as a command sees them that holds them.</summary>
    public async Task<BulkLine?> Of(AcademyDb db, BulkIssueRow order, BulkForm form, Guid person, DateOnly today, CancellationToken cancellation) =>
        library.Now.FindCertification(order.Certification) is { } certification
            ? (await Lines(db, order.OrderedBy, form, certification, await db.Set<PersonRow>().Where(p => p.Id == person).AsNoTracking().ToListAsync(cancellation), today, cancellation, except: order.Id)).SingleOrDefault()
            : null;

    private async Task<IReadOnlyList<BulkLine>> Lines(
        AcademyDb db, Guid actor, BulkForm form, Certification certification, IReadOnlyList<PersonRow> people, DateOnly today, CancellationToken cancellation, Guid? except = null)
    {
        var facts = await BulkFacts.Read(db, library.Now, certification, [.. people.Select(p => p.Id)], today, except, cancellation);
        return [.. people.OrderBy(p => p.Name, StringComparer.CurrentCulture).ThenBy(p => p.Id).Select(person => Line(facts, actor, form, certification, person, today))];
    }

    private static BulkLine Line(BulkFacts facts, Guid actor, BulkForm form, Certification certification, PersonRow person, DateOnly today)
    {
        BulkLine Refuse(Refusal why) => new(person.Id, person.Name, person.Email, BulkOutcome.Refused, Why: why);
        if (person.SuspendedAt is not null)
            return Refuse(new Refusal("person-left"));
        if (facts.Ordered.Contains(person.Id))
            return Refuse(new Refusal("ordered-already"));
        var (asked, newest) = (facts.Decide(person.Id, waiving: null, today), facts.Newest.GetValueOrDefault(person.Id));
        if (asked is Accepted<CertificateIssue> { Value: var due })
            return new BulkLine(person.Id, person.Name, person.Email, BulkOutcome.Issued, due.Until);
        if (newest is { RevokedAt: null } && !(newest.Until < today))
            return Refuse(newest.Until is { } until ? new Refusal("held-until", until) : new Refusal("held-always"));
        var lacking = ((Refused<CertificateIssue>)asked).Reason;
        if (form.Waives is null)
            return Refuse(lacking);
        if (person.Id == actor)
            return Refuse(new Refusal("waiver-own"));
        if (form.Waives == WaivedThing.Certification)
            return facts.Exempt.Contains(person.Id) ? Refuse(new Refusal("waived-already")) : new BulkLine(person.Id, person.Name, person.Email, BulkOutcome.Waived);
        foreach (var course in new[] { certification.Course, certification.Renewal.Course }.Distinct())
            if (facts.Decide(person.Id, course, today) is Accepted<CertificateIssue> { Value: var issue })
                return new BulkLine(person.Id, person.Name, person.Email, BulkOutcome.IssuedWithWaiver, issue.Until, course);
        return Refuse(lacking);
    }
}
