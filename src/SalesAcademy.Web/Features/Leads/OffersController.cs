using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>An offer as its seller words it.</summary>
internal sealed record OfferForm
{
    public OfferKind Of { get; init; }

    [StringLength(40, ErrorMessage = "refusal.offer-sum")]
    public string? Sum { get; init; }

    [StringLength(3, ErrorMessage = "refusal.offer-currency")]
    public string? Currency { get; init; }

    [StringLength(40, ErrorMessage = "refusal.offer-discount")]
    public string? Discount { get; init; }

    [StringLength(Offer.LongestTerms, ErrorMessage = "refusal.offer-long")]
    public string? Terms { get; init; }

    [StringLength(Offer.LongestLink, ErrorMessage = "refusal.offer-long")]
    public string? Link { get; init; }

    // What is no number does not fit, and the domain says so.
    public Offer ToOffer() => new(
        Money.Read(Sum) ?? 0, (Currency ?? "").Trim().ToUpperInvariant(), string.IsNullOrWhiteSpace(Discount) ? 0 : Money.Read(Discount) ?? -1,
        (Terms ?? "").Trim().ReplaceLineEndings("\n"), (Link ?? "").Trim());
}

/// <summary>The owner of a lead asks for the review of an offer.</summary>
[Route("leads/{id:guid}/offers"), Allow(Role.Rep)]
internal sealed class OffersController(AcademyDb db, Reviews reviews, Checks checks, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    [HttpPost]
    public async Task<IActionResult> Ask(Guid id, OfferForm form, CancellationToken cancellation)
    {
        if (!await LeadPage.VisibleTo(db, Person).AnyAsync(l => l.Id == id, cancellation))
            return NotFound();
        var refusal = ModelState.IsValid
            ? await reviews.Ask(Act(), id, Person.Id, form.Of, form.ToOffer()) is Refused<Guid> { Reason: var reason } ? checks.Say(reason) : null
            : ModelState.Values.SelectMany(value => value.Errors).First().ErrorMessage;
        if (refusal is null)
        {
            TempData["flash"] = words["offer.sent"].Value;
            return Redirect($"/leads/{id}");
        }

        if (await LeadPage.Read(db, Person, id, clock.Today, refusal, cancellation) is not { } page)
            return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Lead", page);
    }
}
