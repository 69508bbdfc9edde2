using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>One's own readiness on the home page.</summary>
[ViewComponent(Name = "ReadinessCard")]
internal sealed class ReadinessCard(AcademyDb db, SellerPictures pictures) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        HttpContext.Features.Get<CurrentPerson>() is { } person && await pictures.Of(db.Set<PersonRow>(), person.Id) is { } seller
            ? Show(seller)
            : Content("");
}
