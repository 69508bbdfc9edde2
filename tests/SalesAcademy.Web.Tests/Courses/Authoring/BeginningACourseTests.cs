using System.Net;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Tests.Courses.Authoring;

/// <summary>A course that was not there is begun in the academy by somebody without git: five drafts that become its files together or not at all.</summary>
public sealed class BeginningACourseTests : IDisposable
{
    private const string Title = "O'Brien's \"no\": #1 {reason} \\ & <b>";
    private static readonly string[] Files = ["course.yml", "en/01-start.md", "en/quiz-check-start.md", "zh-Hans/01-start.md", "zh-Hans/quiz-check-start.md"];

    private static readonly (string Id, string English, string? Competency, string Beside)[] Refused =
        [("first-call", "A title", "opening", "Id"), ("Objections", "A title", "opening", "Id"), ("objections", " ", "opening", "EnglishTitle"), ("objections", "A title", null, "Competencies")];

    private readonly WorkingCopy copy = new();

    [Fact]
    public async Task It_is_written_in_five_drafts_and_published_in_one_commit()
    {
        copy.Commit();
        await using var app = new AcademyApp(settings: new() { ["Academy:Content"] = copy.Content }, withoutRounds: true);
        var (author, other) = (await Author(app, "Hannah"), await Author(app, "何敏"));

        Assert.Contains("This name is free.", await author.Open("/authoring/courses/name?id=objections"), StringComparison.Ordinal);
        var begun = await Begin(author, "objections");
        Assert.Equal("/authoring/objections/course", begun.Headers.Location!.ToString());
        Assert.False(Directory.Exists(Full("")));
        var page = WebUtility.HtmlDecode(await author.Open("/authoring/objections/course"));
        Assert.Contains($"Course: {Title}", page, StringComparison.Ordinal);
        Assert.All(Files[1..], file => Assert.Contains($"href=\"/authoring/objections/{file[..^3]}\"", page, StringComparison.Ordinal));
        Assert.Contains($"Course: {Title}", WebUtility.HtmlDecode(await other.Open("/authoring")), StringComparison.Ordinal);
        Assert.Contains("somebody is beginning one", await other.Open("/authoring/courses/name?id=objections"), StringComparison.Ordinal);
        Assert.Contains("id=\"Id-refusal\"", await (await Begin(other, "objections")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.Contains("No learning path leads to it yet", page, StringComparison.Ordinal);
        await author.Submit("/authoring/objections/path", ("place", "first-weeks:0"), ("day", "2"), ("version", "1"));
        await author.Submit("/authoring/paths/first-weeks/path/removal", ("version", "1"));
        Assert.Contains("No learning path leads to it yet", await author.Open("/authoring/objections/course"), StringComparison.Ordinal); // taken out, and the course stays
        await author.Submit("/authoring/objections/path", ("place", "first-weeks:2"), ("day", "9"), ("version", "3"));
        await author.Submit("/authoring/objections/path", ("place", "first-weeks:1"), ("day", "6"), ("version", "4")); // at another place, once
        Assert.Contains("Path: First weeks", await other.Open("/authoring/objections/course"), StringComparison.Ordinal);
        Assert.Contains("has other steps for whoever begins it from now on", WebUtility.HtmlDecode(await other.Open("/authoring/paths/first-weeks/path")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.Submit("/authoring/objections/path", ("place", "first-weeks:1"), ("day", "0"), ("version", "5"))).StatusCode);

        await author.Submit("/authoring/objections/course/submission", ("version", "5"));
        var waiting = WebUtility.HtmlDecode(await other.Open("/"));
        Assert.Contains($"“Course: {Title}” waits for your eyes", waiting, StringComparison.Ordinal);
        Assert.Single(waiting.Split("waits for your eyes")[1..]);
        await other.Submit("/authoring/objections/course/publication", ("version", "6"));

        Assert.Equal(Files.Select(file => $"content/courses/objections/{file}").Append("content/paths/first-weeks.yml"), copy.Git("show", "--format=", "--name-only", "HEAD").Split('\n'));
        Assert.Equal("1\t0", copy.Git("show", "--format=", "--numstat", "HEAD", "--", "content/paths/first-weeks.yml")[..3]);
        Assert.Contains("  - { course: first-call, due: day 5 }\n  - { course: objections, due: day 6 }\n", File.ReadAllText(Path.Combine(copy.Content, "paths/first-weeks.yml")), StringComparison.Ordinal);
        Assert.Contains(Title, WebUtility.HtmlDecode(await author.Open("/courses/objections")), StringComparison.Ordinal);
        Assert.Contains("href=\"/authoring/objections/course\"", await author.Open("/authoring"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_thrown_away_leaves_nothing_behind_and_what_cannot_be_begun_is_said_beside_its_field()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Content"] = copy.Content }, withoutRounds: true);
        var author = await Author(app, "Hannah");
        await Begin(author, "objections");

        var discarded = await author.Submit("/authoring/objections/zh-Hans/01-start/removal", ("version", "1"));

        Assert.Equal("/authoring", discarded.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await author.Get("/authoring/objections/course")).StatusCode);
        Assert.False(Directory.Exists(Full("")));
        foreach (var (id, english, competency, beside) in Refused)
        {
            var refused = await author.Submit("/authoring/courses", [("Id", id), ("EnglishTitle", english), ("ChineseTitle", "标题"), .. competency is null ? Array.Empty<(string, string)>() : [("Competencies", competency)]]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains($"id=\"{beside}-refusal\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    public void Dispose() => copy.Dispose();

    private static Task<HttpResponseMessage> Begin(Browser author, string id) =>
        author.Submit("/authoring/courses", ("Id", id), ("EnglishTitle", Title), ("ChineseTitle", "客户说不"), ("Competencies", "closing"), ("Competencies", "opening"));

    private string Full(string file) => Path.Combine(copy.Content, "courses/objections", file);

    private static async Task<Browser> Author(AcademyApp app, string name) => await app.SignIn(await app.Join(name, Role.Author));
}
