using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

public sealed class ReadingStatisticsTests
{
    private const string Page = "/quizzes/statistics/discovery/check-open";

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_question_that_those_who_know_get_wrong_is_named_from_thirty_first_attempts_on(Store store)
    {
        await using var app = new AcademyApp(store);
        using var author = await app.SignIn(await app.Join("Hannah", Role.Author));
        Assert.Contains("Nobody has finished this quiz yet", await author.Open(Page), StringComparison.Ordinal);

        await Sat(app, people: 29);
        var few = await author.Open(Page);
        await Sat(app, people: 1);
        var enough = await author.Open(Page);

        Assert.Contains("29 answers so far", few, StringComparison.Ordinal);
        Assert.DoesNotContain("It misleads those who know", few, StringComparison.Ordinal);
        Assert.Contains("30 first attempts", enough, StringComparison.Ordinal);
        Assert.Equal(1, Count("It misleads those who know", enough));
        Assert.Contains("30", await author.Open("/quizzes/statistics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_its_author_says_of_a_question_stands_beside_how_it_performs()
    {
        await using var app = new AcademyApp();
        using var author = await app.SignIn(await app.Join("Hannah", Role.Author));
        using var rep = await Sitting.Of(app);
        await rep.Submit(await rep.Start("/quizzes/sales-process/certification"));

        Assert.Contains("Hard · funnel", await author.Open("/quizzes/statistics/sales-process/certification"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_attempts_open_ones_and_practice_do_not_count()
    {
        await using var app = new AcademyApp();
        using var author = await app.SignIn(await app.Join("Hannah", Role.Author, language: "zh-Hans"));

        await Sat(app, people: 3, number: 2);
        await Sat(app, people: 3, finished: false);
        await Sat(app, people: 3, kind: AttemptKind.Practice);
        Assert.Contains("还没有人完成这份测验", await author.Open(Page), StringComparison.Ordinal);

        await Sat(app, people: 2);
        Assert.Contains("2 次首次作答", await author.Open(Page), StringComparison.Ordinal);
    }

    // Every other person knows everything but the first question, which the others alone get right.
    private static async Task Sat(AcademyApp app, int people, int number = 1, bool finished = true, AttemptKind kind = AttemptKind.Check)
    {
        var catalogue = app.Services.GetRequiredService<Library>().Now;
        var quiz = catalogue.FindCourse("discovery")!.FindQuiz("check-open")!;
        await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            foreach (var knows in Enumerable.Range(0, people).Select(i => i % 2 == 0))
                app.Take(entry.Db, Guid.CreateVersion7(), quiz, quiz.Families, kind, (i, key) => Ticks(key, right: knows == (i > 0)), number, finished);
            return Task.FromResult<Decision<Done>>(Done.Value);
        });
    }

    private static IEnumerable<int> Ticks(ChoiceKey key, bool right)
    {
        var fitting = key.Right.Index().Where(o => o.Item == right).Select(o => o.Index);
        return key.Several ? fitting : fitting.Take(1);
    }

    private static int Count(string part, string page) => page.Split(part).Length - 1;
}
