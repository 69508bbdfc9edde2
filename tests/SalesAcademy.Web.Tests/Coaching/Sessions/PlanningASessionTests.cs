using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching.Sessions;

namespace SalesAcademy.Web.Tests.Coaching.Sessions;

/// <summary>Today is Monday, 23 November 2026, 08:00 in Shanghai and midnight in London.</summary>
public sealed class PlanningASessionTests
{
    [Fact]
    public async Task A_manager_finds_the_way_to_a_first_session_wherever_they_look_at_their_people()
    {
        await using var floor = await Floor.Open();
        await floor.Send(floor.Mei, floor.Bo, "Ask once more.", anchored: false);
        using var mei = await floor.App.SignIn(floor.Mei);
        using var ana = await floor.App.SignIn(floor.Ana);
        using var alone = await floor.App.SignIn(await floor.App.Join("Kim Holt", Role.Manager));

        Assert.Contains("href=\"/coaching/sessions/new\"", await mei.Open("/coaching/sessions"), StringComparison.Ordinal);
        var choice = await mei.Open("/coaching/sessions/new");
        foreach (var person in (Guid[])[floor.Ana, floor.Bo])
            Assert.Contains($"<option value=\"{person}\">", choice, StringComparison.Ordinal);
        Assert.DoesNotContain("Cy Tan", choice, StringComparison.Ordinal);
        foreach (var page in (string[])["/coaching/coverage", $"/coaching/board/{floor.Bo}", $"/readiness/{floor.Bo}"])
            Assert.Contains($"href=\"/coaching/sessions/new?person={floor.Bo}", await mei.Open(page), StringComparison.Ordinal);
        Assert.Contains("Ask HR to put your sellers into your team.", await alone.Open("/coaching/sessions/new"), StringComparison.Ordinal);
        Assert.DoesNotContain("/coaching/sessions/new", await ana.Open("/coaching/sessions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_is_typed_by_the_clock_of_the_coach_and_read_by_that_of_each()
    {
        await using var meeting = await Meeting.Planned();
        var floor = meeting.Floor;
        await meeting.Lives(floor.Mei, "Europe/London");
        using var mei = await floor.App.SignIn(floor.Mei);
        using var ana = await floor.App.SignIn(floor.Ana);

        var form = WebUtility.HtmlDecode(await mei.Open($"/coaching/sessions/new?person={floor.Ana}&kind=OneToOne"));
        foreach (var seen in (string[])["By your own clock (London, UTC+0).", "value=\"2026-11-24\"", "value=\"10:00\""])
            Assert.Contains(seen, form, StringComparison.Ordinal);
        Assert.Contains("By your own clock (London, UTC+0).", WebUtility.HtmlDecode(await mei.Open("/coaching/cadences")), StringComparison.Ordinal);
        var planned = await mei.Submit("/coaching/sessions/new", ("Person", $"{floor.Ana}"), ("Kind", "OneToOne"), ("Day", "2026-11-24"), ("At", "20:00"), ("Minutes", "30"));
        var url = planned.Headers.Location!.ToString();
        Assert.Equal((new DateTime(2026, 11, 24, 20, 0, 0), new DateOnly(2026, 11, 25)), await At(floor, url));
        var own = await mei.Open(url);
        Assert.Contains("Tue 24 Nov 20:00", own, StringComparison.Ordinal);
        Assert.Contains("value=\"20:00\"", own, StringComparison.Ordinal);
        Assert.Contains("Wed 25 Nov 04:00", await ana.Open(url), StringComparison.Ordinal);
        Assert.Contains("One-to-one, 25 November 2026", await ana.Open("/notices"), StringComparison.Ordinal);

        // The clock jumps over the first and shows the second twice.
        foreach (var (day, instant) in new[] { ("2027-03-28", new DateTime(2027, 3, 28, 1, 30, 0)), ("2027-10-31", new DateTime(2027, 10, 31, 1, 30, 0)) })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await mei.Submit($"{url}/move", ("Day", day), ("At", "01:30"), ("Minutes", "30"))).StatusCode);
            Assert.Equal(instant, (await At(floor, url)).StartsAt);
        }

        var refused = await Said(await mei.Submit($"{url}/move", ("Day", "9999-01-01"), ("At", "01:45"), ("Minutes", "30"), ("Place", "Room 9")));
        foreach (var seen in (string[])["at most 2 years ahead", "value=\"9999-01-01\" aria-invalid=\"true\"", "value=\"01:45\"", "value=\"Room 9\""])
            Assert.Contains(seen, refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sessions_at_the_same_time_are_planned_and_each_who_is_in_both_is_told_so()
    {
        await using var meeting = await Meeting.Planned();
        var floor = meeting.Floor;
        const string Warning = "At the same time you have:";

        Assert.DoesNotContain(Warning, await meeting.Page(floor.Mei), StringComparison.Ordinal);
        await meeting.Plan(SessionKind.OneToOne);

        foreach (var person in (Guid[])[floor.Mei, floor.Ana])
            Assert.Contains(Warning, await meeting.Page(person), StringComparison.Ordinal);
        Assert.DoesNotContain(Warning, await meeting.Page(floor.Max), StringComparison.Ordinal);
        await meeting.Does(floor.Mei, "move", ("Day", "2026-11-23"), ("At", "10:30"), ("Minutes", "30"));
        Assert.DoesNotContain(Warning, await meeting.Page(floor.Mei), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_and_a_day_out_of_bounds_come_back_with_the_reason_and_what_was_typed()
    {
        await using var meeting = await Meeting.Running();
        var (floor, mei) = (meeting.Floor, meeting.Floor.Mei);

        foreach (var (moment, reason) in new[] { ("99:99", "minutes:seconds, such as 1:30"), ("600:00", "The moment lies between 0:00 and 40:00.") })
        {
            var page = await meeting.Refused(mei, "comments", ("text", "Kept words"), ("moment", moment));
            foreach (var seen in (string[])[reason, "href=\"#moment\"", "Kept words</textarea>", $"value=\"{moment}\" aria-describedby=\"moment-hint\" aria-invalid=\"true\""])
                Assert.Contains(seen, page, StringComparison.Ordinal);
            Assert.Equal(2, page.Split("Kept words").Length); // in its own form and no other
        }

        foreach (var due in (string[])["9999-12-31", "2026-11-22"])
        {
            var page = await meeting.Refused(mei, "items", ("Text", "Kept item"), ("Owner", $"{mei}"), ("DueOn", due));
            foreach (var seen in (string[])["between today and 2 years", "value=\"Kept item\"", $"aria-invalid=\"true\" value=\"{due}\"", $"value=\"{mei}\" selected"])
                Assert.Contains(seen, page, StringComparison.Ordinal);
        }

        using var browser = await floor.App.SignIn(mei);
        (string, string)[] form = [("Person", $"{floor.Ana}"), ("Kind", "CallReview"), ("Day", "2026-11-24"), ("At", "09:30"), ("Minutes", "45"), ("Rubric", meeting.Rubric.Id), ("Call", "https://calls.example/7")];
        foreach (var (from, until, reason) in new[] { ("1:75", "soon", "minutes:seconds"), ("5:00", "1:00", "ends before it begins"), ("0:00", "9:00:00", "at most 6 hours") })
        {
            var page = await Said(await browser.Submit("/coaching/sessions/new", [.. form, ("From", from), ("Until", until)]));
            foreach (var seen in (string[])[reason, $"value=\"{from}\"", $"value=\"{until}\" aria-invalid=\"true\""])
                Assert.Contains(seen, page, StringComparison.Ordinal);
        }
    }

    private static async Task<(DateTime StartsAt, DateOnly Day)> At(Floor floor, string url)
    {
        var id = Guid.Parse(url.Split('/')[^1]);
        await using var db = floor.App.Read();
        var row = await db.Set<SessionRow>().SingleAsync(s => s.Id == id, TestContext.Current.CancellationToken);
        return (row.StartsAt, row.Day);
    }

    private static async Task<string> Said(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
