using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>A change of somebody's tags or leave: by whom, and why where it was said.</summary>
/// <param name="At">When.</param>
/// <param name="Type">Which kind of change, by the name of its event.</param>
/// <param name="Tags">All they bring since; null for a change of leave.</param>
/// <param name="Days">The leave; null for a change of tags.</param>
/// <param name="By">Who, or null for a rule or an import.</param>
/// <param name="Reason">The words, or null.</param>
internal sealed record AvailabilityChange(DateTime At, string Type, IReadOnlyList<HeldTag>? Tags, DaysAway? Days, string? By, string? Reason);

/// <summary>What leads may ask of a seller and when they are away, for the seller and for whoever answers for them.</summary>
internal sealed record AvailabilityPage(Guid Person, string Name, IReadOnlyList<PersonTagRow> Tags, IReadOnlyList<LeaveRow> Leaves, bool MayChange)
{
    private const int Newest = 20;

    private static readonly string[] Telling = [.. new[] { typeof(TagsChanged), typeof(LeaveTaken), typeof(LeaveCalledOff) }.Select(EventTrunk.NameOf)];

    /// <summary>The newest changes; empty where they were not asked for.</summary>
    public IReadOnlyList<AvailabilityChange> Changes { get; init; } = [];

    public static string AddressOf(Guid person) => $"/people/{person}/availability";

    /// <summary>Null for somebody who does not sell, or whom the reader does not answer for; of oneself it is read and not changed.</summary>
    public static async Task<AvailabilityPage?> Read(AcademyDb db, CurrentPerson reader, Guid id, DateOnly today, CancellationToken cancellation)
    {
        var people = db.Set<PersonRow>().Where(p => p.Id == id && p.Profile != null);
        var isOwn = reader.Id == id;
        var visible = Staff.VisibleTo(db, reader);
        if (await people.Where(p => isOwn || visible.Any(v => v.Id == p.Id)).Select(p => p.Name).SingleOrDefaultAsync(cancellation) is not { } name)
            return null;
        return new(
            id, name, await db.Set<PersonTagRow>().Where(t => t.PersonId == id).OrderBy(t => t.Kind).ThenBy(t => t.Value).ToListAsync(cancellation),
            await db.Set<LeaveRow>().Where(l => l.PersonId == id && l.Until >= today).OrderBy(l => l.From).ToListAsync(cancellation), !isOwn);
    }

    /// <summary>The same with what was changed, by whom and why.</summary>
    public async Task<AvailabilityPage> WithChanges(AcademyDb db, CancellationToken cancellation)
    {
        var rows = await db.Set<EventRow>().AsNoTracking().Where(e => e.Subject == Person && Telling.Contains(e.Type)).OrderByDescending(e => e.Sequence).Take(Newest).ToListAsync(cancellation);
        var actors = rows.Select(row => row.Actor).OfType<Guid>().Distinct().ToArray();
        var names = await db.Set<PersonRow>().Where(p => actors.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var said = (await db.Set<SpokenRow>().AsNoTracking().Where(s => s.About == Person).ToListAsync(cancellation)).ToLookup(s => s.Hash(), s => s.Words, StringComparer.Ordinal);
        return this with
        {
            Changes = [.. rows.Select(row => Change(row, EventTrunk.Read(row), row.Actor is { } actor ? names.GetValueOrDefault(actor) : null, row.ReasonHash is { } hash ? said[hash].FirstOrDefault() : null))],
        };
    }

    private static AvailabilityChange Change(EventRow row, IEvent happened, string? by, string? reason) => happened switch
    {
        LeaveTaken leave => new(row.At, row.Type, null, new DaysAway(leave.From, leave.Until), by, reason),
        LeaveCalledOff leave => new(row.At, row.Type, null, new DaysAway(leave.From, leave.Until), by, reason),
        _ => new(row.At, row.Type, (happened as TagsChanged)?.Tags, null, by, reason),
    };
}
