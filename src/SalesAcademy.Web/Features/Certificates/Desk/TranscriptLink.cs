using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>Leads from a page of another room to somebody's transcript, as of an instant that mattered there; nothing for who may not read it.</summary>
[ViewComponent(Name = nameof(TranscriptLink))]
internal sealed class TranscriptLink(AcademyDb db, Clock clock) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(Guid person, DateTime? at = null)
    {
        var reader = HttpContext.Features.Get<CurrentPerson>()!; // the pages it stands on are for people signed in
        DateOnly? day = at is { } instant ? clock.DayOf(instant) : null;
        return await TranscriptBook.ReadableBy(db, reader).AnyAsync(p => p.Id == person) ? View("/Features/Certificates/Desk/TranscriptLink.cshtml", (person, day)) : Content("");
    }
}
