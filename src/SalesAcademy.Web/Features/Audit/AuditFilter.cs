using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Audit;

/// <summary>Which events are looked for. What does not fit its field is left out, as if it had not been asked for.</summary>
internal sealed record AuditFilter
{
    // Whoever is found by so short a part of a name that there are more of them had better write more of it.
    private const int MostPeople = 50;

    /// <summary>Part of a name, an e-mail address, or an id.</summary>
    public string? Q { get; init; }

    /// <summary>Whether what they did is looked for, instead of what is told of them.</summary>
    public bool Did { get; init; }

    public string? Kind { get; init; }

    public string? Room { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public bool IsSet => this != new AuditFilter();

    /// <summary>The events this reader finds by it, in no order.</summary>
    public async Task<IQueryable<EventRow>> On(AcademyDb db, CurrentPerson reader, CancellationToken cancellation)
    {
        var kinds = AuditKinds.Of(reader);
        var readable = kinds.SelectMany(room => room).ToArray();
        var events = db.Set<EventRow>().AsQueryable();
        if (Kind is not null && readable.Contains(Kind, StringComparer.Ordinal))
            events = events.Where(e => e.Type == Kind);
        else if ((Room is not null && kinds.Contains(Room) ? kinds[Room].ToArray() : readable) is var asked && asked.Length < EventTrunk.Types.Count)
            events = events.Where(e => asked.Contains(e.Type));
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var found = await Found(db, Q.Trim(), cancellation);
            events = Did ? events.Where(e => e.Actor != null && found.Contains(e.Actor.Value)) : events.Where(e => found.Contains(e.Subject));
        }

        if (From is not null)
            events = events.Where(e => e.LocalDate >= From);
        return To is null ? events : events.Where(e => e.LocalDate <= To);
    }

    /// <summary>An address of the room under this filter.</summary>
    public string Url(string path, long? before = null) => QueryHelpers.AddQueryString(path, Parts(before).Where(part => !string.IsNullOrEmpty(part.Value)));

    private IEnumerable<KeyValuePair<string, string?>> Parts(long? before) =>
    [
        new("q", Q?.Trim()),
        new("did", Did ? "true" : null),
        new("kind", Kind),
        new("room", Room),
        new("from", From?.ToString("O", CultureInfo.InvariantCulture)),
        new("to", To?.ToString("O", CultureInfo.InvariantCulture)),
        new("before", before?.ToString(CultureInfo.InvariantCulture)),
    ];

    private static async Task<List<Guid>> Found(AcademyDb db, string q, CancellationToken cancellation) => Guid.TryParse(q, out var id) ? [id]
        : await db.Set<PersonRow>().Called(q).OrderBy(p => p.Email).Select(p => p.Id).Take(MostPeople).ToListAsync(cancellation);
}
