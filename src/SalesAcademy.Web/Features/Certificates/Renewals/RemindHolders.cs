using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Desk;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Certificates.Renewals;

/// <summary>
/// Reminds holders of certificates that end, on the days their certification names and on the day after the end. Looking twice, or at two nodes, tells
/// nobody twice: a reminder is a row of its day, and one that HR sent meanwhile serves as well.
/// </summary>
internal sealed class RemindHolders(IDbContextFactory<AcademyDb> contexts, ILedger ledger, Library library, Clock clock)
{
    public const string EndingNotice = "certificate-ends";
    public const string EndedNotice = "certificate-ended";

    private const int AtOnce = 100;

    /// <summary>How many reminders were given.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        var given = 0;
        foreach (var some in (await Due(cancellation)).Chunk(AtOnce))
            given += await ledger.Run<int>(clock.Act(), async entry => await Remind(entry, some), cancellation) is Accepted<int> { Value: var reminded } ? reminded : 0;
        return given;
    }

    private async Task<IReadOnlyList<CertificateRow>> Due(CancellationToken cancellation)
    {
        var (today, rules) = (clock.Today, library.Now.Certifications.ToDictionary(c => c.Id, c => c.Renewal));
        var ahead = rules.Values.SelectMany(rule => rule.ReminderDays).DefaultIfEmpty().Max();
        var behind = rules.Values.Select(rule => rule.Rule.GraceDays).Append(1).Max();
        var (first, last) = (today.AddDays(-behind), today.AddDays(ahead));
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var ending = await (
            from c in db.Set<CertificateRow>()
            join p in db.Set<PersonRow>() on c.Person equals p.Id
            where c.SupersededBy == null && c.RevokedAt == null && c.Until >= first && c.Until <= last && p.SuspendedAt == null
            orderby c.Serial
            select c).ToListAsync(cancellation);
        var reminded = await LastReminders(db, ending, cancellation);
        return [.. ending.Where(row => rules.TryGetValue(row.Certification, out var rule) && DueOn(row, rule, reminded.GetValueOrDefault((row.Person, row.Certification)), today) is not null)];
    }

    private static DateOnly? DueOn(CertificateRow row, CertificationRenewal rule, DateOnly? last, DateOnly today) =>
        RenewalReminder.DueOn(row.Until!.Value, rule.Rule.GraceDays, rule.ReminderDays, row.From, last, today); // only what ends is looked at

    private static async Task<Dictionary<(Guid Person, string Certification), DateOnly?>> LastReminders(AcademyDb db, IReadOnlyList<CertificateRow> rows, CancellationToken cancellation)
    {
        var people = rows.Select(row => row.Person).Distinct().ToArray();
        var last = await db.Set<ReminderRow>().Where(r => people.Contains(r.Person)).GroupBy(r => new { r.Person, r.Certification })
            .Select(g => new { g.Key.Person, g.Key.Certification, Day = g.Max(r => r.Day) }).ToListAsync(cancellation);
        return last.ToDictionary(r => (r.Person, r.Certification), r => (DateOnly?)r.Day);
    }

    private async Task<Decision<int>> Remind(Entry entry, IReadOnlyList<CertificateRow> rows)
    {
        await entry.Hold(rows.Select(row => $"certificates:{row.Person}").Distinct().Order(StringComparer.Ordinal));
        var ids = rows.Select(row => row.Id).ToArray();
        var still = await entry.Db.Set<CertificateRow>().Where(c => ids.Contains(c.Id) && c.SupersededBy == null && c.RevokedAt == null).OrderBy(c => c.Serial).ToListAsync();
        var reminded = await LastReminders(entry.Db, still, CancellationToken.None);
        var given = 0;
        foreach (var row in still)
        {
            if (library.Now.FindCertification(row.Certification)?.Renewal is not { } rule || DueOn(row, rule, reminded.GetValueOrDefault((row.Person, row.Certification)), entry.Act.Today) is null)
                continue;
            entry.Db.Add(new ReminderRow { Person = row.Person, Certification = row.Certification, Day = entry.Act.Today, At = entry.Act.At });
            entry.Record(new CertificationReminded(row.Person, row.Certification, entry.Act.Today));
            await Tell(entry, row);
            given++;
        }

        return given;
    }

    private static Task Tell(Entry entry, CertificateRow row)
    {
        var (until, title) = (row.Until!.Value, InBothLanguages.Of(row.TitleEnglish, row.TitleChinese)); // only what ends is looked at
        var renewal = row.Renewal ?? new RenewalRule().Of(until)!; // of what ends there is one
        return entry.Act.Today <= until
            ? entry.Notify(row.Person, EndingNotice, "/certificates", title, Said(until), Said(renewal.Opens))
            : entry.Notify(row.Person, EndedNotice, "/certificates", title, Said(until), Said(renewal.Closes));
    }

    private static string Said(DateOnly day) => InBothLanguages.Of(() => Moments.LongDay(day));
}
