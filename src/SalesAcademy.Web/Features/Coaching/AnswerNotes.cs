using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The notes beside an answer that was handed in; without a question those of the whole attempt.</summary>
[ViewComponent(Name = nameof(AnswerNotes))]
internal sealed class AnswerNotes(BesideReading reading) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(Guid person, Guid attempt, int? question, string page) =>
        await reading.Of(HttpContext.Features.Get<CurrentPerson>()!, new NoteForm { Person = person, Attempt = attempt, Question = question, ReturnUrl = page }, HttpContext.RequestAborted) is { } beside
            ? View("/Features/Coaching/_Beside.cshtml", beside)
            : Content("");
}
