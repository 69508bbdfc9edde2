using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Paths;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>A person a path is proposed for, or was given to.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="IsOn">Whether they are on it.</param>
internal sealed record EnrolmentLine(Guid Id, string Name, bool IsOn);

/// <summary>Before people are put on a path: who would be, and who is already.</summary>
internal sealed record EnrolmentProposal(LearningPath Path, IReadOnlyList<EnrolmentLine> People, string Back)
{
    public IReadOnlyList<EnrolmentLine> New => [.. People.Where(line => !line.IsOn)];

    public static async Task<EnrolmentProposal> Read(AcademyDb db, CurrentPerson reader, LearningPath path, IReadOnlyList<Guid> people, string back, CancellationToken cancellation)
    {
        var lines = await Staff.VisibleTo(db, reader).Where(person => people.Contains(person.Id) && person.SuspendedAt == null)
            .Select(person => new EnrolmentLine(person.Id, person.Name, db.Set<EnrolmentRow>().Any(e => e.Person == person.Id && e.Path == path.Id))).ToListAsync(cancellation);
        return new(path, [.. lines.OrderBy(line => line.Name, StringComparer.CurrentCulture).ThenBy(line => line.Id)], back);
    }
}

/// <summary>Whom the reader put on a path within the last day; those who have done nothing on it yet may be taken off again.</summary>
internal sealed record EnrolmentsPage(LearningPath Path, IReadOnlyList<EnrolmentLine> Free, IReadOnlyList<EnrolmentLine> Begun)
{
    private static readonly string EventName = EventTrunk.NameOf(typeof(Enrolled));

    public static async Task<EnrolmentsPage> Read(AcademyDb db, CurrentPerson reader, LearningPath path, Clock clock, CancellationToken cancellation)
    {
        var since = clock.Now.AddDays(-1);
        var mine = db.Set<EventRow>().Where(e => e.Type == EventName && e.Actor == reader.Id && e.At >= since).Select(e => e.Subject);
        var rows = await (
            from person in Staff.VisibleTo(db, reader)
            from enrolment in db.Set<EnrolmentRow>()
            where enrolment.Person == person.Id && enrolment.Path == path.Id && enrolment.At >= since && mine.Contains(person.Id)
            select new { person.Id, person.Name, IsBegun = enrolment.Steps.Any(step => step.DoneAt > enrolment.At) }).ToListAsync(cancellation);
        var lines = rows.OrderBy(row => row.Name, StringComparer.CurrentCulture).ThenBy(row => row.Id).ToLookup(row => row.IsBegun, row => new EnrolmentLine(row.Id, row.Name, IsOn: true));
        return new(path, [.. lines[false]], [.. lines[true]]);
    }
}
