using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Who of the team needs their manager first, on the manager's home page.</summary>
[ViewComponent(Name = nameof(BoardCard))]
internal sealed class BoardCard(Board board, WhereWords where, Clock clock) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var manager = HttpContext.Features.Get<CurrentPerson>()!;
        var people = await board.ReadNeeds(manager, HttpContext.RequestAborted);
        return Show(new BoardPage(people, people.ToDictionary(p => p.Id, p => where.Say(p, manager)), new BoardAsk { Show = "needs" }, clock.Now, null));
    }
}
