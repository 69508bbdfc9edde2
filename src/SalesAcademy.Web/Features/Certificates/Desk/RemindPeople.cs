using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>How many people were reminded, of how many certifications together, and how many managers were told.</summary>
internal sealed record Reminded(int People, int Certifications, int Managers);

/// <summary>
/// Reminds people of certifications asked of them, some at a time, so that nobody's answer waits behind ten thousand notices. What somebody has earned
/// since the page was read, or was reminded of today, is left out.
/// </summary>
internal sealed class RemindPeople(ILedger ledger, Library library)
{
    public const string PersonNotice = "certification-due";
    public const string ManagerNotice = "certifications-due";

    private const int AtOnce = 100;

    public async Task<Reminded> Run(Func<Act> act, IReadOnlyList<ComplianceLine> lines, bool tellManagers)
    {
        var (people, certifications, managers) = (0, 0, new HashSet<Guid>());
        foreach (var some in lines.Where(line => line.MayBeReminded).GroupBy(line => line.Subject.Id).Chunk(AtOnce))
        {
            var told = await ledger.Run<IReadOnlyList<(Guid Person, string Certification)>>(act(), async entry => Decision(await Remind(entry, some, tellManagers, managers)));
            if (told is not Accepted<IReadOnlyList<(Guid Person, string Certification)>> { Value: var reminded })
                continue;
            people += reminded.DistinctBy(one => one.Person).Count();
            certifications += reminded.Count;
        }

        return new Reminded(people, certifications, managers.Count);
    }

    private static Decision<IReadOnlyList<(Guid Person, string Certification)>> Decision(IReadOnlyList<(Guid Person, string Certification)> reminded) => new Accepted<IReadOnlyList<(Guid Person, string Certification)>>(reminded);

    private async Task<IReadOnlyList<(Guid Person, string Certification)>> Remind(Entry entry, IReadOnlyList<IGrouping<Guid, ComplianceLine>> people, bool tellManagers, HashSet<Guid> managers)
    {
        var (today, ids) = (entry.Act.Today, people.Select(own => own.Key).Order().ToArray());
        await entry.Hold(ids.Select(id => $"certificates:{id}"));
        var already = (await entry.Db.Set<ReminderRow>().Where(r => ids.Contains(r.Person) && r.Day == today).Select(r => new { r.Person, r.Certification }).ToListAsync()).Select(r => (r.Person, r.Certification)).ToHashSet();
        var held = (await IssuedToPerson.Of(entry.Db.Set<CertificateRow>().Where(c => ids.Contains(c.Person))).ToListAsync()).ToLookup(row => (row.Person, row.Certification), row => row.Certificate);
        var open = (from own in people
                    from line in own
                    let key = (own.Key, line.Certification)
                    where !already.Contains(key) && Held.On(held[key], today).Holding != Holding.Held
                    select line).ToLookup(line => line.Subject.Id);
        foreach (var id in ids.Where(open.Contains))
            await Tell(entry, id, [.. open[id].Select(line => line.Certification)]);
        if (tellManagers)
            managers.UnionWith(await TellManagers(entry, [.. ids.Where(open.Contains)]));
        return [.. open.SelectMany(own => own.Select(line => (own.Key, line.Certification)))];
    }

    private async Task Tell(Entry entry, Guid person, IReadOnlyList<string> certifications)
    {
        foreach (var certification in certifications)
        {
            entry.Db.Add(new ReminderRow { Person = person, Certification = certification, Day = entry.Act.Today, At = entry.Act.At, By = entry.Act.Actor });
            entry.Record(new CertificationReminded(person, certification, entry.Act.Today));
        }

        var titles = certifications.Select(id => library.Now.FindCertification(id)?.Title).ToArray();
        await entry.Notify(person, PersonNotice, "/certificates", InBothLanguages.Of(
            string.Join(", ", titles.Select((title, i) => title?.In(Content.Locales.English).Value ?? certifications[i])),
            string.Join('、', titles.Select((title, i) => title?.In(Content.Locales.Chinese).Value ?? certifications[i]))));
    }

    private static async Task<IReadOnlyList<Guid>> TellManagers(Entry entry, IReadOnlyList<Guid> reminded)
    {
        var managed = await (
            from p in entry.Db.Set<PersonRow>()
            join m in entry.Db.Set<TeamManagerRow>() on p.TeamId equals m.TeamId
            join manager in entry.Db.Set<PersonRow>() on m.PersonId equals manager.Id
            where reminded.Contains(p.Id) && m.PersonId != p.Id && manager.SuspendedAt == null
            select new { m.PersonId, Person = p.Id }).ToListAsync();
        foreach (var own in managed.GroupBy(one => one.PersonId).OrderBy(own => own.Key))
            await entry.Notify(own.Key, ManagerNotice, ComplianceController.Url, own.Count().ToString(System.Globalization.CultureInfo.InvariantCulture));
        return [.. managed.Select(one => one.PersonId).Distinct()];
    }
}
