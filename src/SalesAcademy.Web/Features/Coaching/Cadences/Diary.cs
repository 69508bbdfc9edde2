using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SessionRow = SalesAcademy.Web.Features.Coaching.Sessions.SessionRow;

namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>When a coach has time: their own clock, what is planned with them already, and who is away when.</summary>
internal sealed class Diary
{
    private readonly List<(DateTime From, DateTime Until)> taken;
    private readonly ILookup<Guid, (DateOnly From, DateOnly Until)> leaves;
    private readonly CadenceRow cadence;
    private readonly QuietHours quiet;
    private readonly DateTime now;

    private Diary(CadenceRow cadence, TimeZoneInfo zone, QuietHours quiet, DateTime now, List<(DateTime From, DateTime Until)> taken, ILookup<Guid, (DateOnly From, DateOnly Until)> leaves) =>
        (this.cadence, Zone, this.quiet, this.now, this.taken, this.leaves) = (cadence, zone, quiet, now, taken, leaves);

    public TimeZoneInfo Zone { get; }

    public static async Task<Diary> Of(Entry entry, CadenceRow cadence, IReadOnlyCollection<Guid> reports, TimeZoneInfo zone, QuietHours quiet)
    {
        var (now, yesterday) = (entry.Act.At, entry.Act.Today.AddDays(-1));
        // What is to be given a time anew stands in nobody's way at its old one.
        var loose = entry.Db.Set<OccurrenceRow>().Where(o => o.Session != null && o.StartsAt == null);
        var planned = await entry.Db.Set<SessionRow>().Where(s => s.Coach == cadence.Coach && s.State == SessionState.Planned && s.StartsAt > now && !loose.Any(o => o.Session == s.Id)).Select(s => new { s.StartsAt, s.Minutes }).ToListAsync();
        var away = await entry.Db.Set<LeaveRow>().Where(l => (reports.Contains(l.PersonId) || l.PersonId == cadence.Coach) && l.Until >= yesterday).ToListAsync();
        return new Diary(cadence, zone, quiet, now, [.. planned.Select(s => (s.StartsAt, s.StartsAt.AddMinutes(s.Minutes)))], away.ToLookup(leave => leave.PersonId, leave => (leave.From, leave.Until)));
    }

    /// <summary>Whether one of the two is away on the coach's day of that instant.</summary>
    public bool IsAway(Guid seller, DateTime instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, Zone)) is var day && Away(seller).Any(leave => leave.From <= day && day <= leave.Until);

    /// <summary>The first time both have for an occurrence, and takes it; null where there is none before the next. A coach meets one after another.</summary>
    public DateTime? Take(Guid seller, DateOnly due)
    {
        var length = TimeSpan.FromMinutes(cadence.Minutes);
        var free = cadence.Rule.DaysFor(due, Away(seller), quiet.FreeDays).SelectMany(day => cadence.Rule.TimesOn(day, quiet).Select(time => Zone.InstantOf(day, time)))
            .Where(instant => instant > now && !taken.Exists(other => instant < other.Until && other.From < instant + length)).Select(instant => (DateTime?)instant).FirstOrDefault();
        if (free is { } found)
            taken.Add((found, found + length));
        return free;
    }

    private (DateOnly From, DateOnly Until)[] Away(Guid seller) => [.. leaves[seller], .. leaves[cadence.Coach]];
}
