using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Shared.Records;

internal static class SharedRecords
{
    /// <summary>The archive, and what all rooms keep together: what happened to a person and what they did, words said about them, and their notices.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddSingleton<RecordsArchive>()
        .AddSharedErasure()
        .AddPersonRecords((db, person) => db.Set<EventRow>().Where(e => e.Subject == person || e.Actor == person).OrderBy(e => e.Sequence))
        .AddPersonRecords((db, person) => db.Set<SpokenRow>().Where(s => s.About == person).OrderBy(s => s.Id))
        .AddPersonRecords((db, person) => db.Set<NoticeRow>().Where(n => n.Person == person).OrderBy(n => n.Sequence));
}
