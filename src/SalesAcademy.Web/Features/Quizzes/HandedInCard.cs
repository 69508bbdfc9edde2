using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>On the page of a person: the attempts they handed in last, for their manager; nothing for anybody else.</summary>
[ViewComponent(Name = "HandedInCard")]
internal sealed class HandedInCard(HandedInReading handedIn) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(Guid person)
    {
        var viewer = HttpContext.Features.Get<CurrentPerson>()!; // mounted on pages for those signed in
        return viewer.Is(Role.Manager) && await handedIn.Last(viewer, person, HttpContext.RequestAborted) is { } lines ? Show(lines) : Content("");
    }
}
