using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Courses.Changes;

namespace SalesAcademy.Web.Tests.Courses.Authoring;

/// <summary>An author without git puts lessons in another order and retires one: a draft of one line, told whom it touches before it is published.</summary>
public sealed class OrderingAndRetiringLessonsTests : IDisposable
{
    private const string Url = "/authoring/first-call/lessons", File = "courses/first-call/course.yml";

    private readonly WorkingCopy copy = new();

    private (string, string) Standing => ("beganFrom", ContentEditing.Read(copy.Content, File)!.Hash);

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Lessons_are_put_in_another_order_and_one_is_retired_and_brought_back(Store store)
    {
        copy.Commit();
        await using var app = new AcademyApp(store, new() { ["Academy:Content"] = copy.Content }, withoutRounds: true);
        var changes = app.Services.GetRequiredService<ChangeBook>();
        await changes.Follow(TestContext.Current.CancellationToken);
        var (author, other, zoe, noah) = (await Author(app, "Hannah"), await Author(app, "何敏"), await app.Join("Zoe", Role.Rep), await app.Join("Noah", Role.Rep));
        await Read(app, zoe, "opening", isCompleted: true);
        await Read(app, noah, "closing", isCompleted: false);

        Assert.Equal(["opening", "closing"], Order(await author.Open(Url)));
        await author.Submit($"{Url}/closing/place", ("place", "1"), ("version", "0"), Standing);
        var moved = WebUtility.HtmlDecode(await author.Open(Url));
        Assert.Equal(["closing", "opening"], Order(moved));
        Assert.Contains("“The next step” is lesson 1 of 2 now.", moved, StringComparison.Ordinal);
        Assert.Equal("ArrowDown", Focused(moved)); // the button that was pressed can do no more
        Assert.Contains("2 lessons come to another place.", moved, StringComparison.Ordinal);
        Assert.Contains("<code>lessons: [closing, opening]</code></ins>", await author.Open("/authoring/first-call/course"), StringComparison.Ordinal);
        Assert.Equal(["opening", "closing"], Taught(app));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.Submit($"{Url}/closing/place", ("place", "2"), ("version", "0"), Standing)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await author.Submit($"{Url}/nowhere/retirement", ("version", "1"), Standing)).StatusCode);

        await author.Submit($"{Url}/closing/retirement", ("version", "1"), Standing);
        var linked = WebUtility.HtmlDecode(await author.Open(Url));
        Assert.Contains("courses/first-call/en/01-opening.md", linked, StringComparison.Ordinal); // a link leads to it, so it cannot go yet
        Assert.DoesNotContain("id=\"touched\"", linked, StringComparison.Ordinal);
        copy.Replace("courses/first-call/en/01-opening.md", "../en/02-closing.md#the-next-step", "https://example.com/");
        copy.Replace("courses/first-call/zh-Hans/01-opening.md", "../zh-Hans/02-closing.md#下一步", "https://example.com/");
        copy.Replace("playbook.yml", "first-call/closing, ", "");
        copy.Commit();
        app.Services.GetRequiredService<Library>().Load();
        var touched = WebUtility.HtmlDecode(await other.Open("/authoring/first-call/course"));
        Assert.Contains("“The next step” is taught no more. <span class=\"soft\">On it now: 1. Completed, and staying so: 0.", touched, StringComparison.Ordinal);
        Assert.Contains("3 questions are asked no more", touched, StringComparison.Ordinal);
        Assert.Contains("1 person has nothing else left in the course and completes it", touched, StringComparison.Ordinal);
        await author.Submit("/authoring/first-call/course/submission", ("version", "2"));
        await other.Submit("/authoring/first-call/course/publication", ("version", "3"));
        await changes.Follow(TestContext.Current.CancellationToken);

        Assert.Equal("1\t0", copy.Git("show", "--format=", "--numstat", "HEAD")[..3]);
        Assert.Equal(["opening"], Taught(app));
        Assert.Equal([zoe], (await app.Events()).Where(e => e.Type == "course-completed").Select(e => e.Subject));
        Assert.Equal(HttpStatusCode.NotFound, (await author.Get("/courses/first-call/closing")).StatusCode);

        await author.Submit($"{Url}/closing/retirement/removal", ("version", "0"), Standing);
        await author.Submit("/authoring/first-call/course/submission", ("version", "1"));
        await other.Submit("/authoring/first-call/course/publication", ("version", "2"));

        Assert.Equal(["opening", "closing"], Taught(app));
        await using var db = app.Read();
        Assert.NotNull(await db.FindAsync<LessonProgressRow>([noah, "first-call", "closing"], TestContext.Current.CancellationToken));
    }

    public void Dispose() => copy.Dispose();

    private static string[] Order(string page) => [.. page.Split("id=\"lesson-")[1..].Select(row => row[..row.IndexOf('"', StringComparison.Ordinal)])];

    private static string Focused(string page) => page[..page.IndexOf("autofocus", StringComparison.Ordinal)].Split("data-key=\"")[^1].Split('"')[0];

    private static string[] Taught(AcademyApp app) => [.. app.Services.GetRequiredService<Library>().Now.FindCourse("first-call")!.Lessons.Select(lesson => lesson.Id)];

    private static async Task Read(AcademyApp app, Guid person, string lesson, bool isCompleted) => await app.Ledger.Run<Done>(app.Clock.Act(person), entry =>
    {
        entry.Db.Add(new LessonProgressRow { Person = person, Course = "first-call", Lesson = lesson, CompletedAt = isCompleted ? entry.Act.At : null });
        return Task.FromResult<Decision<Done>>(Done.Value);
    });

    private static async Task<Browser> Author(AcademyApp app, string name) => await app.SignIn(await app.Join(name, Role.Author));
}
