using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Features.Coaching.Sessions;

namespace SalesAcademy.Web.Tests.Coaching.Sessions;

public sealed class SigningASummaryTests
{
    private static readonly (string, string)[] Another = [("WentWell", "You asked for the order."), ("ToTry", ""), ("Edition", "1")];

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Once_both_have_signed_nobody_changes_it(Store store)
    {
        await using var meeting = await Meeting.SummedUp(store);
        var floor = meeting.Floor;
        using var ana = await floor.App.SignIn(floor.Ana);
        Assert.Contains("1 coaching session waits for your signature.", await ana.Open("/"), StringComparison.Ordinal);

        await meeting.Does(floor.Ana, "signature", ("edition", "1"));
        await meeting.Does(floor.Mei, "signature", ("edition", "1"));

        Assert.Equal(SessionState.Signed, (await meeting.Row()).State);
        Assert.Contains("has moved on", await meeting.Refused(floor.Mei, "summary", Another), StringComparison.Ordinal);
        Assert.Contains("has moved on", await meeting.Refused(floor.Ana, "items", ("Text", "Call back"), ("Owner", $"{floor.Ana}"), ("DueOn", "2026-12-01")), StringComparison.Ordinal);
        Assert.Contains("Name the price first.", await meeting.Page(floor.Ana), StringComparison.Ordinal);
        Assert.DoesNotContain("waits for your signature", await ana.Open("/"), StringComparison.Ordinal);
        Assert.DoesNotContain(await floor.App.Events(), e => e.Json.Contains("price", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_to_sign_needs_words_and_they_stay_beside_it()
    {
        await using var meeting = await Meeting.SummedUp();
        var floor = meeting.Floor;

        Assert.Contains("Give a reason.", await meeting.Refused(floor.Ana, "refusal", ("edition", "1"), ("reason", "")), StringComparison.Ordinal);
        await meeting.Does(floor.Ana, "refusal", ("edition", "1"), ("reason", "We never spoke about the price."));
        await meeting.Does(floor.Mei, "signature", ("edition", "1"));

        Assert.Equal(SessionState.Ended, (await meeting.Row()).State);
        await meeting.Does(floor.Mei, "summary", Another);
        var page = await meeting.Page(floor.Mei);
        Assert.Contains("We never spoke about the price.", page, StringComparison.Ordinal);
        Assert.Contains("(an earlier version)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_summary_is_signed_anew_and_one_not_read_is_not_signed()
    {
        await using var meeting = await Meeting.SummedUp();
        var floor = meeting.Floor;
        await meeting.Does(floor.Ana, "signature", ("edition", "1"));

        await meeting.Does(floor.Mei, "summary", Another);

        Assert.Contains("was changed meanwhile", await meeting.Refused(floor.Mei, "signature", ("edition", "1")), StringComparison.Ordinal);
        await meeting.Does(floor.Mei, "signature", ("edition", "2"));
        Assert.Equal(SessionState.Ended, (await meeting.Row()).State);
        await meeting.Does(floor.Ana, "signature", ("edition", "2"));
        Assert.Equal(SessionState.Signed, (await meeting.Row()).State);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task What_somebody_signed_stays_to_be_read_whatever_changes_after(Store store)
    {
        await using var meeting = await Meeting.SummedUp(store);
        var floor = meeting.Floor;
        await meeting.Does(floor.Mei, "items", ("Text", "Call the buyer back"), ("Owner", $"{floor.Ana}"), ("DueOn", "2026-11-25"));
        floor.App.Time.Advance(TimeSpan.FromMinutes(1));
        await meeting.Does(floor.Ana, "signature", ("edition", "2"));

        await meeting.Does(floor.Mei, "summary", ("WentWell", "You asked for the order."), ("ToTry", ""), ("Edition", "2"));
        await meeting.Does(floor.Mei, "summary", ("WentWell", "You asked twice."), ("ToTry", ""), ("Edition", "3"));
        foreach (var person in new[] { floor.Ana, floor.Mei })
            await meeting.Does(person, "signature", ("edition", "4"));
        await meeting.Does(floor.Mei, "reopening", ("reason", "An action item is missing."));
        await meeting.Does(floor.Mei, "items", ("Text", "Send the price list"), ("Owner", $"{floor.Mei}"), ("DueOn", "2026-11-25"));
        await meeting.Does(floor.Mei, "summary", ("WentWell", "You stayed calm."), ("ToTry", ""), ("Edition", "6"));

        foreach (var person in new[] { floor.Ana, floor.Mei })
        {
            var earlier = Regex.Matches(await meeting.Page(person), "<details class=\"edition\">.*?</details>", RegexOptions.Singleline).Select(match => match.Value).ToArray();
            Assert.Equal(2, earlier.Length);
            foreach (var seen in new[] { "You asked twice.", "Call the buyer back", "Ana Ruiz signed", "Li Mei signed" })
                Assert.Contains(seen, earlier[0], StringComparison.Ordinal);
            Assert.DoesNotContain("Send the price list", earlier[0], StringComparison.Ordinal);
            foreach (var seen in new[] { "You let the silence stand.", "Name the price first.", "Call the buyer back", "Ana Ruiz signed" })
                Assert.Contains(seen, earlier[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_coach_opens_it_once_more_with_a_reason_and_only_once()
    {
        await using var meeting = await Meeting.SummedUp();
        var floor = meeting.Floor;
        foreach (var person in new[] { floor.Ana, floor.Mei })
            await meeting.Does(person, "signature", ("edition", "1"));

        Assert.Equal(HttpStatusCode.NotFound, (await meeting.Tries(floor.Ana, "reopening", ("reason", "I forgot something"))).StatusCode);
        await meeting.Does(floor.Mei, "reopening", ("reason", "The second action item is missing."));
        Assert.Contains("The second action item is missing.", await meeting.Page(floor.Ana), StringComparison.Ordinal);
        foreach (var person in new[] { floor.Ana, floor.Mei })
            await meeting.Does(person, "signature", ("edition", "2"));

        Assert.Contains("only once", await meeting.Refused(floor.Mei, "reopening", ("reason", "Again")), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task An_action_item_comes_along_to_the_next_session_and_only_its_owner_settles_it(Store store)
    {
        await using var meeting = await Meeting.SummedUp(store);
        var floor = meeting.Floor;
        foreach (var (text, owner) in new[] { ("Call the buyer back", floor.Ana), ("Send the recording", floor.Mei) })
            await meeting.Does(floor.Mei, "items", ("Text", text), ("Owner", $"{owner}"), ("DueOn", "2026-11-25"));
        Assert.Contains("one of the two", await meeting.Refused(floor.Mei, "items", ("Text", "x"), ("Owner", $"{floor.Bo}"), ("DueOn", "2026-11-25")), StringComparison.Ordinal);
        await using var db = floor.App.Read();
        var items = await db.Set<ActionItemRow>().ToDictionaryAsync(i => i.Owner, i => i.Id, TestContext.Current.CancellationToken);
        floor.App.Time.Advance(TimeSpan.FromDays(3));
        var next = await meeting.Plan(SessionKind.OneToOne);
        using var ana = await floor.App.SignIn(floor.Ana);
        using var mei = await floor.App.SignIn(floor.Mei);

        Assert.Contains("1 action item is overdue.", await ana.Open("/"), StringComparison.Ordinal);
        Assert.Contains("1 action item overdue", await mei.Open("/coaching/board?show=overdue"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mei.Submit($"/coaching/action-items/{items[floor.Ana]}/completion")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.Submit($"/coaching/action-items/{items[floor.Ana]}/completion")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await mei.Submit($"/coaching/action-items/{items[floor.Mei]}/dropping", ("reason", "The recording was deleted."))).StatusCode);

        var page = WebUtility.HtmlDecode(await ana.Open($"/coaching/sessions/{next}"));
        foreach (var seen in new[] { "From earlier sessions", "Call the buyer back", "Done", "Given up", "The recording was deleted." })
            Assert.Contains(seen, page, StringComparison.Ordinal);
        Assert.DoesNotContain("action item is", await ana.Open("/"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task An_action_item_is_overdue_by_the_day_of_its_owner_and_only_the_coach_it_was_agreed_with_is_told(Store store)
    {
        await using var meeting = await Meeting.SummedUp(store);
        var floor = meeting.Floor;
        await meeting.Lives(floor.Ana, "Pacific/Honolulu");
        await meeting.Does(floor.Mei, "items", ("Text", "Call the buyer back"), ("Owner", $"{floor.Ana}"), ("DueOn", "2026-11-24"));
        floor.App.Time.Advance(TimeSpan.FromHours(40));

        Assert.Equal(new DateOnly(2026, 11, 25), floor.App.Clock.Today);
        Assert.Contains("1 action item is due.", await Home(), StringComparison.Ordinal);
        Assert.DoesNotContain("overdue</a>", await Board(floor.Mei), StringComparison.Ordinal);
        floor.App.Time.Advance(TimeSpan.FromHours(20));
        Assert.Contains("1 action item is overdue.", await Home(), StringComparison.Ordinal);
        Assert.Contains("1 action item overdue</a>", await Board(floor.Mei), StringComparison.Ordinal);
        Assert.DoesNotContain("overdue</a>", await Board(meeting.Ken), StringComparison.Ordinal);

        async Task<string> Home()
        {
            using var ana = await floor.App.SignIn(floor.Ana);
            return await ana.Open("/");
        }

        async Task<string> Board(Guid manager)
        {
            using var browser = await floor.App.SignIn(manager);
            return await browser.Open("/coaching/board");
        }
    }
}
