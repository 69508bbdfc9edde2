using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>HR's certificates on their home page: those that end next, and how many wait to be drawn.</summary>
[ViewComponent(Name = "CertificatesDesk")]
internal sealed class DeskCard(AcademyDb db, Clock clock) : RoomCard
{
    private const int Shown = 6;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var ending = new DeskFilter { State = CertificateState.Expiring }.On(db, clock.Today);
        return Show(new EndingCertificates(
            await ending.OrderBy(c => c.Row.Until).ThenBy(c => c.Row.Serial).Take(Shown).Select(c => c.Row).ToListAsync(),
            await ending.CountAsync(),
            await db.Set<WaitingRow>().CountAsync(),
            clock.Today));
    }
}

/// <summary>What ends next and what waits.</summary>
internal sealed record EndingCertificates(IReadOnlyList<CertificateRow> Next, int All, int Waiting, DateOnly Today);
