using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Courses.Changes;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.Everybody;

/// <summary>A lesson before, with and after a change that people must know.</summary>
internal static class ChangePages
{
    public const string English = "Two people at the buyer have to have said it.";
    public const string Chinese = "客户方要有两个人说过。";

    private const string Front = "check: check-stages\n", Below = "courses/sales-process";
    private const string EnglishMark = "changed: 2026-11-20\nwhat-changed: A stage needs two proofs.\n", ChineseMark = "changed: 2026-11-20\nwhat-changed: 每个阶段要有两项证据。\n";

    public static async Task Walk(Tour tour, ContentCopy content)
    {
        var rep = await tour.As(tour.IsEnglish ? "Maya Okafor" : "林悦");
        await rep.Open("/courses/changes", "/courses/notes");
        await rep.Page.GotoAsync("/courses/sales-process/evidence");
        await rep.Page.Locator(".bookmark button").ClickAsync();
        await rep.Page.Locator(".new-note summary").ClickAsync();
        await rep.Page.Locator("#own-text").FillAsync(rep.Person.Say("Ask Noah.", "问问同事。"));
        await rep.Page.Locator(".new-note .btn-primary").ClickAsync();
        await rep.Page.Locator(".own-note").First.WaitForAsync();
        await rep.Look();
        await rep.Open("/courses/notes");
        await Teach(tour, content, Mark);
        await rep.Open("/", "/paths", "/courses/changes", "/courses/sales-process/stages");
        await (await tour.As("Hannah Lind")).Open("/courses/check");
        await Teach(tour, content, TakeBack);
        await rep.Open("/courses/changes", "/courses/sales-process/stages");
    }

    public static void Mark(ContentCopy content) => content
        .Rewrite($"{Below}/en", "01-stages.md", text => text.Replace(Front, Front + EnglishMark, StringComparison.Ordinal) + $"\n{English}\n")
        .Rewrite($"{Below}/zh-Hans", "01-stages.md", text => text.Replace(Front, Front + ChineseMark, StringComparison.Ordinal) + $"\n{Chinese}\n");

    public static void TakeBack(ContentCopy content) => content
        .Rewrite($"{Below}/en", "01-stages.md", text => text.Replace(EnglishMark, "", StringComparison.Ordinal))
        .Rewrite($"{Below}/zh-Hans", "01-stages.md", text => text.Replace(ChineseMark, "", StringComparison.Ordinal));

    private static async Task Teach(Tour tour, ContentCopy content, Action<ContentCopy> edit)
    {
        await tour.Academy.The<ChangeBook>().Follow();
        edit(content);
        tour.Academy.The<Library>().Load();
        await tour.Academy.The<ChangeBook>().Follow();
    }
}
