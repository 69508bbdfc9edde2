using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching;
using Microsoft.Extensions.DependencyInjection;

namespace SalesAcademy.Web.Tests.Coaching;

public sealed class SendingANoteTests
{
    [Fact]
    public async Task A_note_appears_beside_its_passage_is_acknowledged_and_the_manager_sees_it()
    {
        await using var floor = await Floor.Open();
        using var mei = await floor.App.SignIn(floor.Mei);
        using var ana = await floor.App.SignIn(floor.Ana);
        await mei.Open($"/coaching/board/{floor.Ana}");

        var sent = await mei.Submit("/coaching/notes", ("Person", $"{floor.Ana}"), ("Course", floor.Lesson.Course), ("Lesson", floor.Lesson.Id),
            ("Block", floor.Passage.Id), ("Quote", floor.Passage.Text[..20]), ("Offset", "0"), ("Text", "Say it **aloud**."), ("_key", "k1"));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Waiting, not delivered yet", await mei.Open($"/coaching/board/{floor.Ana}"), StringComparison.Ordinal);
        var fragment = await Floor.Since(ana, 0, floor.LessonKey);
        Assert.Contains($"data-passage=\"{floor.Passage.Id}\"", fragment, StringComparison.Ordinal);
        Assert.Contains("Say it <b>aloud</b>.", fragment, StringComparison.Ordinal);
        Assert.Contains("Delivered, not read yet", await mei.Open($"/coaching/board/{floor.Ana}"), StringComparison.Ordinal);
        var note = (await floor.Notes()).Single();
        await ana.AntiforgeryToken();
        await ana.Submit($"/coaching/notes/{note.Id}/reading");
        Assert.Contains("data-state=\"Read\"", await mei.Open($"/coaching/board/{floor.Ana}"), StringComparison.Ordinal);
        await ana.Submit($"/coaching/notes/{note.Id}/acknowledgement");
        Assert.Contains("data-state=\"Acknowledged\"", await mei.Open($"/coaching/board/{floor.Ana}"), StringComparison.Ordinal);
        Assert.Equal(["note-sent", "note-acknowledged"], (await floor.App.Events()).Where(e => e.Type.StartsWith("note-", StringComparison.Ordinal)).Select(e => e.Type));
        Assert.All(await floor.App.Events(), e => Assert.DoesNotContain("aloud", e.Json, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copy_of_the_lesson_for_the_device_holds_no_note_and_delivers_none()
    {
        await using var floor = await Floor.Open();
        await floor.Send(floor.Mei, floor.Ana, "For your eyes.");
        using var ana = await floor.App.SignIn(floor.Ana);

        var copy = await ana.Open($"/courses/{floor.LessonKey}?kept=true");

        Assert.Contains("You read a copy kept on this device", copy, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(floor.Passage.Text[..20]), copy, StringComparison.Ordinal);
        Assert.DoesNotContain("For your eyes.", copy, StringComparison.Ordinal);
        Assert.Null((await floor.Notes()).Single().DeliveredAt);
        Assert.Contains("For your eyes.", await ana.Open($"/courses/{floor.LessonKey}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_sends_once()
    {
        await using var floor = await Floor.Open();
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Open("/");

        for (var i = 0; i < 3; i++)
            await mei.Submit("/coaching/notes", ("Person", $"{floor.Ana}"), ("Text", "Once."), ("_key", "same"));

        Assert.Single(await floor.Notes());
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Twenty_sent_at_once_have_the_numbers_one_to_twenty(Store store)
    {
        await using var floor = await Floor.Open(store);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => floor.Send(floor.Mei, floor.Ana, $"Note {i}", anchored: false)));

        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), (await floor.Notes()).Select(n => n.Sequence));
    }

    [Fact]
    public async Task Only_the_managers_of_the_team_may_write_and_only_the_receiver_may_read_or_answer()
    {
        await using var floor = await Floor.Open();
        await floor.Send(floor.Mei, floor.Ana, "Canary one.");
        var note = (await floor.Notes()).Single().Id;
        using var max = await floor.App.SignIn(floor.Max);
        using var bo = await floor.App.SignIn(floor.Bo);
        await max.Open("/");
        await bo.Open("/");

        Assert.Equal(HttpStatusCode.NotFound, (await max.Submit("/coaching/notes", ("Person", $"{floor.Ana}"), ("Text", "Not mine."))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await max.Get($"/coaching/board/{floor.Ana}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await bo.Submit("/coaching/notes", ("Person", $"{floor.Ana}"), ("Text", "Not mine."))).StatusCode);
        foreach (var other in new[] { bo, max })
        {
            Assert.DoesNotContain("Canary", await Floor.Since(other, 0, floor.LessonKey), StringComparison.Ordinal);
            Assert.DoesNotContain("Canary", await other.Open("/coaching/notes"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Submit($"/coaching/notes/{note}/acknowledgement")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Submit($"/coaching/notes/{note}/reading")).StatusCode);
        }

        Assert.DoesNotContain("Canary", await max.Open("/coaching/board"), StringComparison.Ordinal);
        var row = (await floor.Notes()).Single();
        Assert.Equal((null, null), (row.DeliveredAt, row.AcknowledgedAt));
    }

    [Fact]
    public async Task A_note_that_waited_arrives_once_and_in_order()
    {
        await using var floor = await Floor.Open();
        foreach (var word in new[] { "first", "second", "third" })
            await floor.Send(floor.Mei, floor.Ana, word);
        using var ana = await floor.App.SignIn(floor.Ana);

        var page = await Floor.Since(ana, 0, floor.LessonKey);
        var again = await Floor.Since(ana, Floor.Last(page), floor.LessonKey);

        Assert.Equal(3, Floor.Last(page));
        Assert.True(page.IndexOf("first", StringComparison.Ordinal) < page.IndexOf("second", StringComparison.Ordinal) && page.IndexOf("second", StringComparison.Ordinal) < page.IndexOf("third", StringComparison.Ordinal));
        Assert.DoesNotContain("data-note=", again, StringComparison.Ordinal);
        Assert.Equal(3, Floor.Last(again));
    }

    [Fact]
    public async Task Only_what_was_handed_out_counts_as_delivered()
    {
        await using var floor = await Floor.Open();
        await floor.Send(floor.Mei, floor.Ana, "First.");
        using var ana = await floor.App.SignIn(floor.Ana);
        await Floor.Since(ana);
        await floor.Send(floor.Mei, floor.Ana, "Second.");

        Assert.Equal([NoteState.Delivered, NoteState.Waiting], (await floor.Notes()).Select(n => n.State));
    }

    [Theory, InlineData("", "note-empty"), InlineData(" \n ", "note-empty"), InlineData("字", "note-too-long", 2001), InlineData("a", "note-too-long", 2001)]
    public async Task Blank_and_overlong_notes_are_refused_with_the_text_kept(string text, string reason, int times = 1)
    {
        await using var floor = await Floor.Open();
        var long_ = string.Concat(Enumerable.Repeat(text, times));

        var refused = await floor.App.Services.GetRequiredService<SendNote>().Run(floor.App.Clock.Act(floor.Mei), new NoteForm { Person = floor.Ana, Text = long_ }, TestContext.Current.CancellationToken);

        Assert.Equal(reason, Assert.IsType<Refused<SentNote>>(refused).Reason.Key);
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Open("/");
        var answer = await mei.Submit("/coaching/notes", ("Person", $"{floor.Ana}"), ("Text", long_));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, InlineData("字"), InlineData("a")]
    public async Task As_many_characters_as_its_field_takes_are_sent_in_every_language_also_as_an_answer(string letter)
    {
        await using var floor = await Floor.Open();
        using var mei = await floor.App.SignIn(floor.Mei);
        using var ana = await floor.App.SignIn(floor.Ana);
        var fits = int.Parse(Regex.Match(await mei.Open($"/coaching/board/{floor.Ana}"), "id=\"note-text\"[^>]* maxlength=\"(?<most>[0-9]+)\"").Groups["most"].Value, CultureInfo.InvariantCulture);
        var whole = string.Concat(Enumerable.Repeat(letter, fits - 2)) + "\r\n" + letter;

        Assert.Equal(HttpStatusCode.Redirect, (await mei.Submit("/coaching/notes", ("Person", $"{floor.Ana}"), ("Text", whole))).StatusCode);
        Assert.Contains($"name=\"text\" maxlength=\"{fits}\"", await ana.Open("/coaching/notes"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.Submit($"/coaching/notes/{(await floor.Notes())[0].Id}/reply", ("text", whole))).StatusCode);

        Assert.Equal(2, (await floor.Notes()).Count);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_panel_counts_all_notes_between_the_two_and_leads_to_the_older_ones(Store store)
    {
        await using var floor = await Floor.Open(store);
        for (var number = 1; number <= 43; number++)
            await floor.Send(floor.Mei, floor.Ana, $"Thought {number}.", anchored: false);
        await floor.Send(floor.Mei, floor.Bo, "To somebody else.", anchored: false);
        using var mei = await floor.App.SignIn(floor.Mei);
        var (address, pages) = ($"/coaching/board/{floor.Ana}", new List<string>());

        while (address is not null)
        {
            pages.Add(WebUtility.HtmlDecode(await mei.Open(address)));
            address = Regex.Match(pages[^1], "href=\"(?<to>[^\"#]*)#earlier\">Older notes<").Groups["to"] is { Success: true, Value: var older } ? older : null;
        }

        Assert.All(pages, page => Assert.Matches("Notes between you <span class=\"num\">43</span>", page));
        Assert.Equal(Enumerable.Range(1, 43).Reverse(), pages.SelectMany(page => Regex.Matches(page, "Thought (?<number>[0-9]+)\\.").Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture))));
        Assert.Contains("41–43 of 43", pages[2], StringComparison.Ordinal);
        Assert.Contains($"href=\"/coaching/board/{floor.Ana}?newer=20#earlier\">Newer notes<", pages[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_that_is_gone_is_refused_and_one_lost_later_keeps_its_old_words()
    {
        await using var floor = await Floor.Open();
        var send = floor.App.Services.GetRequiredService<SendNote>();

        var refused = await send.Run(floor.App.Clock.Act(floor.Mei), new NoteForm { Person = floor.Ana, Text = "x", Course = floor.Lesson.Course, Lesson = floor.Lesson.Id, Block = "b-0000000000" }, TestContext.Current.CancellationToken);

        Assert.Equal("passage-changed", Assert.IsType<Refused<SentNote>>(refused).Reason.Key);
        await floor.App.Ledger.Run<Done>(floor.App.Clock.Act(), entry =>
        {
            entry.Db.Add(new NoteRow
            {
                Id = entry.NewId(),
                Person = floor.Ana,
                Sequence = 1,
                Author = floor.Mei,
                Text = "Old.",
                Course = floor.Lesson.Course,
                Lesson = floor.Lesson.Id,
                Block = "b-0000000000",
                Quote = "words of long ago",
                Prefix = "",
                Suffix = "",
                Locale = "en",
                At = entry.Act.At,
            });
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
        using var ana = await floor.App.SignIn(floor.Ana);
        var fragment = await Floor.Since(ana, 0, floor.LessonKey);
        Assert.Contains("words of long ago", fragment, StringComparison.Ordinal);
        Assert.Contains("no longer stands in the lesson as it was", fragment, StringComparison.Ordinal);
        Assert.Contains("data-passage=\"\"", fragment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_passage_written_anew_the_two_see_the_old_words_and_what_has_changed_and_nobody_else_does()
    {
        using var copy = new Courses.WorkingCopy("content");
        await using var floor = await Floor.Open(settings: new() { ["Academy:Content"] = copy.Content });
        var sent = await floor.Send(floor.Mei, floor.Ana, "Learn this by heart.");
        var (old, page) = (floor.Passage.Text, $"/coaching/notes/{sent.Note}/passage");
        var lesson = Directory.GetFiles(Path.Combine(copy.Content, "courses", floor.Lesson.Course, "en"), $"??-{floor.Lesson.Id}.md").Single();
        var source = await File.ReadAllTextAsync(lesson, TestContext.Current.CancellationToken);
        using var ana = await floor.App.SignIn(floor.Ana);
        Assert.Contains("It stands as it was quoted.", await ana.Open(page), StringComparison.Ordinal);

        await File.WriteAllTextAsync(lesson, source.Replace(old[..12], $"Rewritten{old[1..12]}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        floor.Library.Load();
        var changed = await ana.Open(page);

        Assert.Contains("data-fate=\"Orphan\"", await Floor.Since(ana, 0, floor.LessonKey), StringComparison.Ordinal);
        Assert.Contains($"<mark>{old[..20]}</mark>", System.Net.WebUtility.HtmlDecode(changed), StringComparison.Ordinal);
        Assert.Matches("<ins><span class=\"visually-hidden\">New: </span>Rewritten", changed);
        using var mei = await floor.App.SignIn(floor.Mei);
        using var bo = await floor.App.SignIn(floor.Bo);
        Assert.Contains("<ins>", await mei.Open(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await bo.Get(page)).StatusCode);

        await File.WriteAllTextAsync(lesson, source.Replace(old, "Nothing of the kind.", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        floor.Library.Load();
        Assert.Contains("No passage of the lesson has clearly come of it", await ana.Open(page), StringComparison.Ordinal);
    }
}
