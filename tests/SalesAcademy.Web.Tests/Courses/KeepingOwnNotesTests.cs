using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Courses.Notes;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Tests.Courses;

/// <summary>Highlights, notes and bookmarks that nobody else sees, and that an edit of the lesson neither loses nor puts beside other words.</summary>
public sealed class KeepingOwnNotesTests
{
    private const string Notes = $"{Reader.Url}/notes";

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Chosen_words_are_highlighted_and_noted_and_nobody_else_sees_or_touches_them(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var (reader, other) = (await Reader.Join(app), await app.SignIn(await app.Join("Priya", Role.Admin | Role.Manager | Role.Hr)));
        var passage = Reader.Passages(app)[0];
        var before = (await app.Events()).Count;
        var page = await reader.Browser.Open(Reader.Url);

        await Keep(app, reader, Notes, ("block", passage.Id), ("quote", "A calendar full of calls"), ("offset", "0"), ("locale", "en"));
        await Keep(app, reader, Notes, ("block", passage.Id), ("quote", "A calendar full of calls"), ("offset", "0"), ("locale", "en")); // the same highlight again
        var answer = await Keep(app, reader, Notes, ("block", passage.Id), ("quote", "the buyer did nothing"), ("offset", "0"), ("locale", "en"), ("text", " Ask Noah <b>why</b>. \r\n Then write. "));

        Assert.Contains("id=\"own-about\"", page, StringComparison.Ordinal); // the way without script and by keyboard
        Assert.Equal($"{Reader.Url}#own-notes", answer.Headers.Location!.ToString());
        var marks = await Marks(app);
        Assert.Equal(["", "Ask Noah <b>why</b>. \n Then write."], marks.Select(mark => mark.Text));
        var shown = await reader.Browser.Open(Reader.Url);
        Assert.Contains($"data-passage=\"{passage.Id}\" data-quote=\"the buyer did nothing\"", shown, StringComparison.Ordinal);
        Assert.Contains("Ask Noah &lt;b&gt;why", shown, StringComparison.Ordinal);
        Assert.Contains("Ask Noah", await reader.Browser.Open("/courses/notes"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ask Noah", await other.Open("/courses/notes"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ask Noah", await other.Open(Reader.Url), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Submit($"/courses/notes/{marks[1].Id}", ("text", "Mine"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Submit($"/courses/notes/{marks[1].Id}/removal")).StatusCode);
        Assert.Equal(before, (await app.Events()).Count); // what somebody notes for themselves is not told
    }

    [Fact]
    public async Task A_note_is_reworded_found_and_taken_away_and_a_bookmark_kept_once()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var reader = await Reader.Join(app);
        var heading = Reader.Taught(app).FindLesson(Reader.Lesson)!.Text.English!.Outline[0];
        await Keep(app, reader, $"{Reader.Url}/bookmark");
        await Keep(app, reader, $"{Reader.Url}/bookmark");
        await Keep(app, reader, Notes, ("block", heading.Block), ("locale", "en"), ("text", "Compare with the funnel."));
        await Keep(app, reader, Notes, ("block", ""), ("locale", "en"), ("text", "Read again before Friday."));
        var marks = await Marks(app);

        await reader.Browser.Submit($"/courses/notes/{marks[1].Id}", ("text", "Compare with 漏斗."), ("returnUrl", "https://elsewhere.example/"));

        Assert.Equal([null, heading.Title, null], marks.Select(mark => mark.Quote));
        Assert.Contains("aria-pressed=\"true\"", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);
        var found = await reader.Browser.Open("/courses/notes?q=%E6%BC%8F%E6%96%97");
        Assert.Contains("Compare with", found, StringComparison.Ordinal);
        Assert.DoesNotContain("before Friday", found, StringComparison.Ordinal);
        Assert.Contains("None of your notes holds that.", await reader.Browser.Open("/courses/notes?q=nowhere"), StringComparison.Ordinal);
        foreach (var mark in marks)
            await reader.Browser.Submit(mark.Text.Length == 0 ? $"{Reader.Url}/bookmark/removal" : $"/courses/notes/{mark.Id}/removal");
        Assert.Empty(await Marks(app));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keep(app, reader, Notes, ("locale", "en"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Keep(app, reader, Notes, ("text", new string('x', 4001)))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Browser.Submit("/courses/sales-process/nothing/notes", ("text", "x"))).StatusCode);
    }

    [Fact]
    public async Task An_edit_moves_a_note_with_its_words_and_shows_those_that_are_gone_as_they_were()
    {
        using var copy = new WorkingCopy("content");
        await using var app = new AcademyApp(settings: new() { ["Academy:Content"] = copy.Content }, withoutRounds: true);
        var reader = await Reader.Join(app);
        var (first, end) = (Reader.Passages(app)[0], Reader.Passages(app)[^1]);
        await Keep(app, reader, Notes, ("block", first.Id), ("quote", "A calendar full of calls"), ("locale", "en"), ("text", "Mine."));
        await Keep(app, reader, Notes, ("block", end.Id), ("locale", "en"), ("text", "Lost soon."));

        copy.Replace("courses/sales-process/en/01-stages.md", "That is why a stage here answers a single question:", "So a stage answers one question:");
        var lesson = Path.Combine(copy.Content, "courses/sales-process/en/01-stages.md");
        var lines = (await File.ReadAllTextAsync(lesson, TestContext.Current.CancellationToken)).TrimEnd().Split('\n');
        await File.WriteAllTextAsync(lesson, string.Join('\n', lines[..^1].Append("Something else altogether.\n")), TestContext.Current.CancellationToken);
        app.Services.GetRequiredService<Library>().Load();
        var page = WebUtility.HtmlDecode(await reader.Browser.Open(Reader.Url));

        Assert.Contains($"data-passage=\"{Reader.Passages(app)[0].Id}\" data-quote=\"A calendar full of calls\"", page, StringComparison.Ordinal);
        Assert.Contains("data-fate=\"Moved\"", page, StringComparison.Ordinal);
        Assert.Contains("data-fate=\"Orphan\"", page, StringComparison.Ordinal);
        Assert.Contains($"<blockquote lang=\"en\">{end.Text}", page, StringComparison.Ordinal);
        // Chosen on a page that was opened before the edit.
        await Keep(app, reader, Notes, ("block", end.Id), ("quote", "words of then"), ("locale", "en"));
        Assert.Equal("words of then", (await Marks(app))[^1].Quote);
    }

    [Fact]
    public async Task They_are_handed_out_with_all_that_is_kept_of_somebody_and_gone_when_they_are_erased()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var (reader, other) = (await Reader.Join(app), await Reader.Join(app));
        foreach (var one in new[] { reader, other })
            await one.Browser.Submit(Notes, ("locale", "en"), ("text", "Mine."));
        await using var db = app.Read();

        var records = await app.Services.GetServices<PersonRecords>().Single(records => records.Row == typeof(ReadingMarkRow)).About(db, reader.Id).ToListAsync(TestContext.Current.CancellationToken);
        await app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
        {
            await app.Services.GetServices<PersonErasure>().Single(erasure => erasure.Row == typeof(ReadingMarkRow)).Run(new Erased(entry, reader.Id, "Person 1"));
            return Done.Value;
        }, TestContext.Current.CancellationToken);

        Assert.Equal("Mine.", Assert.IsType<ReadingMarkRow>(Assert.Single(records)).Text);
        Assert.Equal(other.Id, Assert.Single(await Marks(app)).Person);
    }

    private static Task<HttpResponseMessage> Keep(AcademyApp app, Reader reader, string url, params (string Name, string Value)[] fields)
    {
        app.Time.Advance(TimeSpan.FromSeconds(1));
        return reader.Browser.Submit(url, fields);
    }

    private static async Task<IReadOnlyList<ReadingMarkRow>> Marks(AcademyApp app)
    {
        await using var db = app.Read();
        return await db.Set<ReadingMarkRow>().AsNoTracking().OrderBy(mark => mark.Id).ToListAsync(TestContext.Current.CancellationToken);
    }
}
