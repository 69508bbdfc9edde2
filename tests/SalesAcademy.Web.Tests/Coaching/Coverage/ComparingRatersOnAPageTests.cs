using System.Net;
using System.Text.RegularExpressions;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Tests.Coaching.Sessions;

namespace SalesAcademy.Web.Tests.Coaching.Coverage;

public sealed class ComparingRatersOnAPageTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_session_scored_by_three_says_how_far_they_agree_and_who_is_stricter(Store store)
    {
        await using var meeting = await Meeting.Running(store);
        var floor = meeting.Floor;
        using var hr = await floor.App.SignIn(await floor.App.Join("Hanna", Role.Hr));
        Assert.Contains("No session was scored by two people yet.", await hr.Open("/coaching/calibration"), StringComparison.Ordinal);
        foreach (var (rater, level) in new[] { (floor.Mei, 3), (floor.Max, 3), (meeting.Kim, 1) })
            await meeting.HandIn(rater, level);
        await meeting.Does(floor.Mei, "ending");

        var page = Regex.Replace(WebUtility.HtmlDecode(await hr.Open("/coaching/calibration")), "<[^>]+>|\\s+", " ");

        var rows = meeting.Rubric.Criteria.Count;
        Assert.Matches(new Regex($@"All rows\s+{rows * 3}\s+33\s?%\s+33\s?%"), page);
        Assert.Matches(new Regex($@"Kim Holt\s+{rows}\s+−2\.00"), page);
        Assert.Matches(new Regex($@"Max Kern\s+{rows}\s+\+1\.00"), page);
        using var mei = await floor.App.SignIn(floor.Mei);
        Assert.Equal(HttpStatusCode.Forbidden, (await mei.Get("/coaching/calibration")).StatusCode);
    }
}
