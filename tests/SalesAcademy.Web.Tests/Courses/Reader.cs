using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Tests.Courses;

/// <summary>Somebody with a lesson before them: reports passages as the page's script does, and has checks graded as the quiz room would.</summary>
internal sealed class Reader(AcademyApp app, Guid person, Browser browser)
{
    public const string Course = "sales-process";
    public const string Lesson = "stages";
    public const string Url = $"/courses/{Course}/{Lesson}";

    public Guid Id => person;

    public Browser Browser => browser;

    public static async Task<Reader> Join(AcademyApp app, string language = "en", string? profile = null)
    {
        var person = await app.Join("Lin Yue", Role.Rep, profile: profile, language: language);
        return new Reader(app, person, await app.SignIn(person));
    }

    public static Course Taught(AcademyApp app) => app.Services.GetRequiredService<Library>().Now.FindCourse(Course)!;

    public static IReadOnlyList<LessonBlock> Passages(AcademyApp app, string lesson = Lesson, string language = "en") => Taught(app).FindLesson(lesson)!.Text.In(language).Value.Blocks;

    public async Task<HttpResponseMessage> Report(string passage, string url = Url, bool late = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{url}/progress");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Add("RequestVerificationToken", await browser.AntiforgeryToken());
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("passage", passage), KeyValuePair.Create("late", late ? "true" : "false")]);
        return await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task ReadToTheEnd(string lesson) => Report(Passages(app, lesson)[^1].Id, $"/courses/{Course}/{lesson}");

    /// <summary>What the quiz room says when an attempt is graded.</summary>
    public async Task Answer(string quiz, int right, int asked, AttemptKind kind = AttemptKind.Check)
    {
        var hash = app.Services.GetRequiredService<Library>().Now.Hash;
        var answers = Enumerable.Range(0, asked).Select(i => new GradedAnswer($"family-{i}", "process", i < right ? 1 : 0, 0.25, Hint: false, "edition", app.Clock.Today)).ToArray();
        await app.Ledger.Run<Done>(app.Clock.Act(person), entry =>
        {
            entry.Record(new AttemptGraded(person, entry.NewId(), Course, quiz, kind, (double)right / asked, right * 10 >= asked * 6, answers, hash));
            return Task.FromResult<Decision<Done>>(Done.Value);
        });
    }

    public async Task Complete(string lesson)
    {
        await ReadToTheEnd(lesson);
        await Answer(Taught(app).FindLesson(lesson)!.Check, 4, 4);
    }

    public async Task<IReadOnlyList<string>> Said() => [.. (await app.Events()).Where(e => e.Subject == person).Select(e => e.Type)];
}
