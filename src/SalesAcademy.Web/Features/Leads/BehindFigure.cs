using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A lead that a figure counts.</summary>
/// <param name="Lead">Which.</param>
/// <param name="Person">Whose time with it is counted; null where nobody's is.</param>
/// <param name="At">When it was taken, or came in.</param>
internal sealed record CountedLead(Guid Lead, Guid? Person, DateTime At);

/// <summary>The same to read.</summary>
internal sealed record BehindLead(Guid Id, string Company, string About, Tier Tier, LeadState State, string? Person, DateTime At, bool MayOpen);

/// <summary>A seller whom a figure counts.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Tier">The tier leads are given by.</param>
/// <param name="Room">What they may take today.</param>
/// <param name="Cap">The weekly cap.</param>
internal sealed record BehindSeller(Guid Id, string Name, Tier Tier, int Room, int Cap);

/// <summary>What stands behind a figure: its leads or its sellers, the first of them, and how many there are.</summary>
/// <param name="Title">The figure in words.</param>
/// <param name="Count">The figure.</param>
internal sealed record BehindFigure(string Title, int Count)
{
    public const int Most = 200;

    public IReadOnlyList<BehindLead> Leads { get; init; } = [];

    public IReadOnlyList<BehindSeller> Sellers { get; init; } = [];

    /// <summary>Those that the reader does not answer for, or that the page has no room for: counted, not listed.</summary>
    public int Others => Count - Leads.Count - Sellers.Count;

    /// <summary>The leads of a figure, the newest first; where it counts more than the reader may be shown, how many in all.</summary>
    public static async Task<BehindFigure> OfLeads(AcademyDb db, CurrentPerson reader, string title, IReadOnlyList<CountedLead> counted, CancellationToken cancellation, int? inAll = null)
    {
        CountedLead[] shown = [.. counted.OrderByDescending(one => one.At).ThenBy(one => one.Lead).Take(Most)];
        var (ids, people) = (shown.Select(one => one.Lead).Distinct().ToArray(), shown.Select(one => one.Person).OfType<Guid>().Distinct().ToArray());
        var rows = await db.Set<LeadRow>().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Company, l.About, l.Tier, l.State }).ToDictionaryAsync(l => l.Id, cancellation);
        var names = await db.Set<PersonRow>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var open = (await LeadPage.VisibleTo(db, reader).Where(l => ids.Contains(l.Id)).Select(l => l.Id).ToListAsync(cancellation)).ToHashSet();
        return new(title, inAll ?? counted.Count)
        {
            Leads = [.. from one in shown
                let row = rows[one.Lead] // nothing is deleted
                select new BehindLead(row.Id, row.Company, row.About, row.Tier, row.State, one.Person is { } person ? names.GetValueOrDefault(person) : null, one.At, open.Contains(row.Id))],
        };
    }
}
