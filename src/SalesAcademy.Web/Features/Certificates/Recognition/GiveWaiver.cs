using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>Waives something for somebody, and takes it back. What it lets happen happens in the same command: the quiz opens, a certificate becomes due.</summary>
internal sealed class GiveWaiver(ILedger ledger, Library library, IssueCertificates certificates)
{
    public const string GivenNotice = "requirement-waived";
    public const string WithdrawnNotice = "waiver-withdrawn";

    /// <summary>Refused for oneself (waiver-own), for what there is none of (waiver-unknown), with a day that is over (waiver-over), and while one is in force (waived-already).</summary>
    public Task<Decision<Guid>> Give(Act act, Guid person, WaiverForm form) => ledger.Run<Guid>(act, entry => Give(entry, person, form));

    /// <summary>The same, within a command that does more.</summary>
    public async Task<Decision<Guid>> Give(Entry entry, Guid person, WaiverForm form)
    {
        if (entry.Act.Actor == person)
            return new Refusal("waiver-own");
        if (form.Chosen is not var (thing, target) || Title(thing, target) is not { } title)
            return new Refusal("waiver-unknown");
        if (form.Until < entry.Act.Today)
            return new Refusal("waiver-over");
        await IssueCertificates.Hold(entry, person);
        if (await entry.Db.FindAsync<PersonRow>(person) is null)
            return Refusal.NotFound;
        if ((await Of(entry.Db, person).Where(w => w.Thing == thing && w.Target == target).ToListAsync()).Any(row => row.StandIn.HoldsOn(entry.Act.Today)))
            return new Refusal("waived-already");
        var row = new WaiverRow
        {
            Id = entry.NewId(),
            Person = person,
            Thing = thing,
            Target = target,
            Basis = form.Basis,
            From = entry.Act.Today,
            Until = form.Until,
            GivenAt = entry.Act.At,
            GivenBy = entry.Act.Actor!.Value, // a person signed in
            Reason = entry.Say(form.Reason!, about: person), // required by the form
        };
        entry.Db.Add(row);
        entry.Record(new RequirementWaived(person, row.Id, thing, target, row.Basis, row.From, row.Until));
        await entry.Notify(person, GivenNotice, "/certificates", InBothLanguages.Of(title));
        if (thing == WaivedThing.Course)
            await certificates.ForCourse(entry, person, target);
        return row.Id;
    }

    public Task<Decision<Guid>> Withdraw(Act act, Guid person, Guid id) => ledger.Run<Guid>(act, async entry =>
    {
        if (act.Actor == person)
            return new Refusal("waiver-own");
        await IssueCertificates.Hold(entry, person);
        if (await Of(entry.Db, person).SingleOrDefaultAsync(w => w.Id == id) is not { } row)
            return Refusal.NotFound;
        if (row.WithdrawnAt is not null)
            return new Refusal("waiver-withdrawn-already");
        (row.WithdrawnAt, row.WithdrawnOn, row.WithdrawnBy) = (entry.Act.At, entry.Act.Today, act.Actor);
        entry.Record(new WaiverWithdrawn(person, row.Id, row.Thing, row.Target));
        if (Title(row.Thing, row.Target) is { } title)
            await entry.Notify(person, WithdrawnNotice, "/certificates", InBothLanguages.Of(title));
        return row.Id;
    });

    private static IQueryable<WaiverRow> Of(AcademyDb db, Guid person) => db.Set<WaiverRow>().Where(w => w.Person == person);

    private Content.Localised<string>? Title(WaivedThing thing, string target) =>
        thing == WaivedThing.Course ? library.Now.FindCourse(target)?.Title : library.Now.FindCertification(target)?.Title;
}
