using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching.Readers;

/// <summary>Leads from somebody's page to the coaching notes with them; nothing for whom the policy does not name.</summary>
[ViewComponent(Name = nameof(ThreadsLink))]
internal sealed class ThreadsLink(AcademyDb db, Library library) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(Guid person)
    {
        var reader = HttpContext.Features.Get<CurrentPerson>()!; // the pages it stands on are for people signed in
        return await Readable.ThreadsFor(db, reader, library.Now.Coaching.Readers).AnyAsync(note => note.Person == person || note.Author == person)
            ? View("/Features/Coaching/ThreadsLink.cshtml", person)
            : Content("");
    }
}
