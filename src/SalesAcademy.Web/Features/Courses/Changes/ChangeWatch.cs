using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>Looks every two seconds whether other content is taught; as long as it is the same, that costs nothing.</summary>
internal sealed class ChangeWatch(ChangeBook book, TimeProvider time, ILogger<ChangeWatch> log) : Round(TimeSpan.FromSeconds(2), time, log, atOnce: true)
{
    protected override Task Go(CancellationToken stopping) => book.Follow(stopping);
}
