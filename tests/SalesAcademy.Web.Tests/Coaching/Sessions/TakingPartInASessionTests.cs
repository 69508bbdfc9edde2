using System.Net;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Tests.Coaching.Sessions;

public sealed class TakingPartInASessionTests
{
    private static readonly string[] OfTheCoach = ["beginning", "ending", "move", "cancellation", "reopening", "summary"];
    private static readonly string[] OfTheTwo = ["excuse", "items", "signature", "refusal"];
    private static readonly string[] OfRaters = ["marks", "comments"];

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Whoever_takes_no_part_finds_no_session_and_nobody_takes_anothers_step(Store store)
    {
        await using var meeting = await Meeting.Running(store);
        var floor = meeting.Floor;
        var (hr, admin) = (await floor.App.Join("Hanna", Role.Hr), await floor.App.Join("Adam", Role.Admin));
        var before = (await floor.App.Events()).Count;

        foreach (var stranger in new[] { floor.Bo, floor.Cy, meeting.Ken, hr, admin })
        {
            await IsHidden(meeting, stranger, [.. OfTheCoach, .. OfTheTwo, .. OfRaters]);
            using var browser = await floor.App.SignIn(stranger);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(meeting.Url)).StatusCode);
            if (stranger != hr && stranger != admin)
                Assert.DoesNotContain(meeting.Url, await browser.Open("/coaching/sessions"), StringComparison.Ordinal);
        }

        await IsHidden(meeting, floor.Ana, [.. OfTheCoach, .. OfRaters]);
        await IsHidden(meeting, floor.Max, [.. OfTheCoach, .. OfTheTwo]);
        Assert.Equal(before, (await floor.App.Events()).Count);
        foreach (var party in new[] { floor.Ana, floor.Mei, floor.Max, meeting.Kim })
        {
            using var browser = await floor.App.SignIn(party);
            Assert.Contains(meeting.Url, await browser.Open("/coaching/sessions"), StringComparison.Ordinal);
        }
    }

    [Theory, InlineData("Kind", "Nope"), InlineData("Kind", "99"), InlineData("Minutes", "half an hour"), InlineData("Day", "someday")]
    public async Task What_a_form_says_that_cannot_be_read_is_refused_and_never_taken_for_the_usual(string field, string value)
    {
        await using var meeting = await Meeting.Planned();
        var floor = meeting.Floor;
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Open("/");
        var before = (await floor.App.Events()).Count;
        (string Name, string Value)[] form = [("Person", $"{floor.Ana}"), ("Kind", "OneToOne"), ("Day", "2026-11-24"), ("At", "09:30"), ("Minutes", "45"), ("Agenda", "What I typed")];

        var refused = await mei.Submit("/coaching/sessions/new", [.. form.Where(entry => entry.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Matches($"role=\"alert\">[^<]*(<[^>]*>\\s*)*[^<]*{value}", page);
        Assert.Contains("What I typed", page, StringComparison.Ordinal);
        Assert.Equal(before, (await floor.App.Events()).Count);
        Assert.Equal(HttpStatusCode.NotFound, (await mei.Get($"/coaching/sessions/new?person={floor.Ana}&kind=Nope")).StatusCode);
    }

    [Fact]
    public async Task A_session_is_planned_by_the_page_and_those_invited_are_told()
    {
        await using var meeting = await Meeting.Planned();
        var floor = meeting.Floor;
        using var mei = await floor.App.SignIn(floor.Mei);
        Assert.Contains("Where are you stuck?", await mei.Open($"/coaching/sessions/new?person={floor.Ana}&kind=OneToOne"), StringComparison.Ordinal);
        (string Name, string Value)[] form = [("Person", $"{floor.Ana}"), ("Kind", "CallReview"), ("Day", "2026-11-24"), ("At", "09:30"), ("Minutes", "45"), ("Place", "Room 4"), ("Rubric", meeting.Rubric.Id)];

        var refused = await mei.Submit("/coaching/sessions/new", [.. form, ("Call", "http://calls.example/7")]);
        var planned = await mei.Submit("/coaching/sessions/new", [.. form, ("Call", "https://calls.example/7"), ("From", "1:05"), ("Until", "5:00"), ("Raters", $"{floor.Max}")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        var page = WebUtility.HtmlDecode(await mei.Open(planned.Headers.Location!.ToString()));
        foreach (var seen in new[] { "Call review with Ana Ruiz", "Tue 24 Nov 09:30", "45 minutes", "Room 4", "https://calls.example/7", "from 1:05 to 5:00", "Max Kern" })
            Assert.Contains(seen, page, StringComparison.Ordinal);
        foreach (var person in new[] { floor.Ana, floor.Max })
        {
            using var browser = await floor.App.SignIn(person);
            Assert.Contains("Call review, 24 November 2026", await browser.Open("/notices"), StringComparison.Ordinal);
        }

        foreach (var other in new[] { floor.Cy, floor.Mei })
            Assert.Equal(HttpStatusCode.NotFound, (await mei.Submit("/coaching/sessions/new", [("Person", $"{other}"), .. form[1..], ("Call", "https://calls.example/7")])).StatusCode);
    }

    [Fact]
    public async Task A_planned_session_is_moved_and_an_excused_one_says_why()
    {
        await using var meeting = await Meeting.Planned();
        var floor = meeting.Floor;

        await meeting.Does(floor.Mei, "move", ("Day", "2026-11-25"), ("At", "15:00"), ("Minutes", "60"), ("Place", "By phone"));
        Assert.Contains("Wed 25 Nov 15:00", await meeting.Page(floor.Ana), StringComparison.Ordinal);
        Assert.Contains("Give a reason.", await meeting.Refused(floor.Ana, "excuse", ("reason", " ")), StringComparison.Ordinal);
        await meeting.Does(floor.Ana, "excuse", ("reason", "A buyer moved their visit to that hour."));

        var page = await meeting.Page(floor.Mei);
        Assert.Contains("Excused", page, StringComparison.Ordinal);
        Assert.Contains("A buyer moved their visit", page, StringComparison.Ordinal);
        Assert.Equal(2, (await meeting.Row()).Revision);
        Assert.Contains("has moved on", await meeting.Refused(floor.Mei, "beginning"), StringComparison.Ordinal);
        Assert.DoesNotContain(await floor.App.Events(), e => e.Json.Contains("visit", StringComparison.Ordinal));
    }

    private static async Task IsHidden(Meeting meeting, Guid person, IEnumerable<string> steps)
    {
        using var browser = await meeting.Floor.App.SignIn(person);
        foreach (var step in steps)
            Assert.True((await browser.Submit($"{meeting.Url}/{step}", ("text", "x"), ("reason", "x"), ("Text", "x"), ("Owner", $"{person}"), ("Edition", "0"))).StatusCode == HttpStatusCode.NotFound, $"{step} is open to {person}");
    }
}
