using SalesAcademy.Browser.Tests.Pages;

namespace SalesAcademy.Browser.Tests.Everybody;

/// <summary>A lesson written in the academy, looked at and sent back.</summary>
internal static class AuthoringPages
{
    public static async Task Walk(Tour tour)
    {
        var author = await tour.As("Hannah Lind");
        var page = await First(author, tour.IsEnglish ? "en" : "zh-Hans");
        await author.Open("/authoring", page);
        var text = author.Page.Locator("#text");
        await text.FillAsync($"{await text.InputValueAsync()}\n{author.Person.Say("One sentence more.", "再加一句。")}\n");
        await author.Page.Locator("#editor .btn-primary").ClickAsync();
        await author.Page.Locator(".flash").WaitForAsync();
        await author.Page.Locator("button[formaction$=submission]").ClickAsync();
        await author.Page.Locator("#review").WaitForAsync();
        await author.Look();
        await author.Open("/authoring");
        await author.Open($"{page}/versions");
        await author.Open("/authoring/glossary");
        await author.Open("/authoring/courses/new");
        await author.Open("/authoring/playbook");
        await author.Open("/authoring/paths/sdr-onboarding/path");
        await author.Open($"/authoring/{page.Split('/')[2]}/course");
        await author.Open($"/authoring/{page.Split('/')[2]}/lessons");
        await author.Page.Locator("[data-key=ArrowDown]").First.ClickAsync();
        await author.Page.Locator("[formaction$=retirement]").Last.ClickAsync();
        await author.Page.Locator("#retired").WaitForAsync();
        await author.Look();
        await author.Open($"/authoring/{page.Split('/')[2]}/lessons/new");
        await (await tour.As("Priya Nair")).Open(page);
    }

    // The first lesson of the first course in the language of the tour, whatever it is called.
    private static async Task<string> First(Visitor author, string language)
    {
        await author.Page.GotoAsync("/authoring");
        return (await author.Page.Locator($"details a[lang={language}]").First.GetAttributeAsync("href"))!; // there are courses
    }
}
