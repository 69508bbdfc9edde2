using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

public sealed class DrawingByTagsTests
{
    private const string Composed = "[{ difficulty: hard, count: 2 }, { tag: money, count: 1 }, { count: 3 }]";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_draw_meets_its_lines_and_stays_on_another_device_and_while_the_content_changes(Store store)
    {
        using var content = new ContentCopy();
        content.Rewrite("courses/discovery", "quiz-certification.md", Tagged);
        await using var app = new AcademyApp(store, content.Settings);
        using var rep = await Sitting.Of(app);
        Assert.Contains("6 questions", await rep.Browser.Open(Sitting.Exam), StringComparison.Ordinal);

        var attempt = await rep.Start();
        var (drawn, page) = (await rep.Paper(attempt), await rep.Browser.Open($"/quizzes/attempts/{attempt}?q=2"));
        content.Rewrite("courses/discovery", "quiz-certification.md", file => file.Replace($"draw: {Composed}", "draw: 12", StringComparison.Ordinal).Replace("## ", "## Changed: ", StringComparison.Ordinal));
        app.Services.GetRequiredService<Library>().Load();
        using var phone = await app.SignIn(rep.Person);

        var resumed = (await new PaperShelf(app.Services.GetRequiredService<Library>(), app.Services.GetRequiredService<IDbContextFactory<AcademyDb>>()).Find(attempt, rep.Person, TestContext.Current.CancellationToken))!;
        Assert.Equal(6, drawn.Questions.Select(question => question.Family.Id).Distinct().Count());
        Assert.True(drawn.Questions.Count(question => question.Family.Difficulty == Difficulty.Hard) >= 2);
        Assert.Contains(drawn.Questions, question => question.Family.Tags.Contains("money"));
        Assert.Equal(drawn.Questions.Select(Told), resumed.Questions.Select(Told));
        Assert.Equal(drawn.ContentHash, resumed.ContentHash);
        Assert.Equal(Asked(page), Asked(await phone.Open($"/quizzes/attempts/{attempt}?q=2")));
        Assert.Contains("12 questions", await phone.Open(Sitting.Exam), StringComparison.Ordinal);
    }

    // Three hard families, the first of them about money too.
    private static string Tagged(string file) => file.Replace("draw: 10", $"draw: {Composed}", StringComparison.Ordinal)
        .Replace("#discovery-cert-paid-out ", "#discovery-cert-paid-out tags=money difficulty=hard ", StringComparison.Ordinal)
        .Replace("#discovery-cert-payback ", "#discovery-cert-payback difficulty=hard ", StringComparison.Ordinal)
        .Replace("#discovery-cert-sign ", "#discovery-cert-sign difficulty=hard ", StringComparison.Ordinal);

    private static string Told(PaperQuestion question) => $"{question.Number} {question.Family.Id} {question.Variant.Id} {string.Join(',', question.Order)} {question.Variant.Face.English?.Title}";

    private static string Asked(string page) => page[page.IndexOf("<h2 class=\"question\"", StringComparison.Ordinal)..page.IndexOf("class=\"sitting-foot\"", StringComparison.Ordinal)];
}
