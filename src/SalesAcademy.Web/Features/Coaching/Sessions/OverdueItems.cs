using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>How many action items of each person are overdue; one query however many people there are.</summary>
internal static class OverdueItems
{
    public static Task<Dictionary<Guid, int>> Of(AcademyDb db, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken cancellation) => db.Set<ActionItemRow>()
        .Where(item => people.Contains(item.Owner) && item.State == ActionItemState.Open && item.DueOn < today)
        .GroupBy(item => item.Owner).Select(own => new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancellation);
}
