using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Tests.Certificates;

namespace SalesAcademy.Web.Tests.House;

/// <summary>Markup typed into every field somebody may write in is text to everybody who reads it.</summary>
public sealed class WordsOfPeopleAreTextTests
{
    private const string Markup = "x\"'><img src=q onerror=alert(1)>";

    [Fact]
    public async Task On_every_page_that_anybody_reaches()
    {
        await using var app = new AcademyApp();
        var floor = new Leads.Floor(app);
        var manager = await app.Join(Markup, Role.Manager, latinName: Markup);
        var team = await app.Team(Markup, manager);
        var rep = await floor.ReadySeller(Markup, team);
        using var desk = await app.SignIn(await app.Join(Markup, Role.Hr | Role.Admin));
        using var sales = await app.SignIn(await app.Join(Markup, Role.SalesOps));
        using var coach = await app.SignIn(manager);
        using var seller = await app.SignIn(rep);
        await Write(app, floor, (desk, sales, coach, seller), rep);

        var (read, found) = (0, 0);
        foreach (var browser in (Browser[])[desk, sales, coach, seller])
            foreach (var (_, page) in await Crawler.Walk(browser, url => !url.StartsWith("/courses/", StringComparison.Ordinal)))
            {
                read++;
                found += WebUtility.HtmlDecode(page).Contains(Markup, StringComparison.Ordinal) ? 1 : 0;
                Assert.DoesNotContain("<img src=q", page, StringComparison.OrdinalIgnoreCase);
            }

        Assert.InRange(found, 30, read);
    }

    private static async Task Write(AcademyApp app, Leads.Floor floor, (Browser Desk, Browser Sales, Browser Coach, Browser Seller) by, Guid rep)
    {
        var rubric = app.Services.GetRequiredService<Library>().Now.Scorecards[0];
        await Accepted(by.Coach.Submit("/coaching/notes", ("Person", $"{rep}"), ("Text", Markup)));
        await Accepted(by.Coach.Submit("/coaching/scorecards/new", [("Person", $"{rep}"), ("Rubric", rubric.Id), .. rubric.Criteria.SelectMany(c => ((string, string)[])[($"Levels[{c.Id}]", "3"), ($"Comments[{c.Id}]", Markup)])]));
        await Accepted(by.Sales.Submit("/leads/new", ("Company", Markup), ("About", Markup), ("Contact", Markup), ("Email", "q@example.com"), ("Phone", Markup), ("Tier", "C"), ("Source", Markup), ("Account", Markup), ("Currency", "GBP")));
        await Accepted(by.Sales.Submit("/integrations/tokens", ("Name", Markup), ("System", "crm"), ("Scope", "leads:read"), ("Days", "30")), HttpStatusCode.OK);
        var lead = await floor.InPool(Tier.C, Markup);
        Assert.IsType<Accepted<Done>>(await floor.Claim(rep, lead));
        await Accepted(by.Seller.Submit($"/leads/{lead}/follow-ups", ("Note", Markup), ("Day", $"{app.Clock.Today:O}")));
        await Accepted(by.Seller.Submit($"/leads/{lead}/progress", ("Stage", "discovery"), ("NextStep", Markup), ("NextStepOn", $"{app.Clock.Today:O}")));
        await Accepted(by.Coach.Submit($"/readiness/{rep}/overrides", ("To", "Shadow"), ("Until", $"{app.Clock.Today.AddDays(3):O}"), ("Reason", Markup)));
        var certificate = await app.Certify(rep);
        await Accepted(by.Desk.Submit($"/certificates/{certificate.Id}/revocation", ("Reason", Markup)));
    }

    private static async Task Accepted(Task<HttpResponseMessage> submitted, HttpStatusCode status = HttpStatusCode.Redirect) => Assert.Equal(status, (await submitted).StatusCode);
}
