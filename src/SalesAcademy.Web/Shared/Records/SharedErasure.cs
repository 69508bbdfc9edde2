using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Shared.Records;

internal static class SharedErasure
{
    /// <summary>
    /// What all rooms keep together: words said about a person go with their salt, so that nobody can guess them by the hash in the trunk; notices and
    /// answers to repeated commands go. The trunk stays: it says ids and figures only, and its chain holds.
    /// </summary>
    public static IServiceCollection AddSharedErasure(this IServiceCollection services) => services
        .AddErasure<SpokenRow>(erased => erased.Entry.Blank<SpokenRow>(rows => rows.Where(s => s.About == erased.Person), set => set.SetProperty(s => s.Words, "").SetProperty(s => s.Salt, Array.Empty<byte>())))
        .AddErasure<NoticeRow>(erased => erased.Entry.Erase<NoticeRow>(rows => rows.Where(n => n.Person == erased.Person)))
        .AddErasure<IdempotencyRow>(erased => erased.Entry.Erase<IdempotencyRow>(rows => rows.Where(i => i.Person == erased.Person)))
        .KeepsWhenErased<EventRow>();
}
