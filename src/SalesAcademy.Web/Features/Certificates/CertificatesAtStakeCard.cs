using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>The certificates that rest on attempts which would no longer pass, or pass no longer: they stay until a person revokes them. Only for HR's pages.</summary>
[ViewComponent(Name = "CertificatesAtStake")]
internal sealed class CertificatesAtStakeCard(AcademyDb db, Clock clock) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(IReadOnlyList<Guid> attempts)
    {
        if (attempts.Count == 0)
            return Content("");
        var rows = await db.Set<CertificateRow>().Where(c => attempts.Contains(c.Attempt) && c.RevokedAt == null && c.SupersededBy == null).OrderBy(c => c.Serial).ToListAsync();
        var valid = rows.Where(row => row.Standing.On(clock.Today) is CertificateState.Valid or CertificateState.Expiring).ToArray();
        return valid.Length == 0 ? Content("") : Show<IReadOnlyList<CertificateRow>>(valid);
    }
}
