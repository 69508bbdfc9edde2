using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>The weekly goal, on a seller's home page; a week that asks nothing shows none.</summary>
[ViewComponent(Name = "DrillWeek")]
internal sealed class DrillWeekCard(TodaysDrill today) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        await today.Of(HttpContext.Features.Get<CurrentPerson>()!) is { Week.Goal: > 0 } drill ? Show(drill) : Content(""); // cards are shown to people signed in
}
