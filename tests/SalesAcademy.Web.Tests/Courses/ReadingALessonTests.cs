using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Tests.Courses;

public sealed class ReadingALessonTests
{
    [Fact]
    public async Task A_reader_finds_the_course_the_lesson_and_what_completes_it()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);

        var catalogue = await reader.Browser.Open("/courses");
        var course = await reader.Browser.Open("/courses/sales-process");
        var lesson = await reader.Browser.Open(Reader.Url);

        Assert.Contains("0 of 5 lessons done · 0%", catalogue, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Reader.Url}\"", catalogue, StringComparison.Ordinal);
        Assert.Contains("questions right", course, StringComparison.Ordinal);
        Assert.Contains("The quiz opens when you have completed the 5 lessons left.", course, StringComparison.Ordinal);
        Assert.Contains("0% read, check not answered", lesson, StringComparison.Ordinal);
        Assert.Contains("Completed when you have read to the end and answered ", lesson, StringComparison.Ordinal);
        Assert.Contains("rel=\"next\" href=\"/courses/sales-process/evidence\"", lesson, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", lesson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_in_Chinese()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app, "zh-Hans");

        var catalogue = await reader.Browser.Open("/courses");
        var lesson = await reader.Browser.Open(Reader.Url);

        Assert.Contains("已完成 0/5 课时 · 0%", catalogue, StringComparison.Ordinal);
        Assert.Contains("已读 0%，小测未作答", lesson, StringComparison.Ordinal);
        Assert.Contains("第 1 课时，共 5 课时 · 约 ", lesson, StringComparison.Ordinal);
        Assert.Contains("<div class=\"text\" lang=\"zh-Hans\">", lesson, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"drawing\" role=\"img\"", lesson, StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Reading_is_saved_and_found_again_on_another_device(Store store)
    {
        await using var app = new AcademyApp(store);
        var reader = await Reader.Join(app);
        var passages = Reader.Passages(app);

        var saved = await (await reader.Report(passages[7].Id)).Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken);
        using var phone = await app.SignIn(reader.Id);
        var page = await phone.Open(Reader.Url);

        var percent = 8 * 100 / passages.Count;
        Assert.Equal((percent, "Saved 08:00"), (saved.GetProperty("percent").GetInt32(), saved.GetProperty("saved").GetString()));
        Assert.Contains($"{percent}% read, check not answered", page, StringComparison.Ordinal);
        Assert.Contains($"data-resume=\"{passages[7].Id}\"", page, StringComparison.Ordinal);
        Assert.Contains("Saved 08:00", page, StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Parallel_tabs_never_regress_what_was_read(Store store)
    {
        await using var app = new AcademyApp(store);
        var reader = await Reader.Join(app);
        var passages = Reader.Passages(app).SkipLast(1).ToArray();
        await reader.Browser.AntiforgeryToken();

        var answers = await Task.WhenAll(passages.Reverse().Concat(passages).Select(passage => reader.Report(passage.Id)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await using var db = app.Read();
        var row = await db.Set<LessonProgressRow>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((passages[^1].Id, passages.Length * 100 / (passages.Length + 1)), (row.Furthest, row.Percent));
        Assert.DoesNotContain("lesson-completed", await reader.Said());
    }

    [Fact]
    public async Task What_was_read_offline_counts_but_is_not_where_the_reader_is_now()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);
        var passages = Reader.Passages(app);
        await reader.Report(passages[2].Id);

        await reader.Report(passages[9].Id, late: true);

        var page = await reader.Browser.Open(Reader.Url);
        Assert.Contains($"{10 * 100 / passages.Count}% read", page, StringComparison.Ordinal);
        Assert.Contains($"data-resume=\"{passages[2].Id}\"", page, StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Reading_to_the_end_and_passing_the_check_complete_a_lesson_once_and_the_last_one_the_course(Store store)
    {
        await using var app = new AcademyApp(store);
        var reader = await Reader.Join(app);

        foreach (var lesson in Reader.Taught(app).Lessons)
        {
            await reader.Complete(lesson.Id);
            await reader.Complete(lesson.Id);
        }

        var said = await reader.Said();
        Assert.Equal(5, said.Count(type => type == "lesson-completed"));
        Assert.Equal("course-completed", Assert.Single(said, type => type == "course-completed"));
        Assert.Contains("5 of 5 lessons done · 100%", await reader.Browser.Open("/courses"), StringComparison.Ordinal);
        Assert.Contains("check 4/4", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task The_end_and_the_check_arriving_together_complete_the_lesson_once(Store store)
    {
        await using var app = new AcademyApp(store);
        var reader = await Reader.Join(app);
        var check = Reader.Taught(app).FindLesson(Reader.Lesson)!.Check;
        await reader.Browser.AntiforgeryToken();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => i % 2 == 0 ? reader.ReadToTheEnd(Reader.Lesson) : reader.Answer(check, 4, 4)));

        Assert.Single(await reader.Said(), type => type == "lesson-completed");
    }

    [Fact]
    public async Task A_check_without_reading_and_reading_without_its_check_complete_nothing()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);

        await reader.Answer(Reader.Taught(app).FindLesson("stages")!.Check, 4, 4);
        await reader.ReadToTheEnd("evidence");
        await reader.Answer(Reader.Taught(app).FindLesson("evidence")!.Check, 1, 4);
        await reader.Answer(Reader.Taught(app).FindLesson("evidence")!.Check, 4, 4, AttemptKind.Practice);

        Assert.DoesNotContain("lesson-completed", await reader.Said());
        Assert.Contains("0% read, check passed with 4 of 4", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);
        Assert.Contains("Read to the end, check not passed yet, best 1 of 4", await reader.Browser.Open("/courses/sales-process/evidence"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_without_script_says_to_have_read_to_the_end()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);
        var end = Reader.Passages(app)[^1].Id;
        var page = await reader.Browser.Open(Reader.Url);

        var answer = await reader.Browser.Submit($"{Reader.Url}/progress", ("passage", end));

        Assert.Contains($"name=\"passage\" value=\"{end}\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await reader.Browser.Open(Reader.Url);
        Assert.Contains("Read to the end, check not answered", after, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"passage\"", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_the_lesson_does_not_have_is_refused_in_words()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);
        var foreign = Reader.Passages(app, "funnel")[^1].Id;
        await reader.Browser.Open(Reader.Url);

        var byScript = await reader.Report(foreign);
        var byForm = await reader.Browser.Submit($"{Reader.Url}/progress", ("passage", foreign));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, byScript.StatusCode);
        Assert.Equal("application/problem+json", byScript.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, byForm.StatusCode);
        Assert.Contains("The lesson was edited since you opened it", await byForm.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await using var db = app.Read();
        Assert.False(await db.Set<LessonProgressRow>().AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_not_taught_is_not_found()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);
        string[] cases =
        [
            "/courses/nothing",
            "/courses/sales-process/nothing",
            "/courses/nothing/stages",
            "/courses/sales-process/assets/0123456789abcdef/stages-en.svg",
        ];

        foreach (var url in cases)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await reader.Browser.Get(url)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await reader.Report("b-0123456789", "/courses/sales-process/nothing")).StatusCode);
        }
    }

    [Fact]
    public async Task The_language_of_the_lesson_changes_without_leaving_it()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);
        var chinese = Reader.Taught(app).FindLesson(Reader.Lesson)!.Text.Chinese!;
        await reader.Browser.Open(Reader.Url);

        var answer = await reader.Browser.Submit("/people/preferences/content-language", ("language", "zh-Hans"), ("returnUrl", Reader.Url));

        Assert.Equal(Reader.Url, answer.Headers.Location!.ToString());
        var page = await reader.Browser.Open(Reader.Url);
        Assert.Contains($"<h1 lang=\"zh-Hans\">{chinese.Title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_is_read_in_the_size_the_reader_wants_on_this_screen()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);
        Assert.Contains("data-text-size=\"normal\"", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);

        var answer = await reader.Browser.Submit("/people/preferences/text-size", ("size", "larger"), ("returnUrl", Reader.Url));

        Assert.Equal(Reader.Url, answer.Headers.Location!.ToString());
        Assert.Contains("data-text-size=\"larger\"", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.Browser.Submit("/people/preferences/text-size", ("size", "huge"))).StatusCode);
    }

    [Fact]
    public async Task An_image_is_served_as_kept_for_ever_and_without_rights()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);
        var asset = Reader.Taught(app).Assets[0];

        var answer = await reader.Browser.Get(asset.Url);

        Assert.Equal((HttpStatusCode.OK, "image/svg+xml"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Browser.Get(asset.Url[..^asset.Name.Length] + "..%2F..%2Fcourse.yml")).StatusCode);
    }
}
