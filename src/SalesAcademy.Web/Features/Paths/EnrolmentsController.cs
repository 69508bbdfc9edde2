using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>People and the path they are to be on.</summary>
internal sealed record EnrolmentForm
{
    public string? Path { get; init; }

    public IReadOnlyList<Guid>? People { get; init; }

    /// <summary>The page to go back to.</summary>
    public string? Back { get; init; }
}

/// <summary>Putting people on a learning path: who would be, doing it, and taking it back while nobody has begun.</summary>
[Route(Address), Allow(Role.Manager | Role.SalesOps)]
internal sealed class EnrolmentsController(AcademyDb db, Library library, EnrolPeople enrol, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/paths/enrolments";

    /// <summary>Shows who would be enrolled; nothing is changed.</summary>
    [HttpPost("proposal")]
    public async Task<IActionResult> Propose(EnrolmentForm form, CancellationToken cancellation) => Find(form.Path) is { } path
        ? View("Proposal", await EnrolmentProposal.Read(db, Person, path, form.People ?? [], Url.IsLocalUrl(form.Back) ? form.Back : "/paths", cancellation))
        : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create(EnrolmentForm form) =>
        Find(form.Path) is null ? NotFound() : Told(form, await enrol.Run(Act(), Person, form.Path!, form.People ?? []), "enrol.done"); // found by it

    /// <summary>Whom I put on a path today.</summary>
    [HttpGet("{path}")]
    public async Task<IActionResult> Show(string path, CancellationToken cancellation) =>
        Find(path) is { } taught ? View("Enrolments", await EnrolmentsPage.Read(db, Person, taught, clock, cancellation)) : NotFound();

    [HttpPost("withdrawal")]
    public async Task<IActionResult> Withdraw(EnrolmentForm form) =>
        Find(form.Path) is null ? NotFound() : Told(form, await enrol.Withdraw(Act(), Person, form.Path!, form.People ?? []), "enrol.withdrawn"); // as above

    private IActionResult Told(EnrolmentForm form, Decision<EnrolmentOutcome> decided, string done)
    {
        if (decided is not Accepted<EnrolmentOutcome> { Value: var outcome })
            return Answer(((Refused<EnrolmentOutcome>)decided).Reason);
        TempData["flash"] = words.Count(done, outcome.Enrolled, outcome.Before);
        return Redirect($"{Address}/{form.Path}");
    }

    private LearningPath? Find(string? id) => library.Now.Paths.FirstOrDefault(path => path.Id == id);
}
