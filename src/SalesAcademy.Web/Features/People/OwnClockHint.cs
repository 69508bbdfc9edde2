using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.People;

/// <summary>Says beside a field for a time by whose clock it is: that of whoever types, with the place and what it is ahead of universal time then.</summary>
[ViewComponent(Name = nameof(OwnClockHint))]
internal sealed class OwnClockHint(Clock clock) : RoomCard
{
    /// <param name="id">What the field is described by.</param>
    /// <param name="at">The instant the field says; now for a field that says none.</param>
    public IViewComponentResult Invoke(string id, DateTime? at = null)
    {
        var zone = HttpContext.Features.Get<CurrentPerson>()!.Zone; // forms are for people signed in
        return Show((id, zone.Id, zone.GetUtcOffset(at ?? clock.Now)));
    }
}
