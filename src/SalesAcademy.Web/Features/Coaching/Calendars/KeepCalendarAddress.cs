using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Calendars;

/// <summary>Gives a person an address for their calendars in place of the one before, or takes it away.</summary>
internal sealed class KeepCalendarAddress(ILedger ledger)
{
    public Task<Decision<Done>> Take(Act act, Guid person, string secret) => ledger.Run<Done>(act, async entry =>
    {
        await entry.Hold($"calendar:{person}");
        var hash = RandomSecret.HashOf(secret);
        if (await entry.Db.FindAsync<CalendarAddressRow>(person) is { } row)
            (row.Hash, row.At, row.EndedAt) = (hash, entry.Act.At, null);
        else
            entry.Db.Add(new CalendarAddressRow { Person = person, Hash = hash, At = entry.Act.At });
        entry.Record(new CalendarAddressTaken(person));
        return Done.Value;
    });

    /// <summary>Twice is once.</summary>
    public Task<Decision<Done>> GiveUp(Act act, Guid person) => ledger.Run<Done>(act, async entry =>
    {
        await entry.Hold($"calendar:{person}");
        if (await entry.Db.FindAsync<CalendarAddressRow>(person) is { EndedAt: null } row)
        {
            row.EndedAt = entry.Act.At;
            entry.Record(new CalendarAddressGivenUp(person));
        }

        return Done.Value;
    });
}
