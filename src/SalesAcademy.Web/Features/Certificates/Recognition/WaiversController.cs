using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>What HR does not ask of somebody: what there is and was, more of it, and taking it back.</summary>
[Route("certificates/people/{person:guid}/waivers"), Allow(Role.Hr)]
internal sealed class WaiversController(AcademyDb db, Library library, GiveWaiver waivers, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public static string UrlOf(Guid person) => $"/certificates/people/{person}/waivers";

    [HttpGet]
    public Task<IActionResult> Index(Guid person) => Page(person, new WaiverForm());

    [HttpPost]
    public async Task<IActionResult> Create(Guid person, WaiverForm form) =>
        ModelState.IsValid ? await Answer(person, await waivers.Give(Act(form.Reason), person, form), "waiver.given", form) : await FormAgain(() => Page(person, form));

    [HttpPost("{id:guid}/withdrawal")]
    public async Task<IActionResult> Withdraw(Guid person, Guid id) =>
        await Answer(person, await waivers.Withdraw(Act(), person, id), "waiver.withdrawn", new WaiverForm());

    private Task<IActionResult> Answer(Guid person, Decision<Guid> decided, string done, WaiverForm form) => AnswerForm(decided, words, done, UrlOf(person), () => Page(person, form));

    private async Task<IActionResult> Page(Guid person, WaiverForm form) =>
        await WaiversPage.Read(db, person, library.Now, clock.Today, form, HttpContext.RequestAborted) is { } page ? View("Recognition/Waivers", page) : NotFound();
}
