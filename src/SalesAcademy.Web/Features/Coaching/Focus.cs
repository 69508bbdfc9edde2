using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>A person's own switch: for a while nothing rings. What is sent meanwhile waits on their page.</summary>
internal sealed class Focus(ILedger ledger, Library library)
{
    /// <summary>Lengths offered, in minutes; the policy says how long it may be.</summary>
    public static readonly IReadOnlyList<int> Lengths = [30, 60, 120, 240];

    /// <summary>Begins, or goes on longer. Refused with focus-long for more than the policy lets.</summary>
    public Task<Decision<Done>> Begin(Act act, Guid person, int minutes) => ledger.Run<Done>(act, async entry =>
    {
        if (minutes < 1 || minutes > library.Now.Coaching.LongestFocus * 60)
            return new Refusal("focus-long", library.Now.Coaching.LongestFocus);
        await entry.Hold(Holds.Turn(person));
        await End(entry, person);
        var focus = new FocusRow { Id = entry.NewId(), Person = person, From = entry.Act.At, Until = entry.Act.At.AddMinutes(minutes) };
        entry.Db.Add(focus);
        entry.Record(new FocusBegun(person, focus.Id, focus.Until));
        return Done.Value;
    });

    /// <summary>Ends it: at the person's own word, or only where its time was over by an instant.</summary>
    public Task<Decision<Done>> End(Act act, Guid person, DateTime? over = null) => ledger.Run<Done>(act, async entry =>
    {
        await entry.Hold(Holds.Turn(person));
        await End(entry, person, over);
        return Done.Value;
    });

    private static async Task End(Entry entry, Guid person, DateTime? over = null)
    {
        if (await entry.Db.Set<FocusRow>().SingleOrDefaultAsync(focus => focus.Person == person && focus.EndedAt == null && (over == null || focus.Until <= over)) is not { } open)
            return;
        open.EndedAt = entry.Act.At;
        entry.Record(new FocusEnded(person, open.Id));
    }
}
