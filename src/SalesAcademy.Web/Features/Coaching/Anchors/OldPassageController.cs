using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching.Anchors;

/// <summary>What has become of the passage a note is about, for the two whose note it is.</summary>
internal sealed class OldPassageController(OldPassageReading passages) : AcademyController
{
    [HttpGet("/coaching/notes/{id:guid}/passage")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation) =>
        await passages.Of(Person, id, cancellation) is { } passage ? View("Anchors/Passage", passage) : NotFound();
}
