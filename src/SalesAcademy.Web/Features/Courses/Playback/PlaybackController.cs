using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Courses.Playback;

/// <summary>From a page that plays a recording: where the person who asks is in it; nobody else's can be told.</summary>
[Route("courses/{course}/{lesson}/playback")]
internal sealed class PlaybackController(KeepPlayback keep) : AcademyController
{
    [HttpPost]
    public async Task<IActionResult> Keep(string course, string lesson, PlaybackForm form) =>
        await keep.Run(Act(), course, lesson, form) is Refused<Done> refused ? Answer(refused.Reason) : NoContent();
}
