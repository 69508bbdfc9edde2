using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Certificates.Renewals;

/// <summary>Looks every hour whether somebody is to be reminded of a certificate that ends. Every node looks; each reminder is given once.</summary>
internal sealed class RenewalWatch(RemindHolders remind, TimeProvider time, ILogger<RenewalWatch> log) : Round(TimeSpan.FromHours(1), time, log)
{
    protected override Task Go(CancellationToken stopping) => remind.Run(stopping);
}
