using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>What became of people who were to be put on a path.</summary>
internal sealed record EnrolmentOutcome(int Enrolled, int Before);

/// <summary>Puts several people on a path at once, or takes them off again; only people the one who acts may see. Each is told once.</summary>
internal sealed class EnrolPeople(ILedger ledger, Enrolments enrolments, Library library)
{
    public const string EnrolledKind = "enrolled";
    public const string WithdrawnKind = "enrolment-withdrawn";

    /// <summary>Refused: not-found for a path that is not taught. Whoever is on it already, does not work here any more or is not theirs to see is passed over.</summary>
    public Task<Decision<EnrolmentOutcome>> Run(Act act, CurrentPerson by, string path, IReadOnlyList<Guid> people) => ledger.Run<EnrolmentOutcome>(act, async entry =>
    {
        if (library.Now.Paths.FirstOrDefault(p => p.Id == path) is not { } taught)
            return Refusal.NotFound;
        var (enrolled, before) = (0, 0);
        foreach (var person in await Theirs(entry, by, people))
            if (await enrolments.Enrol(entry, person, taught, entry.Act.Today) is Accepted<Done>)
            {
                enrolled++;
                await entry.Notify(person, EnrolledKind, "/paths", InBothLanguages.Of(taught.Title));
            }
            else
                before++;
        return new EnrolmentOutcome(enrolled, before);
    });

    /// <summary>Takes people off a path again. Whoever has done a step since, or is not on it, is passed over and counted.</summary>
    public Task<Decision<EnrolmentOutcome>> Withdraw(Act act, CurrentPerson by, string path, IReadOnlyList<Guid> people) => ledger.Run<EnrolmentOutcome>(act, async entry =>
    {
        var (withdrawn, stay) = (0, 0);
        foreach (var person in await Theirs(entry, by, people))
            if (await enrolments.Withdraw(entry, person, path) is Accepted<Done>)
            {
                withdrawn++;
                await entry.Notify(person, WithdrawnKind, "/paths", NameOf(path));
            }
            else
                stay++;
        return new EnrolmentOutcome(withdrawn, stay);
    });

    private string NameOf(string path) => InBothLanguages.Of(library.Now.Paths.FirstOrDefault(p => p.Id == path)?.Title ?? new Localised<string>(path, path));

    // In the order of their ids, so that two such commands hold them in one order.
    private static async Task<IReadOnlyList<Guid>> Theirs(Entry entry, CurrentPerson by, IReadOnlyList<Guid> people)
    {
        var theirs = await Staff.VisibleTo(entry.Db, by).Where(person => people.Contains(person.Id) && person.SuspendedAt == null).Select(person => person.Id).ToListAsync();
        theirs.Sort();
        return theirs;
    }
}
