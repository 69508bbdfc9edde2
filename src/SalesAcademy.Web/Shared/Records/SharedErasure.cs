using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Shared.Records;

internal static class SharedErasure
{
    /// <summary>
    /// What all rooms keep together: words said about a person go with their salt, so that nobody can guess them by the hash in the trunk; notices and
    /// answers to repeated commands go. In words about others the name becomes the pseudonym. The trunk stays: it says ids and figures only, and its chain holds.
    /// </summary>
    public static IServiceCollection AddSharedErasure(this IServiceCollection services) => services
        .AddErasure<SpokenRow>(erased => erased.Entry.Blank<SpokenRow>(rows => rows.Where(s => s.About == erased.Person), set => set.SetProperty(s => s.Words, "").SetProperty(s => s.Salt, Array.Empty<byte>())))
        .AddErasure<SpokenRow>(RenameInWordsOfOthers)
        .AddErasure<NoticeRow>(erased => erased.Entry.Erase<NoticeRow>(rows => rows.Where(n => n.Person == erased.Person)))
        .AddErasure<IdempotencyRow>(erased => erased.Entry.Erase<IdempotencyRow>(rows => rows.Where(i => i.Person == erased.Person)))
        .KeepsWhenErased<EventRow>();

    // What events carry of words that change stays beside them, so that they are still found by it; their salt goes, so that nobody can try out the name.
    private static async Task RenameInWordsOfOthers(Erased erased)
    {
        foreach (var name in erased.Names)
            foreach (var said in await erased.Db.Set<SpokenRow>().AsNoTracking().Where(s => s.About != erased.Person && s.Words.Contains(name)).ToListAsync())
            {
                var (id, hash, words) = (said.Id, said.Hash(), said.Words.Replace(name, erased.Pseudonym, StringComparison.Ordinal));
                await erased.Entry.Blank<SpokenRow>(rows => rows.Where(s => s.Id == id), set => set.SetProperty(s => s.Words, words).SetProperty(s => s.SaidHash, hash).SetProperty(s => s.Salt, Array.Empty<byte>()));
            }
    }
}
