using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>For the seller who reads: what opens more leads, with its basis. Mounted on the pages of leads and of readiness, and in short at home.</summary>
[ViewComponent(Name = "LearnToUnlock")]
internal sealed class UnlockCard(AcademyDb db, Sellers sellers, Prospects prospects, Inflows inflows, Library library, Clock clock) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        await UnlockPage.Read(db, sellers, prospects, inflows, library, clock, HttpContext.Features.Get<CurrentPerson>()!, HttpContext.RequestAborted) is { } page // cards are shown to people signed in
            ? Show(page)
            : Content("");
}
