using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>How ready a seller is, what it is made of, and what raises it: one's own, or that of somebody one looks after.</summary>
[Route("readiness")]
internal sealed class ReadinessController(AcademyDb db, SellerPictures pictures, ReadinessPages pages) : AcademyController
{
    [HttpGet, Allow(Role.Rep)]
    public async Task<IActionResult> Own(Tier? gates) =>
        await pictures.Of(db.Set<PersonRow>(), Person.Id) is { } seller ? View("Readiness", await pages.Of(seller, isOwn: true, gates)) : View("NotMeasured");

    [HttpGet("{person:guid}"), Allow(Role.Manager | Role.Hr | Role.SalesOps)]
    public async Task<IActionResult> Other(Guid person, Tier? gates) => await pictures.Of(Staff.VisibleTo(db, Person), person) is { } seller
        ? View("Readiness", await pages.Of(seller, isOwn: false, gates, Person.Manages(seller.Person.TeamId) ? new OverrideForm() : null))
        : NotFound();

    [HttpGet("parts"), Allow(Role.Rep)]
    public async Task<IActionResult> OwnParts(DateOnly? on) => await pictures.Of(db.Set<PersonRow>(), Person.Id, on) is { } seller
        ? View("Parts", await PartsPage.Of(db, seller, isOwn: true))
        : View("NotMeasured");

    [HttpGet("{person:guid}/parts"), Allow(Role.Manager | Role.Hr | Role.SalesOps)]
    public async Task<IActionResult> OtherParts(Guid person, DateOnly? on) =>
        await pictures.Of(Staff.VisibleTo(db, Person), person, on) is { } seller ? View("Parts", await PartsPage.Of(db, seller, isOwn: false)) : NotFound();
}
