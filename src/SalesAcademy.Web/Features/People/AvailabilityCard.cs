using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.People;

/// <summary>What leads may ask of a seller and the days they are away, on pages of other rooms: to read for the seller, with the way to change it for whoever answers for them.</summary>
[ViewComponent(Name = nameof(AvailabilityCard))]
internal sealed class AvailabilityCard(AcademyDb db, Clock clock) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(Guid person) =>
        await AvailabilityPage.Read(db, HttpContext.Features.Get<CurrentPerson>()!, person, clock.Today, HttpContext.RequestAborted) is { } page ? Show(page) : Content(""); // signed in where it stands
}
