using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Puts policies in force soon after another node has activated them, and those that could not be followed, or found whole in the folder, at once.</summary>
internal sealed class PolicyKeeper(PolicyBook book, TimeProvider time, AcademyOptions options, ILogger<PolicyKeeper> log) : Round(OftenOn(options), time, log)
{
    protected override Task Go(CancellationToken stopping) => book.Follow();

    // Other nodes share a server's store only; on a file it is the archive that may have had no room.
    private static TimeSpan OftenOn(AcademyOptions options) => TimeSpan.FromSeconds(options.Database is null ? 30 : 2);
}
