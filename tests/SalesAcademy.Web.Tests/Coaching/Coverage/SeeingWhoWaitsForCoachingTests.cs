using System.Net;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Tests.Coaching.Sessions;

namespace SalesAcademy.Web.Tests.Coaching.Coverage;

public sealed class SeeingWhoWaitsForCoachingTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_note_a_session_or_a_scorecard_counts_and_a_manager_sees_their_own_team(Store store)
    {
        await using var meeting = await Meeting.SummedUp(store);
        var floor = meeting.Floor;
        floor.App.Time.Advance(TimeSpan.FromDays(20));
        await floor.Send(floor.Mei, floor.Bo, "Ask once more.", anchored: false);
        floor.App.Time.Advance(TimeSpan.FromDays(15));
        using var mei = await floor.App.SignIn(floor.Mei);

        var month = WebUtility.HtmlDecode(await mei.Open("/coaching/coverage"));
        var fortnight = WebUtility.HtmlDecode(await mei.Open("/coaching/coverage?days=14"));

        Assert.Contains("1 of 2 sellers was not coached for 30 days or more.", month, StringComparison.Ordinal);
        Assert.Contains("Mon 23 Nov · coaching session", month, StringComparison.Ordinal);
        Assert.Contains($"/coaching/sessions/new?person={floor.Ana}", month, StringComparison.Ordinal);
        Assert.Contains("Sun 13 Dec · note", fortnight, StringComparison.Ordinal);
        Assert.DoesNotContain("Cy Tan", fortnight, StringComparison.Ordinal);
        Assert.Contains("too few (n = 0)", month, StringComparison.Ordinal);
        Assert.Contains("They do not say that coaching changed a result.", month, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hr_sees_everybody_and_takes_away_a_file_in_which_no_name_is_a_formula()
    {
        await using var floor = await Floor.Open();
        await floor.App.Join("=HYPERLINK(1)", Role.Rep, floor.West, "sdr");
        floor.App.Time.Advance(TimeSpan.FromDays(31));
        using var hr = await floor.App.SignIn(await floor.App.Join("Hanna", Role.Hr));

        var page = await hr.Open("/coaching/coverage");
        var file = await (await hr.Get("/coaching/coverage.csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Cy Tan", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/coaching/sessions/new", page, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(1)\",\"West\",\"\",\"\",\"31\"", file, StringComparison.Ordinal);
        using var ana = await floor.App.SignIn(floor.Ana);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Get("/coaching/coverage.csv")).StatusCode);
    }
}
