using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>A coach sets how often they meet a team of theirs or somebody of it, and ends that again.</summary>
internal sealed class KeepCadences(ILedger ledger, Clock clock, PlanOccurrences plan)
{
    public async Task<Decision<Guid>> Set(Act act, CadenceForm form)
    {
        var set = await ledger.Run<Guid>(act, async entry =>
        {
            var coach = entry.Act.Actor!.Value; // a page has somebody signed in
            if (Decide(form, await TodayOf(entry, coach)) is var decided && decided is not Accepted<Cadence>)
                return ((Refused<Cadence>)decided).Reason;
            var rule = ((Accepted<Cadence>)decided).Value;
            var isTeam = await entry.Db.Set<TeamManagerRow>().AnyAsync(m => m.TeamId == form.With && m.PersonId == coach);
            if (!isTeam && !await Staff.ManagersOf(entry.Db, form.With).ContainsAsync(coach))
                return Refusal.NotFound;
            await entry.Hold(PlanOccurrences.TurnOf(coach));
            if (await entry.Db.Set<CadenceRow>().AnyAsync(c => c.Coach == coach && c.With == form.With && c.EndedAt == null))
                return new Refusal("cadence-there");
            var row = new CadenceRow
            {
                Id = entry.NewId(),
                Coach = coach,
                With = form.With,
                IsTeam = isTeam,
                First = rule.First,
                Weeks = rule.Weeks,
                At = rule.At,
                Minutes = rule.Minutes,
                Place = (form.Place ?? "").Trim(),
                Agenda = (form.Agenda ?? "").Trim(),
                SetAt = entry.Act.At,
            };
            entry.Db.Add(row);
            entry.Record(new CadenceSet(coach, row.Id, row.With, isTeam, row.First, row.Weeks, row.At, row.Minutes));
            return row.Id;
        });
        if (set is Accepted<Guid> { Value: var cadence })
            await plan.Look(cadence);
        return set;
    }

    /// <summary>Another rhythm, time or agenda. What lies ahead is given its new time at the look that follows.</summary>
    public async Task<Decision<Done>> Change(Act act, Guid cadence, CadenceForm form)
    {
        var changed = await ledger.Run<Done>(act, async entry =>
        {
            var coach = entry.Act.Actor!.Value; // a page has somebody signed in
            await entry.Hold(PlanOccurrences.TurnOf(coach));
            if (await entry.Db.Set<CadenceRow>().SingleOrDefaultAsync(c => c.Id == cadence && c.Coach == coach && c.EndedAt == null) is not { } row)
                return Refusal.NotFound;
            var today = await TodayOf(entry, coach);
            if (Decide(form, today) is var decided && decided is not Accepted<Cadence>)
                return ((Refused<Cadence>)decided).Reason;
            var rule = row.Rule.ChangedTo(((Accepted<Cadence>)decided).Value, today);
            (row.First, row.Weeks, row.At, row.Minutes) = (rule.First, rule.Weeks, rule.At, rule.Minutes);
            (row.Place, row.Agenda) = ((form.Place ?? "").Trim(), (form.Agenda ?? "").Trim());
            entry.Record(new CadenceChanged(coach, row.Id, row.First, row.Weeks, row.At, row.Minutes));
            await plan.Loosen(entry, row);
            return Done.Value;
        });
        if (changed is Accepted<Done>)
            await plan.Look(cadence);
        return changed;
    }

    public async Task<Decision<Done>> End(Act act, Guid cadence)
    {
        var ended = await ledger.Run<Done>(act, async entry =>
        {
            await entry.Hold(PlanOccurrences.TurnOf(entry.Act.Actor!.Value)); // a page has somebody signed in
            if (await entry.Db.Set<CadenceRow>().SingleOrDefaultAsync(c => c.Id == cadence && c.Coach == entry.Act.Actor) is not { } row)
                return Refusal.NotFound;
            if (row.EndedAt is not null)
                return Done.Value;
            row.EndedAt = entry.Act.At;
            entry.Record(new CadenceEnded(row.Coach, row.Id));
            return Done.Value;
        });
        if (ended is Accepted<Done>)
            await plan.Look(cadence);
        return ended;
    }

    private static Decision<Cadence> Decide(CadenceForm form, DateOnly today) =>
        form.Place?.Length > SessionPlan.LongestPlace || form.Agenda?.Length > SessionPlan.LongestAgenda
            ? new Refusal("plan-too-long", SessionPlan.LongestPlace, SessionPlan.LongestAgenda)
            : Cadence.Decide(form.Weeks, form.Weekday, form.At, form.Minutes, today);

    private async Task<DateOnly> TodayOf(Entry entry, Guid coach) => (await entry.ZoneOf(coach, clock)).DayOf(entry.Act.At);
}
