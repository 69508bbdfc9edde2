using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching.Calendars;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Tests.Coaching.Sessions;

namespace SalesAcademy.Web.Tests.Coaching.Calendars;

public sealed partial class SubscribingToSessionsTests
{
    [Fact]
    public async Task A_session_is_taken_along_by_those_who_take_part_and_by_nobody_else()
    {
        await using var meeting = await Meeting.Planned();
        var floor = meeting.Floor;

        var file = ReadCalendar.Of(await File(meeting, floor.Ana));

        Assert.Equal($"{meeting.Id}", file["UID"]);
        Assert.Equal("0", file["SEQUENCE"]);
        Assert.Equal("Role-play with Li Mei", file["SUMMARY"]);
        Assert.Equal(new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc), file.Instant("DTSTART"));
        Assert.Equal(new DateTime(2026, 11, 23, 2, 30, 0, DateTimeKind.Utc), file.Instant("DTEND"));
        Assert.Equal((await meeting.Row()).PlannedAt, file.Instant("DTSTAMP"), TimeSpan.FromSeconds(1));
        Assert.Equal("CONFIRMED", file["STATUS"]);
        Assert.EndsWith(meeting.Url, file["URL"], StringComparison.Ordinal);
        Assert.Equal($"CN=\"Li Mei\" mailto:{floor.Mei:N}@example.com", file["ORGANIZER"]);
        Assert.Equal(["Ana Ruiz", "Kim Holt", "Max Kern"], file.All("ATTENDEE").Select(line => line.Split('"')[1]).Order(StringComparer.Ordinal));
        foreach (var stranger in new[] { floor.Bo, meeting.Ken, await floor.App.Join("Hanna", Role.Hr) })
        {
            using var browser = await floor.App.SignIn(stranger);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{meeting.Url}/calendar.ics")).StatusCode);
        }
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_moved_session_is_the_same_with_a_higher_number_and_a_cancelled_one_stays_struck_out(Store store)
    {
        await using var meeting = await Meeting.Planned(store);
        var floor = meeting.Floor;
        var feed = await Subscribe(meeting, floor.Ana);

        floor.App.Time.Advance(TimeSpan.FromMinutes(5));
        await meeting.Does(floor.Mei, "move", ("Day", "2026-11-25"), ("At", "15:00"), ("Minutes", "60"), ("Place", "Room 4; left,\nupstairs"));
        var moved = ReadCalendar.Of(await Fetch(meeting, feed));
        floor.App.Time.Advance(TimeSpan.FromMinutes(5));
        await meeting.Does(floor.Mei, "cancellation", ("reason", "A buyer comes to see us."));
        var cancelled = ReadCalendar.Of(await Fetch(meeting, feed));

        Assert.Equal("Coaching sessions", moved.Name);
        Assert.Equal(("1", "CONFIRMED"), (moved["SEQUENCE"], moved["STATUS"]));
        Assert.Equal(new DateTime(2026, 11, 25, 7, 0, 0, DateTimeKind.Utc), moved.Instant("DTSTART"));
        Assert.Equal("Room 4; left,\nupstairs", moved["LOCATION"]);
        Assert.Equal((moved["UID"], "2", "CANCELLED"), (cancelled["UID"], cancelled["SEQUENCE"], cancelled["STATUS"]));
        Assert.Equal(moved.Instant("DTSTAMP").AddMinutes(5), cancelled.Instant("DTSTAMP"));
    }

    [Fact]
    public async Task What_is_said_in_a_session_is_in_no_calendar()
    {
        await using var meeting = await Meeting.SummedUp();
        await meeting.Does(meeting.Floor.Mei, "items", ("Text", "Call the notary."), ("Owner", $"{meeting.Floor.Ana}"), ("DueOn", "2026-11-30"));
        var feed = await Subscribe(meeting, meeting.Floor.Ana);

        var written = await Fetch(meeting, feed);

        foreach (var secret in new[] { "The opening", "silence", "price", "notary" })
            Assert.DoesNotContain(secret, written, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_calendar_speaks_the_language_of_its_reader_and_fetches_nothing_twice()
    {
        await using var meeting = await Meeting.Planned();
        var app = meeting.Floor.App;
        await Change(app, meeting.Floor.Ana, person => person.Language = "zh-Hans");
        var feed = await Subscribe(meeting, meeting.Floor.Ana);
        using var calendar = app.Visitor();

        var first = await calendar.Get(feed);
        var text = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, feed);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!); // asserted below
        app.Time.Advance(TimeSpan.FromHours(1));
        var unchanged = await calendar.Http.SendAsync(again, TestContext.Current.CancellationToken);
        await meeting.Does(meeting.Floor.Mei, "move", ("Day", "2026-11-26"), ("At", "09:00"), ("Minutes", "30"));
        var changed = await calendar.Get(feed);

        Assert.NotNull(first.Headers.ETag);
        Assert.Equal("text/calendar; charset=utf-8", first.Content.Headers.ContentType?.ToString());
        Assert.Contains("SUMMARY;LANGUAGE=zh-Hans:", text, StringComparison.Ordinal);
        Assert.Equal("辅导会", ReadCalendar.Of(text).Name);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Empty(await unchanged.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_renewed_or_given_up_address_or_that_of_somebody_who_left_is_worth_nothing(Store store)
    {
        await using var meeting = await Meeting.Planned(store);
        var (app, ana) = (meeting.Floor.App, meeting.Floor.Ana);
        var first = await Subscribe(meeting, ana);
        var second = await Subscribe(meeting, ana);
        using var calendar = app.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await calendar.Get(first)).StatusCode);
        Assert.Contains("BEGIN:VEVENT", await Fetch(meeting, second), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await calendar.Get($"{second[..^10]}{(second[^10] == 'a' ? 'b' : 'a')}{second[^9..]}")).StatusCode);
        await using (var db = app.Read())
            Assert.DoesNotContain((await db.Set<CalendarAddressRow>().SingleAsync(TestContext.Current.CancellationToken)).Hash, second, StringComparison.Ordinal);
        using var browser = await app.SignIn(ana);
        Assert.DoesNotContain(second, await browser.Open("/coaching/calendar"), StringComparison.Ordinal);
        await browser.Submit("/coaching/calendar/end");
        Assert.Equal(HttpStatusCode.NotFound, (await calendar.Get(second)).StatusCode);
        var third = await Subscribe(meeting, ana);
        await Change(app, ana, person => person.SuspendedAt = app.Clock.Now);
        Assert.Equal(HttpStatusCode.NotFound, (await calendar.Get(third)).StatusCode);
        Assert.Equal(["taken", "taken", "given-up", "taken"], (await app.Events()).Where(e => e.Type.StartsWith("calendar-address-", StringComparison.Ordinal)).Select(e => e.Type["calendar-address-".Length..]));
    }

    private static async Task<string> File(Meeting meeting, Guid person)
    {
        using var browser = await meeting.Floor.App.SignIn(person);
        return await browser.Open($"{meeting.Url}/calendar.ics");
    }

    /// <summary>Takes an address by the page, which shows it this once.</summary>
    private static async Task<string> Subscribe(Meeting meeting, Guid person)
    {
        using var browser = await meeting.Floor.App.SignIn(person);
        var shown = await (await browser.Submit("/coaching/calendar")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var feed = Address().Match(shown).Value;
        Assert.Contains($"webcal://{new Uri(meeting.Floor.App.ClientOptions.BaseAddress, feed).Authority}{feed}", shown, StringComparison.Ordinal);
        return feed;
    }

    private static async Task<string> Fetch(Meeting meeting, string feed)
    {
        using var calendar = meeting.Floor.App.Visitor();
        return await calendar.Open(feed);
    }

    private static async Task Change(AcademyApp app, Guid person, Action<PersonRow> change)
    {
        await app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
        {
            change((await entry.Db.FindAsync<PersonRow>(person))!); // joined before
            return Done.Value;
        });
        ((Staff)app.Services.GetService(typeof(Staff))!).Forget(person); // a service of every academy
    }

    [GeneratedRegex("/coaching/calendar/[A-Za-z0-9_-]+\\.ics", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
