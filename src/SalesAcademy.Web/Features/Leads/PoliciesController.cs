using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A simulation that was read is put in force.</summary>
internal sealed record ActivationForm
{
    public string? Seal { get; init; }

    [Required(ErrorMessage = "refusal.reason-needed"), StringLength(1000, ErrorMessage = "refusal.form")]
    public string? Reason { get; init; }

    public int Days { get; init; } = 28;
}

/// <summary>Policies: which are in force, what a proposal would do, and activating it.</summary>
[Route(Address), Allow(Role.SalesOps)]
internal sealed class PoliciesController(
    AcademyDb db, PolicyBook policies, Library library, Simulator simulator, SimulationSeal seal, Checks checks, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/leads/policies";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Policies", await PoliciesPage.Read(db, policies, library, cancellation));

    [HttpGet("{number:long}")]
    public async Task<IActionResult> Show(long number, CancellationToken cancellation) =>
        (await ActivationLine.Of(db, await PolicyBook.History(db, 1, number, cancellation), cancellation)) is [var line] ? View("PolicyEdition", line) : NotFound();

    [HttpGet("simulation")]
    public async Task<IActionResult> Simulate(int? days, CancellationToken cancellation) => await Page(new ActivationForm { Days = Span(days) }, cancellation);

    [HttpGet("simulation.csv")]
    public async Task Download(int? days, CancellationToken cancellation)
    {
        var simulation = await simulator.Run(db, Span(days), cancellation);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"simulation-{Foretold.Of(simulation).Id}.csv\"";
        await SimulationFile.Write(Response.Body, simulation, words, checks);
    }

    [HttpPost("activation")]
    public async Task<IActionResult> Activate(ActivationForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var saved = library.Saved;
            var decided = seal.Open(form.Seal, Person.Id) is not { } read || read.Proposal != saved.Hash ? new Refusal("simulation-stale")
                : policies.HasProposal && Foretold.Of(await simulator.Run(db, read.Foretold.Days, cancellation)).Whom != read.Foretold.Whom ? new Refusal("simulation-outdated")
                : await policies.Activate(Act(form.Reason), read.InForce, saved, JsonSerializer.Serialize(read.Foretold));
            if (decided is Accepted<Guid>)
            {
                TempData["flash"] = words["policies.activated"].Value;
                return Redirect(Address);
            }

            var reason = ((Refused<Guid>)decided).Reason;
            if (reason.Key == "key-reused")
                return Answer(reason);
            SayInForm(reason, words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Page(form with { Days = Span(form.Days) }, cancellation);
    }

    private async Task<IActionResult> Page(ActivationForm form, CancellationToken cancellation)
    {
        if (!policies.HasProposal)
            return View("Policies", await PoliciesPage.Read(db, policies, library, cancellation));
        var simulation = await simulator.Run(db, form.Days, cancellation);
        return View("Simulation", new SimulationPage(simulation, seal.Of(simulation, Person.Id), form));
    }

    private static int Span(int? days) => days is { } wished && SimulationPage.Spans.Contains(wished) ? wished : 28;
}
