using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>The one thing that raises readiness most, for the home page; nothing is more urgent than what opens a tier today.</summary>
internal sealed class NextStepWaiting(AcademyDb db, SellerPictures pictures, ReadinessPages pages, ReadinessWords say, IStringLocalizer<Words> words) : IWaiting
{
    private const int OpensATier = 100;
    private const int Raises = 40;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        if (!person.Is(Role.Rep) || await pictures.Of(db.Set<PersonRow>(), person.Id) is not { } seller)
            return [];
        var outlook = Outlook.Of(seller, pages.DrillUrl);
        // What a coach has to begin comes first only where it opens a tier; then the page says the same as that of readiness.
        if (seller.Seller.Override is { } set && set.To < seller.Stepped && outlook.First?.Effect.Opens is null)
            return [new WaitingWork(words["waiting.lowered", say.Name(set.To), Moments.LongDay(set.Until)], words["waiting.lowered.action"], "/readiness", words["waiting.lowered.detail", say.Name(seller.Stepped)], "info-circle", Raises)];
        if (outlook.First is not { } step || (step.Way.Url is null && step.Effect.Opens is null))
            return [];
        return
        [
            new WaitingWork(
                say.Sentence(seller, outlook.Next, step), step.Way.Url is null ? words["card.more"] : say.Action(step.Way), step.Way.Url ?? "/readiness",
                words["step.detail", words.Count("minutes.about", step.Way.Minutes), say.Condition(step.Way)], ReadinessWords.Icon(step.Way),
                step.Effect.Opens is null ? Raises : OpensATier),
        ];
    }
}
