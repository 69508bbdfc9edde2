using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>The certificate that an attempt has earned, on the page of its result; nothing while it waits for something else.</summary>
[ViewComponent(Name = "CertificateEarned")]
internal sealed class CertificateEarnedCard(AcademyDb db, Clock clock) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(Guid attempt)
    {
        var person = HttpContext.Features.Get<CurrentPerson>()!.Id; // a result is for somebody signed in
        return await db.Set<CertificateRow>().FirstOrDefaultAsync(c => c.Person == person && c.Attempt == attempt) is { } row
            ? View("/Features/Certificates/Held.cshtml", (row, row.Standing.On(clock.Today), clock.Today))
            : Content("");
    }
}
