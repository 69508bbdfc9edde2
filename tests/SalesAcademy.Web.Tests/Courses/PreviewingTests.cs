using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Courses;

/// <summary>An author looks at lessons and quizzes as any learner would meet them, and leaves no trace.</summary>
public sealed class PreviewingTests : IDisposable
{
    private const string Lesson = "/courses/negotiation/limits/preview";
    private const string Quiz = "/quizzes/negotiation/certification/preview";
    private readonly AcademyApp app = new(withoutRounds: true);

    [Fact]
    public async Task A_lesson_is_shown_in_either_language_with_its_place_on_the_path_of_a_role()
    {
        using var author = await Author();

        var (english, chinese) = (await author.Open($"{Lesson}?language=en&role=ae"), await author.Open($"{Lesson}?language=zh-Hans&role=sdr"));

        Assert.Contains("nothing is recorded", english, StringComparison.Ordinal);
        Assert.Contains("<div class=\"text\" lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("it is step 13 of 17, due on day 46. It opens after “", english, StringComparison.Ordinal);
        Assert.Contains("<div class=\"text\" lang=\"zh-Hans\">", chinese, StringComparison.Ordinal);
        Assert.Contains("No path of this role names it", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiz_is_shown_with_every_variant_and_what_is_right()
    {
        using var author = await Author();

        var page = await author.Open($"{Quiz}?language=zh-Hans&role=ae");

        Assert.Contains("it is step 14 of 17, due on day 48", page, StringComparison.Ordinal);
        Assert.Contains("What is right, and why", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"zh-Hans\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("method=\"post\" action=\"/quizzes", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_recorded_and_the_pages_lead_there()
    {
        using var author = await Author();
        var before = (await app.Events()).Count;

        Assert.Contains($"href=\"{Lesson}\"", await author.Open("/courses/negotiation/limits"), StringComparison.Ordinal);
        Assert.Contains($"href=\"{Quiz}\"", await author.Open("/quizzes/negotiation/certification"), StringComparison.Ordinal);
        await author.Open(Lesson);
        await author.Open($"{Quiz}?language=en&role=nobody&option=1&fill=x");

        await using var db = app.Read();
        Assert.Equal(before, (await app.Events()).Count);
        Assert.False(await db.Set<LessonProgressRow>().AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(await db.Set<AttemptRow>().AnyAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(Lesson), InlineData(Quiz)]
    public async Task It_is_for_authors(string page)
    {
        var reader = await Reader.Join(app);

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Browser.Get(page)).StatusCode);
        Assert.DoesNotContain("/preview", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_taught_is_not_found()
    {
        using var author = await Author();

        Assert.Equal(HttpStatusCode.NotFound, (await author.Get("/courses/negotiation/nowhere/preview")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await author.Get("/quizzes/negotiation/nowhere/preview")).StatusCode);
    }

    public void Dispose() => app.Dispose();

    private async Task<Browser> Author() => await app.SignIn(await app.Join("Hannah Lind", Role.Author));
}
