using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>Looks every few minutes whether an occurrence is to be planned, moved or called off. Every node looks; each is done once.</summary>
internal sealed class CadenceWatch(PlanOccurrences plan, TimeProvider time, ILogger<CadenceWatch> log) : Round(TimeSpan.FromMinutes(5), time, log)
{
    protected override Task Go(CancellationToken stopping) => plan.LookAtAll(stopping);
}
