using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses.Authoring;

namespace SalesAcademy.Web.Tests.Courses.Authoring;

/// <summary>A recording comes into a lesson with its captions, by way of a file that is never in memory as a whole.</summary>
public sealed class AddingRecordingsTests : IDisposable
{
    private const string Lesson = "courses/first-call/en/02-closing.md", Url = "/authoring/first-call/en/02-closing";
    private const string Captions = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Lin Yue>When do we speak again?\n";

    // More than an image may have; the first bytes say what it is.
    private static readonly byte[] Film = [0x1A, 0x45, 0xDF, 0xA3, .. "....webm........"u8, .. new byte[3 * 1024 * 1024]];

    private readonly WorkingCopy copy = new();

    private string Standing => File.ReadAllText(Path.Combine(copy.Content, Lesson));

    [Fact]
    public async Task It_stands_behind_its_paragraph_is_played_to_authors_and_written_with_the_text()
    {
        copy.Commit();
        await using var app = new AcademyApp(settings: new() { ["Academy:Content"] = copy.Content }, withoutRounds: true);
        var (author, other, rep) = (await Author(app, "Hannah"), await Author(app, "何敏"), await app.SignIn(await app.Join("Zoe", Role.Rep)));
        (byte[] File, string? Words, string Said, string Name)[] wrong =
        [
            (Film, null, "What is said has to come with it", "Call.webm"),
            (Film, Captions.Replace("-->", "to", StringComparison.Ordinal), "call.en.vtt, line", "Call.webm"),
            ([.. "GIF89a"u8, .. new byte[64]], Captions, "not a recording that can be taught", "Call.webm"),
            (Film, Captions, "not a recording that can be taught", "Call.mp4"),
            (Film, Captions, "Only WebM, MP4", "Call.exe"),
            ([], Captions, "Choose a recording first", "Call.webm"),
            (new byte[ContentEditing.LargestRecording + 1], Captions, "at most 40 MB", "Call.webm"),
        ];
        foreach (var (file, words, said, name) in wrong)
        {
            var refused = await Add(author, file, name, words);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (refused.StatusCode, (await Text(refused)).Contains(said, StringComparison.Ordinal)));
        }

        await Add(author, Film, "..\\The Call (1).webm", Captions, Standing.IndexOf("Every call", StringComparison.Ordinal));

        var page = WebUtility.HtmlDecode(await author.Open(Url));
        Assert.Matches(@"Every call[^\n]*\n\n!\[A call\]\(\.\./assets/the-call-1\.webm\)\n\n", page);
        Assert.Contains("When do we speak again?", page, StringComparison.Ordinal); // what is said, below the player
        await using (var db = app.Read())
            Assert.Equal([0, Captions.Length], (await db.Set<DraftImageRow>().ToListAsync(TestContext.Current.CancellationToken)).Select(row => row.Content.Length).Order());
        var played = $"/courses/first-call/assets/{ContentHash.Of(Film)[..16]}/the-call-1.webm";
        using var piece = new HttpRequestMessage(HttpMethod.Get, played) { Headers = { Range = new RangeHeaderValue(0, 3) } };
        Assert.Equal(Film[..4], await (await other.Http.SendAsync(piece, TestContext.Current.CancellationToken)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await rep.Get(played)).StatusCode);
        await author.Submit($"{Url}/submission", ("version", "1"));
        await other.Submit($"{Url}/publication", ("version", "2"));

        Assert.Equal($"content/courses/first-call/assets/the-call-1.en.vtt\ncontent/courses/first-call/assets/the-call-1.webm\ncontent/{Lesson}", copy.Git("show", "--format=", "--name-only", "HEAD"));
        Assert.Equal(Film, File.ReadAllBytes(Path.Combine(copy.Content, "courses/first-call/assets/the-call-1.webm")));
        Assert.Contains("<video", await author.Open("/courses/first-call/closing"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Add(author, Film, "a.webm", Captions, url: "/authoring/first-call/en/quiz-check-closing")).StatusCode);
    }

    public void Dispose() => copy.Dispose();

    private async Task<HttpResponseMessage> Add(Browser author, byte[] film, string name, string? captions, int? at = null, string url = Url)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await author.AntiforgeryToken()), "__RequestVerificationToken" },
            { new StringContent(Standing), "text" },
            { new StringContent("0"), "version" },
            { new StringContent(ContentEditing.Read(copy.Content, Lesson)!.Hash), "beganFrom" },
            { new StringContent("A call"), "title" },
            { new ByteArrayContent(film), "recording", name },
        };
        if (captions is not null)
            form.Add(new StringContent(captions), "english", "whatever.vtt");
        if (at is { } place)
            form.Add(new StringContent($"{place}"), "at");
        return await author.Http.PostAsync($"{url}/recordings", form, TestContext.Current.CancellationToken);
    }

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    private static async Task<Browser> Author(AcademyApp app, string name) => await app.SignIn(await app.Join(name, Role.Author));
}
