using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Credentials;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Features.Certificates.Recognition;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>
/// Issues what a person has earned, inside the command that completed it. Drawing takes some milliseconds of that transaction, a few times a
/// year per person; in return there is no moment in which somebody has passed and the gate of the tier does not know it.
/// </summary>
internal sealed class IssueCertificates(Library library, ICertificateDrawing drawing, SigningKeys keys, CredentialWriting credential, AcademyOptions options)
{
    /// <summary>Lets commands about the certificates of one person take turns; held before anything of theirs is read.</summary>
    public static Task Hold(Entry entry, Guid person) => entry.Hold($"certificates:{person}");

    /// <summary>Looks at every certification that a course may lead to, since one event may complete several.</summary>
    public async Task ForCourse(Entry entry, Guid person, string course)
    {
        foreach (var certification in CertificationWay.Certifications(library.Now, course))
            await Issue(entry, person, certification);
    }

    /// <summary>Issues one certificate if it is due by the rule in force today; what cannot be drawn is put into the queue instead.</summary>
    public async Task<Decision<Guid>> Issue(Entry entry, Guid person, Certification certification)
    {
        var (original, renewal) = (CertificationWay.Original(library.Now, certification), CertificationWay.Renewal(library.Now, certification));
        var (pass, again) = (await PassOf(entry, person, original), await PassOf(entry, person, renewal));
        var done = await LessonsDone(entry, person, [original.Course.Id, renewal.Course.Id]);
        var waived = await Waived(entry, person);
        var newest = await Newest(entry, person, certification.Id);
        var decision = CertificateIssue.Decide(
            new CertificateRule(certification.Validity, certification.Renewal.Rule),
            original.Walked(pass, done, waived),
            renewal.Walked(again, done, waived),
            newest is null ? null : new NewestCertificate(newest.Id, newest.Issue, newest.Attempt, newest.Until, newest.RevokedAt, newest.Renewal),
            entry.Act.Today);
        if (decision is Refused<CertificateIssue> refused)
            return refused.Reason;
        if (await entry.Db.FindAsync<PersonRow>(person) is not { } holder)
            return Refusal.NotFound;
        var issue = ((Accepted<CertificateIssue>)decision).Value;
        var row = await Fill(entry, holder, certification, (pass?.Attempt == issue.Attempt ? pass : again)!.ContentHash, issue); // decided only with the pass of one of the two
        return await Draw(entry, row, holder, certification) is { } document
            ? await Enter(entry, row, CredentialAttachment.Attach(document, keys.Sign(await keys.Current(entry), credential.Of(row, certification, library.Now.Academy, document))), newest)
            : new Refusal("cannot-be-drawn");
    }

    /// <summary>
    /// Issues a certificate anew with the names it should have, until the same day and for the same pass; the wrong one is superseded. Refused for one that is not
    /// in force (correction-not-held), and where it cannot be drawn.
    /// </summary>
    public async Task<Decision<Guid>> Correct(Entry entry, Guid id, string reason)
    {
        if (await entry.Db.FindAsync<CertificateRow>(id) is not { HolderErasedOn: null } wrong)
            return Refusal.NotFound;
        await Hold(entry, wrong.Person);
        await entry.Db.Entry(wrong).ReloadAsync(); // somebody may have revoked or replaced it while this waited its turn
        if (!wrong.Standing.HoldsOn(entry.Act.Today))
            return new Refusal("correction-not-held");
        if (library.Now.FindCertification(wrong.Certification) is not { } certification || await entry.Db.FindAsync<PersonRow>(wrong.Person) is not { } holder)
            return new Refusal("correction-gone");
        var row = await Fill(entry, holder, certification, wrong.ContentHash, new CertificateIssue(wrong.Issue + 1, entry.Act.Today, wrong.Until, wrong.Id, wrong.Renewal, wrong.Attempt));
        if (await Draw(entry, row, holder, certification) is not { } document)
            return new Refusal("cannot-be-drawn");
        (wrong.CorrectedBy, wrong.CorrectionReason) = (entry.Act.Actor, entry.Say(reason, about: wrong.Person));
        entry.Record(new CertificateCorrected(wrong.Person, wrong.Id, row.Id, wrong.Certification));
        return await Enter(entry, row, CredentialAttachment.Attach(document, keys.Sign(await keys.Current(entry), credential.Of(row, certification, library.Now.Academy, document))), wrong);
    }

    private static async Task<PassRow?> PassOf(Entry entry, Guid person, CertificationWay way) => await entry.Db.FindAsync<PassRow>(person, way.Course.Id, way.Quiz);

    private static async Task<HashSet<(string Course, string Lesson)>> LessonsDone(Entry entry, Guid person, IReadOnlyList<string> courses)
    {
        // What this very command has just added is not in the database yet.
        await entry.Db.Set<LessonDoneRow>().Where(l => l.Person == person && courses.Contains(l.Course)).LoadAsync();
        return [.. entry.Db.Set<LessonDoneRow>().Local.Where(l => l.Person == person).Select(l => (l.Course, l.Lesson))];
    }

    private static async Task<HashSet<string>> Waived(Entry entry, Guid person)
    {
        await entry.Db.Set<WaiverRow>().Where(w => w.Person == person && w.Thing == WaivedThing.Course).LoadAsync();
        return [.. entry.Db.Set<WaiverRow>().Local.Where(w => w.Person == person && w.Thing == WaivedThing.Course && w.StandIn.HoldsOn(entry.Act.Today)).Select(w => w.Target)];
    }

    private static Task<CertificateRow?> Newest(Entry entry, Guid person, string certification) => entry.Db.Set<CertificateRow>()
        .Where(c => c.Person == person && c.Certification == certification).OrderByDescending(c => c.Issue).FirstOrDefaultAsync();

    private async Task<CertificateRow> Fill(Entry entry, PersonRow holder, Certification certification, string contentHash, CertificateIssue issue)
    {
        var serial = await NextSerial(entry);
        var number = string.Create(CultureInfo.InvariantCulture, $"{options.CertificatePrefix}-{issue.From.Year}-{serial:D6}");
        return new CertificateRow
        {
            Id = entry.NewId(),
            Person = holder.Id,
            Certification = certification.Id,
            Issue = issue.Issue,
            Serial = serial,
            Number = number,
            Code = VerificationCode.Of(RandomNumberGenerator.GetBytes(VerificationCode.Length)),
            Attempt = issue.Attempt,
            From = issue.From,
            Until = issue.Until,
            RenewalOpens = issue.Renewal?.Opens,
            RenewalCloses = issue.Renewal?.Closes,
            ContentHash = contentHash,
            Name = holder.Name,
            LatinName = holder.LatinName,
            TitleEnglish = certification.Title.In(Locales.English).Value,
            TitleChinese = certification.Title.In(Locales.Chinese).Value,
            Finding = FindingOf($"{holder.Name} {holder.LatinName} {number}"),
        };
    }

    // As written and as typed: whoever looks for Zoë may type zoe.
    private static string FindingOf(string names) => string.Join(' ', new[] { names.ToLowerInvariant(), names.Folded() }.Distinct(StringComparer.Ordinal));

    // One series over all years without gaps: a command that fails gives its number back.
    private static async Task<long> NextSerial(Entry entry)
    {
        await entry.Hold("certificate-numbers");
        var adding = entry.Db.Set<CertificateRow>().Local.Select(c => c.Serial).DefaultIfEmpty().Max();
        return Math.Max(adding, await entry.Db.Set<CertificateRow>().MaxAsync(c => (long?)c.Serial) ?? 0) + 1;
    }

    private async Task<byte[]?> Draw(Entry entry, CertificateRow row, PersonRow holder, Certification certification)
    {
        var waiting = await entry.Db.FindAsync<WaitingRow>(row.Person, row.Certification);
        try
        {
            var document = drawing.Draw(CertificateWriting.Text(row, holder, certification, library.Now, options));
            if (waiting is not null)
                entry.Db.Remove(waiting);
            return document;
        }
        catch (CertificateCannotBeDrawn fault)
        {
            // The person has passed, whatever their name looks like: nothing of their command may fail for it.
            if (waiting is null)
                entry.Db.Add(new WaitingRow { Person = row.Person, Certification = row.Certification, Since = entry.Act.At, Problem = fault.Problem, Field = fault.Field, Character = fault.Character?.ToString() });
            else
                (waiting.Problem, waiting.Field, waiting.Character) = (fault.Problem, fault.Field, fault.Character?.ToString());
            return null;
        }
    }

    private static async Task<Guid> Enter(Entry entry, CertificateRow row, byte[] document, CertificateRow? newest)
    {
        entry.Db.Add(row);
        entry.Db.Add(new DocumentRow { Certificate = row.Id, Bytes = document, Hash = Convert.ToHexStringLower(SHA256.HashData(document)) });
        var replaced = newest is { RevokedAt: null } ? newest : null;
        if (replaced is not null)
            (replaced.SupersededBy, replaced.SupersededOn) = (row.Id, row.From);
        entry.Record(new CertificateIssued(row.Person, row.Id, row.Certification, row.From, row.Until, replaced?.Id, row.ContentHash));
        await entry.Notify(row.Person, CertificatesRoom.IssuedNotice, "/certificates", InBothLanguages.Of(row.TitleEnglish, row.TitleChinese), row.Number);
        return row.Id;
    }
}
