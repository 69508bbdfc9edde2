using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching.Readers;

/// <summary>Coaching notes of others, for those whom the coaching policy names.</summary>
[Route(Address), Allow(Role.Manager | Role.Hr | Role.SalesOps | Role.Admin)]
internal sealed class ThreadsController(ThreadBook book, ReadThread read) : AcademyController
{
    public const string Address = "/coaching/threads";

    [HttpGet]
    public async Task<IActionResult> Index(Guid? person, CancellationToken cancellation) => View("Threads", await book.All(Person, person, cancellation));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation) =>
        await read.Run(Act(), Person, id) is Accepted<Done> && await book.One(Person, id, cancellation) is { } page ? View("Thread", page) : NotFound();
}
