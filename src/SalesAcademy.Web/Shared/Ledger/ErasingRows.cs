using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>
/// Takes rows, or words in them, away in the transaction of a command: for erasing a person alone, since nothing else that was recorded is ever changed
/// behind its row. What the command still holds in memory is not touched.
/// </summary>
internal static class ErasingRows
{
    public static Task Erase<TRow>(this Entry entry, Func<DbSet<TRow>, IQueryable<TRow>> which)
        where TRow : class => which(entry.Db.Set<TRow>()).ExecuteDeleteAsync();

    public static Task Blank<TRow>(this Entry entry, Func<DbSet<TRow>, IQueryable<TRow>> which, Action<UpdateSettersBuilder<TRow>> with)
        where TRow : class => which(entry.Db.Set<TRow>()).ExecuteUpdateAsync(with);
}
