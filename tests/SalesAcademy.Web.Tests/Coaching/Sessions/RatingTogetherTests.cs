using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Coaching.Sessions;

public sealed class RatingTogetherTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Each_of_three_raters_becomes_one_observation_however_often_the_session_is_ended(Store store)
    {
        await using var meeting = await Meeting.Running(store);
        var floor = meeting.Floor;
        foreach (var (rater, level) in new[] { (floor.Mei, 3), (floor.Max, 2), (meeting.Kim, 4) })
            await meeting.HandIn(rater, level);
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Open(meeting.Url);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => mei.Submit($"{meeting.Url}/ending")));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect));
        var observed = (await floor.App.Events()).Where(e => e.Type == "observation-recorded").Select(e => (ObservationRecorded)EventTrunk.Read(e)).ToArray();
        Assert.Equal(new[] { (floor.Mei, 3), (floor.Max, 2), (meeting.Kim, 4) }.Order(), observed.Select(o => (o.Rater, o.Ratings[0].Level)).Order());
        Assert.All(observed, o => Assert.Equal((floor.Ana, meeting.Rubric.Id), (o.Subject, o.Rubric)));
        await using var db = floor.App.Read();
        Assert.Equal(3, await db.Set<ScorecardRow>().CountAsync(card => card.Session == meeting.Id, TestContext.Current.CancellationToken));
        Assert.Equal(3 * meeting.Rubric.Criteria.Count, await db.Set<ScoreRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_seller_sees_levels_come_in_and_raters_see_each_other_only_once_their_own_card_is_in()
    {
        await using var meeting = await Meeting.Running();
        var floor = meeting.Floor;
        await meeting.Does(floor.Max, "marks", ($"Levels[{meeting.Rubric.Criteria[0].Id}]", "2"), ($"Comments[{meeting.Rubric.Criteria[0].Id}]", "Too quick"));
        await meeting.Does(floor.Max, "comments", ("text", "Here the buyer leaned back"), ("moment", "1:05"));

        var seller = await meeting.Page(floor.Ana);
        Assert.Contains("Too quick", seller, StringComparison.Ordinal);
        Assert.Matches(new Regex("<b>1:05</b></span> Max Kern: <span class=\"said\">Here the buyer leaned back"), seller);
        Assert.Contains("Too quick", await meeting.Page(floor.Max), StringComparison.Ordinal);
        foreach (var other in new[] { floor.Mei, meeting.Kim })
        {
            var page = await meeting.Page(other);
            Assert.DoesNotContain("Too quick", page, StringComparison.Ordinal);
            Assert.DoesNotContain("leaned back", page, StringComparison.Ordinal);
        }

        await meeting.HandIn(floor.Mei, 3);

        Assert.Contains("Too quick", await meeting.Page(floor.Mei), StringComparison.Ordinal);
        Assert.DoesNotContain("Too quick", await meeting.Page(meeting.Kim), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_with_a_missing_row_is_not_taken_and_keeps_what_was_set()
    {
        await using var meeting = await Meeting.Running();
        var missing = meeting.Rubric.Criteria[1];

        var refused = await meeting.Refused(meeting.Floor.Mei, "marks", [.. meeting.Levels(3).Where(f => f.Name != $"Levels[{missing.Id}]"), ("IsDone", "true")]);

        Assert.Contains($"“{missing.Name.English}” has no level yet.", refused, StringComparison.Ordinal);
        await using var db = meeting.Floor.App.Read();
        Assert.Equal(meeting.Rubric.Criteria.Count - 1, await db.Set<SessionMarkRow>().CountAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Hand in your own card first", await meeting.Refused(meeting.Floor.Mei, "ending"), StringComparison.Ordinal);
        Assert.Equal(SessionState.Running, (await meeting.Row()).State);
    }

    [Fact]
    public async Task A_rater_who_has_begun_holds_up_the_end_until_the_coach_leaves_the_card_out()
    {
        await using var meeting = await Meeting.Running();
        var floor = meeting.Floor;
        await meeting.HandIn(floor.Mei, 3);
        await meeting.Does(floor.Max, "marks", ($"Levels[{meeting.Rubric.Criteria[0].Id}]", "1"), ($"Comments[{meeting.Rubric.Criteria[0].Id}]", "Half a thought"));

        Assert.Contains("1 rater(s) have set levels", await meeting.Refused(floor.Mei, "ending"), StringComparison.Ordinal);
        await meeting.Does(floor.Mei, "ending", ("leaveOut", "true"));

        Assert.Equal(floor.Mei, ((ObservationRecorded)EventTrunk.Read(Assert.Single(await floor.App.Events(), e => e.Type == "observation-recorded"))).Rater);
        Assert.DoesNotContain("Half a thought", await meeting.Page(floor.Ana), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await meeting.Tries(floor.Max, "marks", [.. meeting.Levels(2)])).StatusCode);
    }

    [Fact]
    public async Task Levels_off_the_scale_or_of_no_row_and_changes_after_handing_in_are_refused()
    {
        await using var meeting = await Meeting.Running();
        var (mei, first) = (meeting.Floor.Mei, meeting.Rubric.Criteria[0]);

        Assert.Contains("off the scale", await meeting.Refused(mei, "marks", ($"Levels[{first.Id}]", "5")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await meeting.Tries(mei, "marks", ("Levels[nothing]", "3"))).StatusCode);
        await meeting.HandIn(mei, 3);
        Assert.Contains("cannot be changed", await meeting.Refused(mei, "marks", ($"Levels[{first.Id}]", "4")), StringComparison.Ordinal);
        Assert.Contains("minutes:seconds", await meeting.Refused(mei, "comments", ("text", "Here"), ("moment", "soon")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_sent_twice_under_one_key_is_decided_once_and_a_later_one_holds()
    {
        await using var meeting = await Meeting.Running();
        var row = $"Levels[{meeting.Rubric.Criteria[0].Id}]";
        using var max = await meeting.Floor.App.SignIn(meeting.Floor.Max);
        await max.Open(meeting.Url);

        foreach (var (level, key) in new[] { ("2", "a"), ("3", "b"), ("2", "a") })
            Assert.Equal(HttpStatusCode.Redirect, (await max.Submit($"{meeting.Url}/marks", (row, level), ("_key", key))).StatusCode);

        await using var db = meeting.Floor.App.Read();
        Assert.Equal(3, (await db.Set<SessionMarkRow>().SingleAsync(TestContext.Current.CancellationToken)).Level);
    }

    [Fact]
    public async Task The_scorecards_of_a_session_are_read_by_those_who_took_part_in_it()
    {
        await using var meeting = await Meeting.Running();
        var floor = meeting.Floor;
        await meeting.HandIn(floor.Mei, 3);
        await meeting.HandIn(floor.Max, 2);
        await meeting.Does(floor.Mei, "ending");
        await using var db = floor.App.Read();
        var card = (await db.Set<ScorecardRow>().SingleAsync(c => c.Rater == floor.Max, TestContext.Current.CancellationToken)).Id;

        foreach (var (person, expected) in new[] { (floor.Ana, HttpStatusCode.OK), (floor.Max, HttpStatusCode.OK), (floor.Mei, HttpStatusCode.OK), (meeting.Kim, HttpStatusCode.NotFound), (meeting.Ken, HttpStatusCode.NotFound), (floor.Bo, HttpStatusCode.NotFound) })
        {
            using var browser = await floor.App.SignIn(person);
            Assert.Equal(expected, (await browser.Get($"/coaching/scorecards/{card}")).StatusCode);
        }
    }
}
