using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>For an author's home page: whether what they wrote is what is taught.</summary>
[ViewComponent(Name = "ContentState")]
internal sealed class ContentState(Library library) : RoomCard
{
    public IViewComponentResult Invoke() => Show(library);
}
