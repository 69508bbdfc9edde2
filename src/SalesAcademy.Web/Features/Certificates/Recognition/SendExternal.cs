using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>Takes in certificates of others, and what HR decides about them.</summary>
internal sealed class SendExternal(ILedger ledger, Library library, Limits limits)
{
    public const string AcceptedNotice = "external-accepted";
    public const string DeclinedNotice = "external-declined";

    private const int MostWaiting = 20;

    /// <summary>Refused without a file (external-empty), for one that is too large (external-large) or neither PDF, PNG nor JPEG by its content (external-kind), with days that do not fit (external-days), for the same file again (external-known), and with too many waiting (external-many).</summary>
    public async Task<Decision<Guid>> Send(Act act, Guid person, ExternalForm form, CancellationToken cancellation)
    {
        if (form.Document is not { Length: > 0 } file)
            return new Refusal("external-empty");
        if (file.Length > limits.CertificateMegabytes * 1024L * 1024L)
            return new Refusal("external-large", limits.CertificateMegabytes);
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        var bytes = content.ToArray();
        if (ExternalFile.MediaTypeOf(bytes) is not { } type)
            return new Refusal("external-kind");
        if (form.IssuedOn > act.Today || form.Until < form.IssuedOn)
            return new Refusal("external-days");
        return await ledger.Run<Guid>(act, entry => Enter(entry, person, form, bytes, type), cancellation);
    }

    /// <summary>Refused for one's own (external-own), when it was decided already (decided-already), without the reason that declining needs (external-reason), and for a certification there is none of (waiver-unknown).</summary>
    public Task<Decision<Guid>> Decide(Act act, Guid person, Guid id, ExternalDecisionForm form) => ledger.Run<Guid>(act, async entry =>
    {
        var insteadOf = form.Accept && !string.IsNullOrEmpty(form.InsteadOf) ? form.InsteadOf : null;
        if (act.Actor == person)
            return new Refusal("external-own");
        if (!form.Accept && string.IsNullOrWhiteSpace(form.Reason))
            return new Refusal("external-reason");
        if (insteadOf is not null && library.Now.FindCertification(insteadOf) is null)
            return new Refusal("waiver-unknown");
        await IssueCertificates.Hold(entry, person);
        if (await entry.Db.Set<ExternalRow>().SingleOrDefaultAsync(e => e.Id == id && e.Person == person) is not { } row)
            return Refusal.NotFound;
        if (row.DecidedAt is not null)
            return new Refusal("decided-already");
        (row.DecidedAt, row.DecidedOn, row.DecidedBy, row.IsAccepted, row.InsteadOf) = (entry.Act.At, entry.Act.Today, act.Actor, form.Accept, insteadOf);
        row.Reason = string.IsNullOrWhiteSpace(form.Reason) ? null : entry.Say(form.Reason, about: person);
        entry.Record(new ExternalCertificateDecided(person, row.Id, row.IsAccepted, row.InsteadOf));
        await entry.Notify(person, row.IsAccepted ? AcceptedNotice : DeclinedNotice, ExternalsController.UrlOf(person));
        return row.Id;
    });

    private static async Task<Decision<Guid>> Enter(Entry entry, Guid person, ExternalForm form, byte[] bytes, string type)
    {
        await IssueCertificates.Hold(entry, person);
        if (await entry.Db.FindAsync<PersonRow>(person) is null)
            return Refusal.NotFound;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var sent = await entry.Db.Set<ExternalRow>().Where(e => e.Person == person && (e.DecidedAt == null || e.IsAccepted)).Select(e => new { e.Sha256, e.DecidedAt }).ToListAsync();
        if (sent.Exists(one => one.Sha256 == hash))
            return new Refusal("external-known");
        if (sent.Count(one => one.DecidedAt is null) >= MostWaiting)
            return new Refusal("external-many", MostWaiting);
        var row = new ExternalRow
        {
            Id = entry.NewId(),
            Person = person,
            Title = form.Title!.Trim(), // required by the form, as are the issuer and the day
            Issuer = form.Issuer!.Trim(),
            IssuedOn = form.IssuedOn!.Value,
            Until = form.Until,
            SentAt = entry.Act.At,
            SentBy = entry.Act.Actor ?? person,
            MediaType = type,
            Bytes = bytes.Length,
            Sha256 = hash,
        };
        entry.Db.Add(row);
        entry.Db.Add(new ExternalFileRow { External = row.Id, Content = bytes });
        entry.Record(new ExternalCertificateSent(person, row.Id, hash));
        return row.Id;
    }
}
