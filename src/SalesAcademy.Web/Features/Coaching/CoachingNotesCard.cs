using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The newest notes on a seller's home page.</summary>
[ViewComponent(Name = nameof(CoachingNotesCard))]
internal sealed class CoachingNotesCard(NoteBook book) : RoomCard
{
    private const int Newest = 2;

    public async Task<IViewComponentResult> InvokeAsync() =>
        Show(await book.Unacknowledged(HttpContext.Features.Get<CurrentPerson>()!, Newest, HttpContext.RequestAborted));
}
