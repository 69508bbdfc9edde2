using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Recognition;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>
/// Reads what is asked of people and what they have of it: six questions to the database, however many people there are. Who works here, in which
/// role and team, and what the policy asks, is as of now; paths and certificates are as of the day.
/// </summary>
internal sealed class ComplianceBook(AcademyDb db, Library library, Clock clock)
{
    /// <summary>All lines of the teams and the certification asked for, whatever is held, by team, name and certification.</summary>
    public async Task<IReadOnlyList<ComplianceLine>> Read(CurrentPerson viewer, ComplianceFilter filter, CancellationToken cancellation)
    {
        var day = filter.On ?? clock.Today;
        var people = Staff.VisibleTo(db, viewer).Where(p => p.SuspendedAt == null && p.HiredOn <= day && (filter.Team == null || p.TeamId == filter.Team));
        var subjects = await Subjects(people).ToListAsync(cancellation);
        var ids = people.Select(p => p.Id);
        var paths = (await Enrolments.Certifications(db, ids, day, cancellation)).ToLookup(asked => asked.Person);
        var held = (await IssuedToPerson.Of(db.Set<CertificateRow>().Where(c => c.From <= day && ids.Contains(c.Person))).ToListAsync(cancellation)).ToLookup(row => (row.Person, row.Certification), row => row.Certificate);
        var waiting = filter.On is null || day == clock.Today
            ? (await db.Set<WaitingRow>().Where(w => ids.Contains(w.Person)).Select(w => new { w.Person, w.Certification }).ToListAsync(cancellation)).Select(w => (w.Person, w.Certification)).ToHashSet()
            : [];
        var standIns = (await StandIns.Of(db, ids, cancellation)).ToLookup(one => (one.Person, one.Certification), one => one.StandIn);
        return
        [
            .. from subject in subjects.OrderBy(one => one.Team, StringComparer.CurrentCulture).ThenBy(one => one.Name, StringComparer.CurrentCulture).ThenBy(one => one.Id)
               from asked in Asked(subject, paths[subject.Id], filter.UpTo)
               where string.IsNullOrEmpty(filter.Certification) || asked.Key == filter.Certification
               let key = (subject.Id, asked.Key)
               select new ComplianceLine(subject, asked.Key, asked.Value.DueOn, asked.Value.Tier, Held.On(held[key], day, waiting.Contains(key), standIns[key])),
        ];
    }

    private IQueryable<ComplianceSubject> Subjects(IQueryable<PersonRow> people) =>
        from p in people
        join team in db.Set<TeamRow>() on p.TeamId equals team.Id into teams
        from team in teams.DefaultIfEmpty()
        select new ComplianceSubject(p.Id, p.Name, p.LatinName, p.TeamId, team == null ? "" : ReaderLanguage.Current == ReaderLanguage.Chinese ? team.ChineseName : team.Name, p.Profile, p.Email);

    /// <summary>What is asked of one person, in the order of the catalogue.</summary>
    private SortedDictionary<string, (DateOnly? DueOn, Tier? Tier)> Asked(ComplianceSubject subject, IEnumerable<AskedCertification> paths, Tier upTo)
    {
        var asked = new SortedDictionary<string, (DateOnly? DueOn, Tier? Tier)>(StringComparer.Ordinal);
        if (subject.Profile is { } profile && library.Now.Readiness.Roles.TryGetValue(profile, out var role))
            for (var tier = ComplianceFilter.Least; tier <= upTo && (int)tier < role.Gates.Count; tier++)
                foreach (var certification in role.Gates[(int)tier].Certifications)
                    asked.TryAdd(certification, (null, tier));
        foreach (var path in paths)
            asked[path.Certification] = asked.TryGetValue(path.Certification, out var known) ? (known.DueOn < path.DueOn ? known.DueOn : path.DueOn, known.Tier) : (path.DueOn, null);
        return asked;
    }
}

/// <summary>What somebody was issued, as far as its days go.</summary>
internal sealed record IssuedToPerson(Guid Person, string Certification, DatedCertificate Certificate)
{
    public static IQueryable<IssuedToPerson> Of(IQueryable<CertificateRow> rows) =>
        rows.Select(c => new IssuedToPerson(c.Person, c.Certification, new DatedCertificate(c.Issue, c.From, c.Until, c.SupersededOn, c.RevokedOn)));
}
