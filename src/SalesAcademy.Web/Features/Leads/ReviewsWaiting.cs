using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>For finance and sales operations: offers that wait for their agreement.</summary>
internal sealed class ReviewsWaiting(AcademyDb db, Clock clock, Moments moments, IStringLocalizer<Words> words) : IWaiting
{
    private const int Waits = 74;
    private const int IsLate = 93;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(Reviews.Reviewers))
            return [];
        var open = Reviews.OpenFor(db, person);
        if (await open.CountAsync(cancellation) is not (> 0 and var count))
            return [];
        var due = await open.MinAsync(r => r.DueOn, cancellation);
        return [new WaitingWork(words.Count("waiting.reviews", count), words["waiting.reviews.action"], ReviewsController.Address, words["waiting.reviews.detail", moments.Day(due)], "clipboard-check", due < clock.Today ? IsLate : Waits)];
    }
}
