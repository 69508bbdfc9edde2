using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>Plans a session with somebody of one's own team.</summary>
internal sealed class PlanSession(ILedger ledger, Library library, Clock clock, SessionNotices notices, SessionPush push)
{
    public async Task<Decision<Guid>> Run(Act act, SessionPlan wish)
    {
        IReadOnlyList<Guid> invited = [];
        var planned = await ledger.Run<Guid>(act, async entry =>
        {
            if (entry.Act.Actor != wish.Coach || !await IsTheirs(entry, wish.Coach, wish.Seller))
                return Refusal.NotFound;
            var zone = await entry.ZoneOf(wish.Coach, clock);
            var decided = SessionPlan.Decide(wish, zone.DayOf(entry.Act.At));
            if (decided is not Accepted<SessionPlan> { Value: var plan })
                return ((Refused<SessionPlan>)decided).Reason;
            if (plan.Rubric is { } rubric && library.Now.FindRubric(rubric) is not { IsForAnswers: false })
                return new Refusal("rubric-needed");
            if (await KnownRaters(entry, plan.Raters) != plan.Raters.Count)
                return new Refusal("raters-unknown");
            Guid[] raters = plan.Rubric is null ? [] : [plan.Coach, .. plan.Raters];
            var startsAt = zone.InstantOf(plan.Day!.Value, plan.At!.Value); // a decided plan has both
            var row = PlannedSession.Put(entry, plan, startsAt, clock.DayOf(startsAt), raters);
            invited = [plan.Seller, .. plan.Raters];
            await notices.Tell(entry, row, SessionNotices.Planned, invited);
            return row.Id;
        });
        if (planned is Accepted<Guid>)
            push.Tell([.. invited, wish.Coach]);
        return planned;
    }

    private static async Task<bool> IsTheirs(Entry entry, Guid coach, Guid seller) =>
        await entry.Db.Set<PersonRow>().AnyAsync(p => p.Id == seller && p.SuspendedAt == null) && await Staff.ManagersOf(entry.Db, seller).AnyAsync(manager => manager == coach);

    // Whoever manages a team rates there too; nobody else can be asked to look at a person at work.
    private static async Task<int> KnownRaters(Entry entry, IReadOnlyList<Guid> raters) => raters.Count == 0 ? 0 : (await Staff.Holding(entry.Db, Role.Manager)).Count(raters.Contains);
}
