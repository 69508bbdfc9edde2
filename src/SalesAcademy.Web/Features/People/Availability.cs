using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>
/// What leads may ask of somebody, and the days on which they are given none. Whoever changes it for somebody they answer for says why: the words
/// lie in their erasable row, and leads follow at once. Asked for again, nothing changes.
/// </summary>
internal static class Availability
{
    private const int LongestDays = 366;

    public static async Task<Decision<Done>> AddTag(Entry entry, PersonRow person, TagForm form)
    {
        if (await entry.Db.FindAsync<PersonTagRow>(person.Id, form.Kind, form.Spelling()) is not null)
            return Done.Value;
        entry.Db.Add(new PersonTagRow { PersonId = person.Id, Kind = form.Kind!, Value = form.Spelling() });
        await TellTags(entry, person.Id);
        return Done.Value;
    }

    public static async Task<Decision<Done>> RemoveTag(Entry entry, PersonRow person, TagForm form)
    {
        if (await entry.Db.FindAsync<PersonTagRow>(person.Id, form.Kind, form.Spelling()) is not { } tag)
            return Done.Value;
        entry.Db.Remove(tag);
        await TellTags(entry, person.Id);
        return Done.Value;
    }

    /// <summary>Refused: leave-days (how many at most), leave-overlaps.</summary>
    public static async Task<Decision<Done>> EnterLeave(Entry entry, PersonRow person, LeaveForm form)
    {
        var (from, until) = (form.From!.Value, form.Until!.Value); // required there
        if (until < from || until.DayNumber - from.DayNumber >= LongestDays || until < entry.Act.Today)
            return new Refusal("leave-days", LongestDays);
        await entry.Hold($"leaves:{person.Id}");
        if (await entry.Db.Set<LeaveRow>().AnyAsync(l => l.PersonId == person.Id && l.From <= until && l.Until >= from))
            return new Refusal("leave-overlaps");
        entry.Db.Add(new LeaveRow { Id = entry.NewId(), PersonId = person.Id, From = from, Until = until });
        Tell(entry, new LeaveTaken(person.Id, from, until));
        return Done.Value;
    }

    /// <summary>Refused: not-found for one that is over or somebody else's.</summary>
    public static async Task<Decision<Done>> CallOffLeave(Entry entry, PersonRow person, Guid leave)
    {
        if (await entry.Db.Set<LeaveRow>().SingleOrDefaultAsync(l => l.Id == leave && l.PersonId == person.Id && l.Until >= entry.Act.Today) is not { } row)
            return Refusal.NotFound;
        entry.Db.Remove(row);
        Tell(entry, new LeaveCalledOff(person.Id, row.From, row.Until));
        return Done.Value;
    }

    // All of them: what somebody brought on any day is read from the trunk.
    private static async Task TellTags(Entry entry, Guid person)
    {
        var held = entry.Db.Set<PersonTagRow>();
        await held.Where(tag => tag.PersonId == person).LoadAsync();
        Tell(entry, new TagsChanged(person, [.. held.Local.Where(tag => tag.PersonId == person).Select(tag => new HeldTag(tag.Kind, tag.Value)).OrderBy(tag => tag.Kind, StringComparer.Ordinal).ThenBy(tag => tag.Value, StringComparer.Ordinal)]));
    }

    private static void Tell(Entry entry, IEvent happened)
    {
        if (entry.Act.Reason is { } words)
            entry.Say(words.Trim(), happened.Subject);
        entry.Record(happened);
    }
}
