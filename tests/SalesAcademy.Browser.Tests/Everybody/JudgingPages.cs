using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Browser.Tests.Rep;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.Everybody;

/// <summary>What is judged by people, and what is judged anew: each as its person sees it and as those who judge do.</summary>
internal static class JudgingPages
{
    public static async Task Walk(Tour tour, ContentCopy content)
    {
        await Grading(tour);
        await Regrading(tour, content);
    }

    private static async Task Grading(Tour tour)
    {
        var (name, managersName) = tour.IsEnglish ? ("Maya Okafor", "Aisha Rahman") : ("赵磊", "周明哲");
        var rep = await tour.As(name);
        await rep.Page.Context.GrantPermissionsAsync(["microphone"]);
        await BeingJudgedTests.Answer(rep.Person, rep.Person.Say("Ruth, your deliveries moved from noon to four.", "罗经理，您的送货时间从中午改到了四点。"));
        var attempt = new Uri(rep.Page.Url).AbsolutePath;
        await rep.Open($"{attempt}?q=1", $"{attempt}?q=2");
        await BeingJudgedTests.Record(rep.Person);
        await rep.Person.Button("Hand in", "交卷").ClickAsync();
        await rep.Look();
        await rep.Open($"{attempt}?q=2", "/");

        var manager = await tour.As(managersName);
        await manager.Open("/", "/quizzes/grading");
        for (var answers = 2; answers > 0; answers--)
        {
            await BeingJudgedTests.OpenNext(manager.Person, name);
            await manager.Look();
            await BeingJudgedTests.Grade(manager.Person);
            await manager.Look();
        }

        await rep.Open($"{attempt}/result");
        await manager.Open(attempt.Replace("/attempts/", "/handed-in/", StringComparison.Ordinal));
    }

    private static async Task Regrading(Tour tour, ContentCopy content)
    {
        var holder = await tour.Academy.Join(tour.IsEnglish ? "Olive Brandt" : "程一鸣", Role.Rep, tour.IsEnglish ? "en" : "zh-Hans", team: tour.IsEnglish ? "west" : "east", profile: "sdr");
        // The pass mark is 8 of 10: one mark less, and the certificate rests on nothing.
        var missed = 0;
        var attempt = await tour.Academy.Pass(holder.Id, "sales-process", daysAgo: 0, knows: _ => ++missed > 2);
        var paper = (await tour.Academy.The<PaperShelf>().Find(attempt, holder.Id))!; // just sat
        var question = paper.Questions.Last(question => question.Key is ChoiceKey { Several: false });
        content.Rekey("courses/sales-process", "quiz-certification.md", question, Answering.WrongOf(question));
        tour.Academy.The<Library>().Load();

        var hr = await tour.As("孙洁");
        await hr.Open("/quizzes/regrades");
        await hr.Page.Locator($"tr:has(code:text-is('{question.Family.Id}')) a").First.ClickAsync();
        await hr.Look();
        await hr.Page.Locator("[name=MayFall][type=checkbox]").CheckAsync();
        await hr.Page.Locator("form[method=get] button").ClickAsync();
        await Assertions.Expect(hr.Page.Locator("a[href$='/revocation']").First).ToBeVisibleAsync();
        await hr.Look();
        await hr.Page.Locator("#Reason").FillAsync(hr.Person.Say("The option that was marked wrong is the right one.", "原来判错的那一项才是正确答案。"));
        await hr.Page.Locator("form[method=post] .btn-primary").ClickAsync();
        await hr.Look();
        await hr.Open("/quizzes/regrades", "/notices");
    }
}
