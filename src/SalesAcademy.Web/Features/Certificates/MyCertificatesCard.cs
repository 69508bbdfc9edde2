using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>A rep's certificates on their home page: those that count today, and where the rest is.</summary>
[ViewComponent(Name = "MyCertificates")]
internal sealed class MyCertificatesCard(AcademyDb db, Clock clock) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var person = HttpContext.Features.Get<CurrentPerson>()!.Id; // the home page is for people signed in
        var held = await db.Set<CertificateRow>().Where(c => c.Person == person && c.SupersededBy == null).OrderByDescending(c => c.Serial).ToListAsync();
        return Show(new HomeCertificates(held, clock.Today));
    }
}

/// <summary>Certificates as a card of the home page shows them.</summary>
internal sealed record HomeCertificates(IReadOnlyList<CertificateRow> Rows, DateOnly Today);
