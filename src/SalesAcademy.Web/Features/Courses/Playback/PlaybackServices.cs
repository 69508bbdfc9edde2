using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Courses.Playback;

internal static class PlaybackServices
{
    /// <summary>Handed out to whom it belongs, and gone with them.</summary>
    public static IServiceCollection AddPlayback(this IServiceCollection services) => services
        .AddSingleton<KeepPlayback>()
        .AddPersonRecords((db, person) => db.Set<PlaybackRow>().Where(r => r.Person == person))
        .AddErasure<PlaybackRow>(erased => erased.Entry.Erase<PlaybackRow>(rows => rows.Where(r => r.Person == erased.Person)));
}
