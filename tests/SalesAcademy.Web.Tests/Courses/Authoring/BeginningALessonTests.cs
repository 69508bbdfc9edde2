using System.Net;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Tests.Courses.Authoring;

/// <summary>A lesson that was not there is begun in the academy: in both languages with its check, and never in one alone.</summary>
public sealed class BeginningALessonTests : IDisposable
{
    private const string New = "/authoring/first-call/lessons";
    private static readonly string[] Files = ["en/03-silence.md", "en/quiz-check-silence.md", "zh-Hans/03-silence.md", "zh-Hans/quiz-check-silence.md"];

    private readonly WorkingCopy copy = new();

    private Dictionary<string, string?> Settings => new() { ["Academy:Content"] = copy.Content };

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task It_is_written_in_four_drafts_and_published_in_one_commit(Store store)
    {
        copy.Commit();
        await using var app = new AcademyApp(store, Settings, withoutRounds: true);
        var (author, other) = (await Author(app, "Hannah"), await Author(app, "何敏"));

        var begun = await Begin(author, "silence");
        Assert.Equal("/authoring/first-call/en/03-silence", begun.Headers.Location!.ToString());
        Assert.All(Files, file => Assert.False(File.Exists(Full(file))));
        var page = WebUtility.HtmlDecode(await author.Open("/authoring/first-call/en/03-silence"));
        Assert.Contains("What the silence says", page, StringComparison.Ordinal);
        Assert.All(Files[1..], file => Assert.Contains($"href=\"/authoring/first-call/{file[..^3]}\"", page, StringComparison.Ordinal));
        Assert.Contains("/authoring/first-call/zh-Hans/03-silence", await other.Open("/authoring"), StringComparison.Ordinal);
        await author.Submit("/authoring/first-call/zh-Hans/quiz-check-silence/submission", ("version", "1"));
        Assert.Single(WebUtility.HtmlDecode(await other.Open("/")).Split("waits for your eyes")[1..]);
        Assert.Contains("“What the silence says” waits for your eyes", WebUtility.HtmlDecode(await other.Open("/")), StringComparison.Ordinal);
        await other.Submit("/authoring/first-call/en/03-silence/publication", ("version", "2"));

        Assert.Equal(Files.Select(file => $"content/courses/first-call/{file}"), copy.Git("show", "--format=", "--name-only", "HEAD").Split('\n'));
        Assert.Equal("Begin courses/first-call/en/03-silence.md", copy.Git("show", "--no-patch", "--format=%s", "HEAD"));
        Assert.Contains("What the silence says", WebUtility.HtmlDecode(await author.Open("/courses/first-call/silence/preview")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_one_language_keeps_all_of_it_back()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var author = await Author(app, "Hannah");
        await Begin(author, "silence");
        await author.Submit("/authoring/first-call/zh-Hans/03-silence", ("text", "---\ntitle: 沉默\n---\n"), ("version", "1"));

        var refused = await author.Submit("/authoring/first-call/en/03-silence/submission", ("version", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("courses/first-call/zh-Hans/03-silence.md</code>", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.All(Files, file => Assert.False(File.Exists(Full(file))));
    }

    [Fact]
    public async Task Saving_one_page_takes_all_of_them_back_from_review()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var (author, other) = (await Author(app, "Hannah"), await Author(app, "何敏"));
        await Begin(author, "silence");
        var check = WebUtility.HtmlDecode(await author.Open("/authoring/first-call/en/quiz-check-silence"));
        var text = check[(check.IndexOf("---\n", StringComparison.Ordinal))..check.IndexOf("</textarea>", StringComparison.Ordinal)];
        await author.Submit("/authoring/first-call/en/03-silence/submission", ("version", "1"));
        await author.Submit("/authoring/first-call/en/quiz-check-silence", ("text", text + "\n"), ("version", "2"));

        var refused = await other.Submit("/authoring/first-call/en/03-silence/publication", ("version", "2"));

        Assert.Contains("Somebody has saved this draft since you opened it.", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(File.Exists(Full(Files[0])));
    }

    [Fact]
    public async Task Two_who_begin_get_two_numbers_and_not_the_same_lesson()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var (one, other) = (await Author(app, "Hannah"), await Author(app, "何敏"));
        await Begin(one, "silence");

        var again = await Begin(other, "silence");
        var beside = await Begin(other, "echo");

        Assert.Matches("id=\"Id-refusal\">The course has a lesson", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("/authoring/first-call/en/04-echo", beside.Headers.Location!.ToString());
        await one.Submit("/authoring/first-call/zh-Hans/03-silence/removal", ("version", "1"));
        Assert.Equal(HttpStatusCode.NotFound, (await one.Get("/authoring/first-call/en/quiz-check-silence")).StatusCode);
    }

    [Theory]
    [InlineData("../../policies", "A title", "标题", "Id-refusal")]
    [InlineData("Silence", "A title", "标题", "Id-refusal")]
    [InlineData("opening", "A title", "标题", "Id-refusal")]
    [InlineData("battle-card", "A title", "标题", "Id-refusal")]
    [InlineData("silence", "A title", " ", "EnglishTitle-refusal")]
    [InlineData("silence", "A title\nkind: other", "标题", "EnglishTitle-refusal")]
    public async Task What_cannot_be_begun_is_said_beside_its_field(string id, string english, string chinese, string beside)
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var author = await Author(app, "Hannah");

        var refused = await author.Submit(New, ("Id", id), ("EnglishTitle", english), ("ChineseTitle", chinese));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"id=\"{beside}\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await author.Submit("/authoring/nowhere/lessons", ("Id", "x"), ("EnglishTitle", "A"), ("ChineseTitle", "甲"))).StatusCode);
    }

    public void Dispose() => copy.Dispose();

    private static Task<HttpResponseMessage> Begin(Browser author, string id) => author.Submit(New, ("Id", id), ("EnglishTitle", "What the silence says"), ("ChineseTitle", "沉默在说什么"));

    private string Full(string file) => Path.Combine(copy.Content, "courses/first-call", file);

    private static async Task<Browser> Author(AcademyApp app, string name) => await app.SignIn(await app.Join(name, Role.Author));
}
