using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>For those who answer for sellers: denials that are contested and wait for a decision.</summary>
internal sealed class DenialsWaiting(AcademyDb db, Clock clock, Moments moments, IStringLocalizer<Words> words) : IWaiting
{
    private const int Waits = 72;
    private const int IsLate = 92;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(Role.Manager | Role.SalesOps))
            return [];
        var open = Denials.DecidedBy(db, person).Where(d => d.DecidedAt == null);
        if (await open.CountAsync(cancellation) is not (> 0 and var count))
            return [];
        var due = await open.MinAsync(d => d.DueOn, cancellation);
        return [new WaitingWork(words.Count("waiting.denials", count), words["waiting.denials.action"], DenialsController.Address, words["waiting.denials.detail", moments.Day(due)], "scale", due < clock.Today ? IsLate : Waits)];
    }
}
