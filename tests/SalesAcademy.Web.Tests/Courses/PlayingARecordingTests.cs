using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Courses.Playback;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Tests.Courses;

/// <summary>A video in a lesson is sent in pieces to who may read the lesson, its words are found, and it goes on where it was stopped.</summary>
public sealed class PlayingARecordingTests
{
    private const string Text = "courses/sales-process/en/01-stages.md";
    private const string Closed = "courses/discovery/en/01-prepare.md";
    private const string Place = $"{Reader.Url}/playback";

    private static readonly byte[] Video = [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x84, .. "webm"u8, .. Enumerable.Range(0, 200).Select(number => (byte)number)];

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task It_is_sent_in_pieces_goes_on_where_it_was_stopped_and_its_words_are_found(Store store)
    {
        using var copy = Recorded();
        await using var app = new AcademyApp(store, settings: new() { ["Academy:Content"] = copy.Content }, withoutRounds: true);
        var reader = await Reader.Join(app, profile: "sdr"); // on a path that begins with the sales process
        var (url, edition) = AddressOf(app);
        var first = await reader.Browser.Get(Reader.Url);
        var page = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var piece = await Piece(reader, url, "bytes=16-19");
        var (changed, beyond) = (await Piece(reader, url, "bytes=16-19", "\"another\""), await Piece(reader, url, "bytes=9000-"));
        Assert.Equal((HttpStatusCode.PartialContent, "video/webm", 4L), (piece.StatusCode, piece.Content.Headers.ContentType!.MediaType, piece.Content.Headers.ContentLength));
        Assert.Equal($"\"{edition}\"", piece.Headers.ETag!.Tag);
        Assert.Equal("nosniff", Assert.Single(piece.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestedRangeNotSatisfiable), (changed.StatusCode, beyond.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Browser.Get(AddressOf(app, "discovery").Url)).StatusCode); // not yet the reader's turn
        Assert.Contains("media-src 'self'", Assert.Single(first.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("media-src", Assert.Single((await reader.Browser.Get("/courses")).Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("data-place", page, StringComparison.Ordinal);
        Assert.Contains("courses/sales-process/stages", await reader.Browser.Open("/search?q=marmalade"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await Tell(app, reader, edition, ("seconds", "133.2"))).StatusCode);
        await Tell(app, reader, edition, ("seconds", "7")); // from another tab
        await Tell(app, reader, edition, ("seconds", "9"), ("back", "true"), ("ago", "60000")); // from a device that had no line
        Assert.Contains("Continue at 2:13", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);
        Assert.DoesNotContain("data-place", await reader.Browser.Open($"{Reader.Url}?kept=true"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Tell(app, reader, "0000", ("seconds", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Tell(app, reader, edition, ("seconds", "-1"))).StatusCode);

        // Its words change and the lesson does not; then another recording takes its place.
        copy.Replace("courses/sales-process/assets/call.en.vtt", "marmalade", "quince");
        await File.AppendAllTextAsync(Path.Combine(copy.Content, "courses/sales-process/assets/call.webm"), "more", TestContext.Current.CancellationToken);
        app.Services.GetRequiredService<Library>().Load();
        Assert.Contains("replaced after you had stopped at 2:13", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);
        Assert.Contains("courses/sales-process/stages", await reader.Browser.Open("/search?q=quince"), StringComparison.Ordinal);
        await Tell(app, reader, AddressOf(app).Edition, ("seconds", "4"));
        Assert.Contains("Continue at 0:04", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);

        await using var db = app.Read();
        var records = await app.Services.GetServices<PersonRecords>().Single(records => records.Row == typeof(PlaybackRow)).About(db, reader.Id).ToListAsync(TestContext.Current.CancellationToken);
        await app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
        {
            await app.Services.GetServices<PersonErasure>().Single(erasure => erasure.Row == typeof(PlaybackRow)).Run(new Erased(entry, reader.Id, "Person 1"));
            return Done.Value;
        }, TestContext.Current.CancellationToken);
        Assert.Equal(4, Assert.IsType<PlaybackRow>(Assert.Single(records)).Seconds);
        Assert.Empty(await db.Set<PlaybackRow>().ToListAsync(TestContext.Current.CancellationToken));
    }

    private static WorkingCopy Recorded()
    {
        var copy = new WorkingCopy("content");
        foreach (var text in new[] { Text, Closed })
        {
            var assets = Path.Combine(copy.Content, text, "../../assets");
            File.WriteAllBytes(Path.Combine(assets, "call.webm"), Video);
            File.WriteAllText(Path.Combine(assets, "call.en.vtt"), "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Maya>Nobody bought the marmalade.\n");
            File.AppendAllText(Path.Combine(copy.Content, text), "\n![A call in a minute](../assets/call.webm)\n");
        }

        return copy;
    }

    private static (string Url, string Edition) AddressOf(AcademyApp app, string course = Reader.Course)
    {
        CourseAsset video = app.Services.GetRequiredService<Library>().Now.FindCourse(course)!.Assets.Single(asset => asset.Name == "call.webm");
        return (video.Url, video.Hash[..16]);
    }

    private static async Task<HttpResponseMessage> Piece(Reader reader, string url, string range, string? ifRange = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Range = RangeHeaderValue.Parse(range);
        if (ifRange is not null)
            request.Headers.IfRange = RangeConditionHeaderValue.Parse(ifRange);
        return await reader.Browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<HttpResponseMessage> Tell(AcademyApp app, Reader reader, string edition, params (string Name, string Value)[] fields)
    {
        app.Time.Advance(TimeSpan.FromSeconds(1));
        return reader.Browser.Submit(Place, [("recording", "call.webm"), ("edition", edition), .. fields]);
    }
}
