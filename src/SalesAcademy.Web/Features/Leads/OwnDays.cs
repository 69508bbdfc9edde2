using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The days of a lead by its owner's clock, which is not everywhere the organisation's: when it was taken, and today.</summary>
internal static class OwnDays
{
    /// <summary>Null for somebody who does not own the lead.</summary>
    public static async Task<(DateOnly Since, DateOnly Today)?> Of(Entry entry, Guid lead, Guid person)
    {
        var taken = await entry.Db.Set<OwnershipRow>().Where(o => o.Lead == lead && o.Person == person && o.EndSequence == null).Select(o => (DateTime?)o.At).SingleOrDefaultAsync();
        var name = await entry.Db.Set<PersonRow>().Where(p => p.Id == person).Select(p => p.Zone).SingleOrDefaultAsync();
        return taken is { } at && name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? (DayOf(at), DayOf(entry.Act.At)) : null;

        DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, zone));
    }
}
