using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Coaching;

/// <summary>Notes that nobody answers are brought up once, in working hours; in quiet hours and in focus time nothing rings. The clock begins on a Monday, 08:00 in Shanghai.</summary>
public sealed class BringingUpNotesTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_note_that_is_read_and_not_acknowledged_is_brought_up_once_and_then_its_author_is_told_once(Store store)
    {
        await using var floor = await Floor.Open(store);
        var note = (await floor.Send(floor.Mei, floor.Ana, "Say it aloud.", anchored: false)).Note;
        using var ana = await floor.App.SignIn(floor.Ana);
        await ana.Open("/coaching/notes");
        await ana.Submit($"/coaching/notes/{note}/reading");

        await After(floor, TimeSpan.FromHours(7.9));
        Assert.Empty(await Notices(floor, floor.Ana, Unanswered.ReceiverNotice));
        await After(floor, TimeSpan.FromHours(0.2));
        Assert.Single(await Notices(floor, floor.Ana, Unanswered.ReceiverNotice));
        Assert.Empty(await Notices(floor, floor.Mei, Unanswered.AuthorNotice));

        // Four hours more that day, the night does not count, and four in the morning.
        await After(floor, TimeSpan.FromHours(19.7));
        Assert.Empty(await Notices(floor, floor.Mei, Unanswered.AuthorNotice));
        await After(floor, TimeSpan.FromHours(0.3));
        Assert.Single(await Notices(floor, floor.Mei, Unanswered.AuthorNotice));
        Assert.Single(await Notices(floor, floor.Ana, Unanswered.ReceiverNotice));
        using var again = await floor.App.SignIn(floor.Ana);
        Assert.Contains("Coaching notes that wait for your answer: 1.", await again.Open("/notices"), StringComparison.Ordinal);
        using var mei = await floor.App.SignIn(floor.Mei);
        Assert.Contains("Not acknowledged after 16 working hours, notes of yours: 1.", await mei.Open("/notices"), StringComparison.Ordinal);
        var said = (await floor.App.Events()).Select(e => e.Type).ToList();
        Assert.Equal((1, 1), (said.Count(type => type == "notes-reminded-of"), said.Count(type => type == "notes-left-unanswered")));
    }

    [Fact]
    public async Task What_is_acknowledged_or_held_or_an_answer_is_not_brought_up()
    {
        await using var floor = await Floor.Open();
        var note = (await floor.Send(floor.Mei, floor.Ana, "Say it aloud.", anchored: false)).Note;
        using var ana = await floor.App.SignIn(floor.Ana);
        await ana.Open("/coaching/notes");
        await ana.Submit($"/coaching/notes/{note}/reply", ("text", "I did."));
        await ana.Submit($"/coaching/notes/{note}/acknowledgement");
        await floor.StartExam(floor.Bo);
        await floor.Send(floor.Mei, floor.Bo, "Held.", anchored: false);

        await After(floor, TimeSpan.FromHours(1));
        await After(floor, TimeSpan.FromHours(7.5));

        // The examination of Bo had ended by its time after an hour; only from then it counts.
        foreach (var person in (Guid[])[floor.Ana, floor.Bo, floor.Mei])
            Assert.Empty(await Notices(floor, person, Unanswered.ReceiverNotice));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task In_quiet_hours_the_author_is_told_when_they_end_and_the_receiver_hears_in_the_morning(Store store)
    {
        await using var floor = await Floor.Open(store);
        await After(floor, TimeSpan.FromHours(12.5));
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Open("/");

        var sent = await mei.Submit("/coaching/notes", ("Person", $"{floor.Ana}"), ("Text", "For tomorrow."), ("_key", "k1"));
        var board = await mei.Open(sent.Headers.Location!.ToString());

        Assert.Contains("It waits on their page; nothing rings before", board, StringComparison.Ordinal);
        Assert.Contains("08:00", board, StringComparison.Ordinal);
        using var ana = await floor.App.SignIn(floor.Ana);
        Assert.Contains("data-quiet=\"true\"", await Floor.Since(ana), StringComparison.Ordinal);
        await After(floor, TimeSpan.FromHours(11));
        Assert.Empty(await Notices(floor, floor.Ana, Digest.Notice));
        await After(floor, TimeSpan.FromHours(0.6));
        Assert.Single(await Notices(floor, floor.Ana, Digest.Notice));
        Assert.DoesNotContain("data-quiet=\"true\"", await Floor.Since(ana), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Unread_notes_are_told_of_at_most_once_a_day_and_never_once_they_are_read(Store store)
    {
        await using var floor = await Floor.Open(store);
        await floor.Send(floor.Mei, floor.Ana, "One.", anchored: false);
        await After(floor, TimeSpan.FromMinutes(61));
        await floor.Send(floor.Mei, floor.Ana, "Two.", anchored: false);
        await After(floor, TimeSpan.FromHours(2));

        var told = Assert.Single(await Notices(floor, floor.Ana, Digest.Notice));
        Assert.Null(told.ReadAt);
        using var ana = await floor.App.SignIn(floor.Ana);
        await ana.Open("/coaching/notes");
        foreach (var note in await floor.Notes())
            await ana.Submit($"/coaching/notes/{note.Id}/reading");

        Assert.NotNull(Assert.Single(await Notices(floor, floor.Ana, Digest.Notice)).ReadAt);
        await After(floor, TimeSpan.FromHours(24));
        Assert.Single(await Notices(floor, floor.Ana, Digest.Notice));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task In_focus_time_news_wait_and_come_when_it_ends(Store store)
    {
        await using var floor = await Floor.Open(store);
        using var ana = await floor.App.SignIn(floor.Ana);
        Assert.Contains("Nothing rings meanwhile", await ana.Open("/coaching/notes"), StringComparison.Ordinal);
        await ana.Submit("/coaching/focus", ("minutes", "3000"));
        Assert.Contains("Focus time lasts at most 4 hours.", await ana.Open("/coaching/notes"), StringComparison.Ordinal);
        await ana.Submit("/coaching/focus", ("minutes", "60"));
        await ana.Submit("/coaching/focus", ("minutes", "120"));
        Assert.Contains("Focus time until", await ana.Open("/coaching/notes"), StringComparison.Ordinal);

        var sent = await floor.Send(floor.Mei, floor.Ana, "Not now.", anchored: false);

        Assert.Equal(floor.App.Clock.Now.AddHours(2), sent.Rests!.Value, TimeSpan.FromSeconds(1));
        using var mei = await floor.App.SignIn(floor.Mei);
        Assert.Contains("Not to be disturbed until", await mei.Open($"/coaching/board/{floor.Ana}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Note from", await Floor.Since(ana), StringComparison.Ordinal);
        Assert.Null((await floor.Notes()).Single().DeliveredAt);
        await After(floor, TimeSpan.FromHours(2.1));
        Assert.Contains("Note from Li Mei", await Floor.Since(ana), StringComparison.Ordinal);
        Assert.Equal(["focus-begun", "focus-ended", "focus-begun", "focus-ended"], (await floor.App.Events()).Where(e => e.Type.StartsWith("focus-", StringComparison.Ordinal)).Select(e => e.Type));
    }

    // Two nodes look at the same moment, and the app's own watch besides.
    private static async Task After(Floor floor, TimeSpan time)
    {
        floor.App.Time.Advance(time);
        var watch = floor.App.Services.GetRequiredService<NoteWatch>();
        await Task.WhenAll(watch.Look(TestContext.Current.CancellationToken), watch.Look(TestContext.Current.CancellationToken));
        await watch.Look(TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<NoticeRow>> Notices(Floor floor, Guid person, string kind)
    {
        await using var db = floor.App.Read();
        return await db.Set<NoticeRow>().Where(n => n.Person == person && n.Kind == kind).ToListAsync(TestContext.Current.CancellationToken);
    }
}
