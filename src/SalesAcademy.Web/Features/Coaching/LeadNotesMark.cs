using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>In a list of one's own leads: how many notes about one are not acknowledged yet.</summary>
[ViewComponent(Name = nameof(LeadNotesMark))]
internal sealed class LeadNotesMark(LeadsWithNotes leads) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(Guid lead)
    {
        var counts = await leads.Of(HttpContext.Features.Get<CurrentPerson>()!, HttpContext.RequestAborted);
        return counts.TryGetValue(lead, out var count) ? Show((lead, count)) : Content("");
    }
}

/// <summary>The notes about a person's leads that wait for an answer, counted once for a page.</summary>
internal sealed class LeadsWithNotes(AcademyDb db)
{
    private Dictionary<Guid, int>? counts;

    public async Task<IReadOnlyDictionary<Guid, int>> Of(CurrentPerson person, CancellationToken cancellation) =>
        counts ??= await db.NotesOf(person.Id).Where(note => note.Lead != null && note.AcknowledgedAt == null)
            .GroupBy(note => note.Lead!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
}
