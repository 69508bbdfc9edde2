using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>Who holds what is asked of them, today or on any day; for HR of everybody, for managers of their teams.</summary>
[Route(Url), Allow(Role.Hr | Role.Admin | Role.Manager)]
internal sealed class ComplianceController(AcademyDb db, ComplianceBook book, ComplianceSheet sheet, RemindPeople reminding, Library library, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public new const string Url = "/certificates/compliance";

    [HttpGet]
    public async Task<IActionResult> Index([FromQuery] ComplianceFilter filter, CancellationToken cancellation) => View("Desk/Compliance", await Page(filter, cancellation));

    [HttpGet("list.csv"), HttpGet("list.xlsx"), EnableRateLimiting(Limits.Export)]
    public async Task<IActionResult> List([FromQuery] ComplianceFilter filter, CancellationToken cancellation) => new SheetResult(await sheet.Of(await Page(filter, cancellation), cancellation));

    /// <summary>Reminds everybody whom the filter finds, of what they do not hold today; of each certification once a day.</summary>
    [HttpPost("reminders"), Allow(Role.Hr | Role.Admin)]
    public async Task<IActionResult> Remind([FromForm] ComplianceFilter filter, [FromForm] bool managers, CancellationToken cancellation)
    {
        var page = await Page(filter with { On = null, Page = null }, cancellation);
        var reminded = await reminding.Run(() => Act() with { Key = null }, page.Found, managers);
        TempData["flash"] = reminded.People == 0 ? words["reminded.nobody"].Value : words.Count("reminded.people", reminded.People, words.Count("reminded.certifications", reminded.Certifications), reminded.Managers);
        return Redirect(page.Filter.Url(Url));
    }

    private async Task<CompliancePage> Page(ComplianceFilter filter, CancellationToken cancellation)
    {
        var (day, today) = (filter.On ?? clock.Today, clock.Today);
        return new CompliancePage(filter, day, day == today, await book.Read(Person, filter, cancellation), await CompliancePage.TeamsOf(db, Person, cancellation), library.Now.Certifications)
        {
            MayRemind = day == today && Person.Is(Role.Hr | Role.Admin),
        };
    }
}
