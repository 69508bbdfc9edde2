using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>For those who answer for sellers: leads of somebody who has left. They stay protected until they are handed on or the protection ends, but no customer should wait for that.</summary>
internal sealed class LeaversWaiting(AcademyDb db, IStringLocalizer<Words> words) : IWaiting
{
    private const int NobodyCalls = 85;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(Role.Manager | Role.SalesOps))
            return [];
        var left = (person.Is(Role.SalesOps) ? db.Set<PersonRow>() : Staff.TeamOf(db, person)).Where(p => p.SuspendedAt != null);
        var count = await db.Set<LeadRow>().CountAsync(l => l.State == LeadState.Owned && left.Any(p => p.Id == l.Owner), cancellation);
        return count == 0 ? []
            : [new WaitingWork(words.Count("waiting.leavers", count), words["waiting.leavers.action"], $"/leads/health?show={HealthFilter.Leavers}", words["waiting.leavers.detail"], "users", NobodyCalls)];
    }
}
