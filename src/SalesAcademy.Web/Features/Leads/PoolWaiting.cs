using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>For sales operations: leads that nobody may be given yet.</summary>
internal sealed class PoolWaiting(AcademyDb db, Moments moments, IStringLocalizer<Words> words) : IWaiting
{
    private const int NobodyEligible = 70;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(Role.SalesOps))
            return [];
        var waiting = db.Set<LeadRow>().Where(l => l.State == LeadState.Waiting);
        return await waiting.CountAsync(cancellation) is > 0 and var count
            ? [new WaitingWork(words.Count("waiting.nobody", count), words["waiting.nobody.action"], "/leads/health",
                words["waiting.nobody.detail", moments.Moment(await waiting.MinAsync(l => l.WaitingSince, cancellation))], "target", NobodyEligible)]
            : [];
    }
}
