using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.Everybody;

/// <summary>Policies before a proposal, with one, and after it was activated.</summary>
internal static class PolicyPages
{
    public static async Task Walk(Tour tour, ContentCopy content)
    {
        var operations = await tour.As("吴桐");
        await Hire(tour);
        await operations.Open("/leads/policies", "/leads/policies/1", "/leads/replays", "/leads/impact", "/leads/stages", "/leads/stages?stage=proposal&of=Came", "/leads/bottleneck?tier=C&of=Sellers", "/leads/bottleneck?tier=C&of=Arrived");
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
    // So many that a group of them can be shown.
    private static async Task Hire(Tour tour)
    {
        var (join, clock) = (tour.Academy.The<JoinPerson>(), tour.Academy.The<Clock>());
        for (var i = 1; i <= 12; i++)
            await join.Run(clock.Act(), new PersonRow
            {
                Id = Guid.CreateVersion7(),
                Name = tour.IsEnglish ? $"Newcomer {i}" : $"新人{i}",
                Email = $"newcomer-{i}@lanteng.example",
                Profile = "sdr",
                HiredOn = clock.Today,
                Language = i < 11 ? "en" : "zh-Hans",
                ContentLanguage = "en",
                Zone = clock.Zone.Id,
            }, Role.Rep, password: null);
    }
}
