using Microsoft.AspNetCore.Mvc;

namespace SalesAcademy.Web.Shared.Rooms;

/// <summary>A view component of a room, mounted elsewhere by its name alone; its view lies beside it.</summary>
internal abstract class RoomCard : ViewComponent
{
    protected IViewComponentResult Show<TModel>(TModel model) =>
        View($"/Features/{RoomViews.RoomOf(GetType())}/{GetType().Name}.cshtml", model);
}
