using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses.Authoring;

namespace SalesAcademy.Web.Tests.Courses.Authoring;

/// <summary>An image comes into a lesson with its draft, and into the course's folder with its publication.</summary>
public sealed class AddingImagesTests : IDisposable
{
    private const string Lesson = "courses/first-call/en/02-closing.md", Url = "/authoring/first-call/en/02-closing";
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><path d=\"M0 0h9\"/></svg>";

    // One transparent pixel.
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private readonly WorkingCopy copy = new();

    private Dictionary<string, string?> Settings => new() { ["Academy:Content"] = copy.Content };

    private string Standing => File.ReadAllText(Path.Combine(copy.Content, Lesson));

    private string[] Assets => [.. Directory.EnumerateFiles(Path.Combine(copy.Content, "courses/first-call/assets")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task It_stands_at_the_cursor_is_seen_by_authors_and_written_with_the_text(Store store)
    {
        copy.Commit();
        await using var app = new AcademyApp(store, Settings, withoutRounds: true);
        var (author, other, rep) = (await Author(app, "Hannah"), await Author(app, "何敏"), await app.SignIn(await app.Join("Zoe", Role.Rep)));
        var (before, at) = (Assets, Standing.IndexOf("Every call", StringComparison.Ordinal));

        await Add(author, Png, "..\\..\\Next Step (Final).PNG", "A diary with [one] date", $"{at}", Standing.Replace("\n", "\r\n", StringComparison.Ordinal));
        var page = WebUtility.HtmlDecode(await author.Open(Url));
        Assert.Contains(@"![A diary with \[one\] date](../assets/next-step-final.png)Every call", page, StringComparison.Ordinal);
        Assert.Equal(before, Assets);
        var shown = $"/courses/first-call/assets/{ContentHash.Of(Png)[..16]}/next-step-final.png";
        Assert.Contains($"<img src=\"{shown}\" alt=\"A diary with [one] date\"", page, StringComparison.Ordinal);
        Assert.Equal(Png, await other.Http.GetByteArrayAsync(shown, TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await rep.Get(shown)).StatusCode);
        await Add(author, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"u8.ToArray(), "nobody.svg", "Left out again", null, Standing, version: 1);
        await author.Submit(Url, ("text", page[page.IndexOf("---\n", StringComparison.Ordinal)..page.IndexOf("</textarea>", StringComparison.Ordinal)]), ("version", "2"));
        await author.Submit($"{Url}/submission", ("version", "3"));
        await other.Submit($"{Url}/publication", ("version", "4"));

        Assert.Equal(before.Append("next-step-final.png").Order(StringComparer.Ordinal), Assets);
        Assert.Equal($"content/courses/first-call/assets/next-step-final.png\ncontent/{Lesson}", copy.Git("show", "--format=", "--name-only", "HEAD"));
        Assert.Equal("1\t1", copy.Git("show", "--format=", "--numstat", "HEAD", "--", $"content/{Lesson}")[..3]);
        Assert.Equal(0, await Kept<DraftImageRow>(app));
    }

    [Fact]
    public async Task What_is_thrown_away_leaves_no_image()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var author = await Author(app, "Hannah");
        var before = Assets;
        await Add(author, Png, "step.png", "A diary", null, Standing);
        Assert.Equal(1, await Kept<DraftImageRow>(app));

        await author.Submit($"{Url}/removal", ("version", "1"));

        Assert.Equal(0, await Kept<DraftImageRow>(app));
        Assert.Equal(before, Assets);
    }

    [Theory]
    [InlineData("page.html", "<p>", "Only PNG, JPEG, WebP and SVG")]
    [InlineData("png", "<p>", "Only PNG, JPEG, WebP and SVG")]
    [InlineData("photo.png", Svg, "not of that kind of image")]
    [InlineData("drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "not an image that can be taught")]
    [InlineData("drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "not an image that can be taught")]
    [InlineData("drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"https://example.com/x.png\"/></svg>", "not an image that can be taught")]
    [InlineData("drawing.svg", "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&x;</svg>", "not an image that can be taught")]
    [InlineData("drawing.svg", "", "Choose an image first.")]
    public async Task What_is_no_plain_image_is_refused_and_the_text_kept(string name, string bytes, string said)
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var author = await Author(app, "Hannah");

        var refused = await Add(author, System.Text.Encoding.UTF8.GetBytes(bytes), name, "A drawing", null, Standing + "Mine.\n");

        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("Mine.\n</textarea>", page, StringComparison.Ordinal);
        Assert.Equal(0, await Kept<DraftRow>(app));
    }

    [Fact]
    public async Task A_name_that_holds_other_bytes_is_refused_in_the_folder_and_in_other_drafts()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var author = await Author(app, "Hannah");
        File.WriteAllBytes(Path.Combine(copy.Content, "courses/first-call/assets/there.png"), Png);
        await Add(author, System.Text.Encoding.UTF8.GetBytes(Svg), "mine.svg", "A line", null, Standing);

        var inFolder = await Add(author, [.. Png, 0], "There.png", "A diary", null, Standing, version: 1);
        var inDraft = await Add(author, System.Text.Encoding.UTF8.GetBytes(Svg.Replace("h9", "h8", StringComparison.Ordinal)), "mine.svg", "A line", null, "---\n", url: "/authoring/first-call/zh-Hans/02-closing");
        var same = await Add(author, System.Text.Encoding.UTF8.GetBytes(Svg), "mine.svg", "一条线", null, "---\n", url: "/authoring/first-call/zh-Hans/02-closing");

        Assert.Contains("another image called there.png", await inFolder.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("another image called mine.svg", await inDraft.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, same.StatusCode);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_it_is_read()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        app.OnAPort();
        var author = await Author(app, "Hannah");
        author.Http.DefaultRequestHeaders.ExpectContinue = true; // the answer comes before the bytes

        var large = await Add(author, [.. Png, .. new byte[ContentEditing.LargestImage]], "large.png", "Large", null, Standing);
        var huge = await Add(author, new byte[100 * 1024 * 1024], "huge.png", "Huge", null, Standing);

        Assert.Contains("at most 2 MB", await large.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(huge.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge]);
        Assert.Equal(0, await Kept<DraftRow>(app));
    }

    [Fact]
    public async Task Without_words_for_those_who_do_not_see_it_no_image_is_taken_and_only_authors_add_any()
    {
        await using var app = new AcademyApp(settings: Settings, withoutRounds: true);
        var (author, rep) = (await Author(app, "Hannah"), await app.SignIn(await app.Join("Zoe", Role.Rep)));

        var refused = await Add(author, Png, "step.png", " ", null, Standing);

        Assert.Contains("characters what the picture shows", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Add(rep, Png, "step.png", "A diary", null, Standing)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Add(author, Png, "step.png", "A diary", null, Standing, url: "/authoring/..%2Fpolicies/en/leads")).StatusCode);
    }

    public void Dispose() => copy.Dispose();

    private async Task<HttpResponseMessage> Add(Browser author, byte[] bytes, string name, string alt, string? at, string text, int version = 0, string url = Url)
    {
        var image = new ByteArrayContent(bytes);
        image.Headers.ContentType = new MediaTypeHeaderValue("image/png"); // a browser's word, which nobody believes
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await author.AntiforgeryToken()), "__RequestVerificationToken" },
            { new StringContent(text), "text" },
            { new StringContent($"{version}"), "version" },
            { new StringContent(ContentEditing.Read(copy.Content, Lesson)!.Hash), "beganFrom" },
            { new StringContent(alt), "alt" },
            { image, "image", name },
        };
        if (at is not null)
            form.Add(new StringContent(at), "at");
        return await author.Http.PostAsync($"{url}/images", form, TestContext.Current.CancellationToken);
    }

    private static async Task<int> Kept<T>(AcademyApp app)
        where T : class
    {
        await using var db = app.Read();
        return await db.Set<T>().CountAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<Browser> Author(AcademyApp app, string name) => await app.SignIn(await app.Join(name, Role.Author));
}
