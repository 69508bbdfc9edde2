using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.Everybody;

/// <summary>Policies before a proposal, with one, and after it was activated.</summary>
internal static class PolicyPages
{
    public static async Task Walk(Tour tour, ContentCopy content)
    {
        var operations = await tour.As("吴桐");
        await operations.Open("/leads/policies", "/leads/policies/1", "/leads/replays", "/leads/impact", "/leads/stages");
        content.Replace("leads.yml", "C: 5, B: 10, A: 15", "C: 3, B: 12, A: 15").Replace("readiness.yml", "C: 0.50, B: 0.65", "C: 0.45, B: 0.74");
        tour.Academy.The<Library>().Load();
        await operations.Open("/leads/policies", "/leads/policies/simulation", "/leads/policies/simulation?days=90");
        await operations.Page.Locator("#Reason").FillAsync("  ");
        operations.Person.IsDisturbed = true; // the console tells of the refusal
        await operations.Page.Locator("form[action$=activation] .btn-primary").ClickAsync();
        await operations.Look();
        operations.Person.IsDisturbed = false;
        await operations.Page.Locator("#Reason").FillAsync(operations.Person.Say("Too many leads of tier B wait.", "B 级线索积压太多。"));
        await operations.Page.Locator("form[action$=activation] .btn-primary").ClickAsync();
        await operations.Page.WaitForURLAsync("**/leads/policies");
        await operations.Look();
    }
}
