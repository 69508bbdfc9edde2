using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.People;

/// <summary>
/// All that is kept of a person, for them: by HR, who knows to whom it is handed. A person does not take it alone, since it holds results that a
/// quiz shows only after its review. That it was handed out is recorded first.
/// </summary>
[Route("people/{id:guid}/records"), Allow(Role.Hr)]
internal sealed class RecordsController(PersonDesk desk, RecordsArchive archive, Clock clock) : AcademyController
{
    [HttpPost, EnableRateLimiting(Limits.Export)]
    public async Task<IActionResult> HandOut(Guid id, CancellationToken cancellation)
    {
        var name = "";
        var handed = await desk.Change(Act(), Person, id, (entry, person) =>
        {
            name = person.Name;
            entry.Record(new PersonalRecordsHandedOut(id));
            return Task.FromResult<Decision<Done>>(Done.Value);
        });
        if (handed is Refused<Done> { Reason: var reason })
            return Answer(reason);
        Response.Headers.CacheControl = "no-store";
        return File(await archive.Of(id, name, clock.Now, cancellation), "application/zip", $"records-{clock.Today:yyyy-MM-dd}.zip");
    }
}
