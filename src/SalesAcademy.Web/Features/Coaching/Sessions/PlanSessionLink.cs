using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>Leads from a page of another room to planning a session with somebody; nothing for who does not coach them.</summary>
[ViewComponent(Name = nameof(PlanSessionLink))]
internal sealed class PlanSessionLink(AcademyDb db) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(Guid person)
    {
        var viewer = HttpContext.Features.Get<CurrentPerson>()!; // the pages it stands on are for people signed in
        return viewer.Is(Role.Manager) && await Staff.TeamOf(db, viewer).AnyAsync(p => p.Id == person && p.SuspendedAt == null) ? View("/Features/Coaching/Sessions/PlanSessionLink.cshtml", person) : Content("");
    }
}
