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
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What a reviewer decided, and why.</summary>
internal sealed record AnswerForm
{
    [Required(ErrorMessage = "review.ruling-needed")]
    public OfferRuling? Ruling { get; init; }

    [StringLength(OfferReview.LongestAnswer, ErrorMessage = "refusal.review-without-reason")]
    public string? Reason { get; init; }
}

/// <summary>Offers that wait for the agreement of finance or sales operations.</summary>
[Route(Address), Allow(Reviews.Reviewers)]
internal sealed class ReviewsController(AcademyDb db, Reviews reviews, Checks checks, Clock clock, NavigationCounts counts, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/leads/reviews";

    // Enough to look back; what is open is always shown.
    private const int DecidedShown = 50;

    public static string AddressOf(Guid review) => $"{Address}/{review}";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var open = await ReviewLine.Of(db, Reviews.OpenFor(db, Person), cancellation);
        var decided = Reviews.For(db, Person).Where(r => r.DecidedAt != null).OrderByDescending(r => r.DecidedAt).Take(DecidedShown);
        return View("Reviews", new ReviewsPage([.. open.OrderBy(line => line.Row.DueOn).ThenBy(line => line.Row.AskedAt)], await ReviewLine.Of(db, decided, cancellation), clock.Today));
    }

    [HttpGet("{id:guid}")]
    public Task<IActionResult> Show(Guid id, CancellationToken cancellation) => Page(id, new AnswerForm(), cancellation);

    [HttpPost("{id:guid}/decision")]
    public async Task<IActionResult> Decide(Guid id, AnswerForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            if (await reviews.Decide(Act(form.Reason), Person, id, form.Ruling!.Value) is not Refused<Guid> { Reason: var reason }) // required by the form
            {
                counts.Forget(Person.Id);
                TempData["flash"] = words["review.done"].Value;
                return Redirect(Address);
            }

            if (reason == Refusal.NotFound)
                return NotFound();
            ModelState.AddModelError("", checks.Say(reason));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Page(id, form, cancellation);
    }

    private async Task<IActionResult> Page(Guid id, AnswerForm form, CancellationToken cancellation)
    {
        if (await ReviewLine.Of(db, Reviews.For(db, Person).Where(r => r.Id == id), cancellation) is not [var line])
            return NotFound();
        var (lead, of) = (line.Row.Lead, line.Row.Of);
        var others = await ReviewLine.Of(db, db.Set<ReviewRow>().Where(r => r.Lead == lead && r.Of == of && r.Id != id), cancellation);
        return View("Review", new ReviewPage(line, others, await Reviews.OpenFor(db, Person).AnyAsync(r => r.Id == id, cancellation), form, clock.Today));
    }
}
