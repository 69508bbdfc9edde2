using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>The answers of an attempt that a member of one's own team has handed in, with room for a note beside each.</summary>
[Route("quizzes/handed-in"), Allow(Role.Manager)]
internal sealed class HandedInController(HandedInReading handedIn) : AcademyController
{
    public static string AddressOf(Guid attempt) => $"/quizzes/handed-in/{attempt}";

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation) =>
        await handedIn.Of(Person, id, cancellation) is { } page ? View("HandedIn", page) : NotFound();
}
