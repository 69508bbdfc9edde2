using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The notes on the page of a lead.</summary>
[ViewComponent(Name = nameof(LeadNotes))]
internal sealed class LeadNotes(BesideReading reading) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(Guid lead, Guid owner) =>
        await reading.Of(HttpContext.Features.Get<CurrentPerson>()!, new NoteForm { Person = owner, Lead = lead, ReturnUrl = $"/leads/{lead}" }, HttpContext.RequestAborted) is { } beside
            ? View("/Features/Coaching/_Beside.cshtml", beside)
            : Content("");
}
