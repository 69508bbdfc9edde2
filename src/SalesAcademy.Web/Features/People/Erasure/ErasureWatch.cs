using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.People.Erasure;

/// <summary>Looks once before anything is served, so that nobody whom an older backup has brought back is ever seen, and then every hour, whose day has come.</summary>
internal sealed class ErasureWatch(ErasePeople erase, TimeProvider time, ILogger<ErasureWatch> log) : Round(TimeSpan.FromHours(1), time, log)
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Try(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task Go(CancellationToken stopping) => erase.Run(stopping);
}
