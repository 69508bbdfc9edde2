using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>The front door of coaching sessions, for whoever plans and holds them otherwise than by the pages.</summary>
public sealed class CoachingSessions
{
    private readonly PlanSession plan;
    private readonly SessionMoves moves;
    private readonly SumUpSession sumUp;

    internal CoachingSessions(PlanSession plan, SessionMoves moves, SumUpSession sumUp) => (this.plan, this.moves, this.sumUp) = (plan, moves, sumUp);

    /// <summary>Plans a session of the coach who acts; refused as the page would be.</summary>
    public Task<Decision<Guid>> Plan(Act act, SessionPlan wish) => plan.Run(act, wish);

    /// <summary>It begins.</summary>
    public Task<Decision<Done>> Begin(Act act, Guid session) => moves.Begin(act, session);

    /// <summary>It ends; refused while the coach's own card is not in.</summary>
    public Task<Decision<Done>> End(Act act, Guid session) => moves.End(act, session, leaveOut: false);

    /// <summary>One of the two takes something on.</summary>
    public Task<Decision<Done>> Agree(Act act, Guid session, string text, Guid owner, DateOnly due) => sumUp.Agree(act, session, new ItemForm(text, owner, due));

    /// <summary>The coach writes the first summary.</summary>
    public Task<Decision<Done>> SumUp(Act act, Guid session, string wentWell, string toTry) => sumUp.Write(act, session, new SummaryForm(wentWell, toTry, 0));

    /// <summary>Signs the first summary.</summary>
    public Task<Decision<Done>> Sign(Act act, Guid session) => sumUp.Sign(act, session, 1, agrees: true);
}
