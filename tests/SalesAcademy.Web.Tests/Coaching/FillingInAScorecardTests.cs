using System.Net;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.People;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Coaching;

public sealed class FillingInAScorecardTests
{
    [Fact]
    public async Task The_levels_become_one_rating_per_competency_and_the_seller_can_read_them()
    {
        await using var floor = await Floor.Open();
        using var mei = await floor.App.SignIn(floor.Mei);
        var rubric = floor.Library.Now.Scorecards[0];
        await mei.Open($"/coaching/scorecards/new?person={floor.Ana}&rubric={rubric.Id}");

        var recorded = await mei.Submit("/coaching/scorecards/new", Fields(floor, floor.Ana, 3));

        Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
        var happened = Assert.Single(await floor.App.Events(), e => e.Type == "observation-recorded");
        var observation = (ObservationRecorded)EventTrunk.Read(happened);
        Assert.Equal((floor.Ana, floor.Mei, rubric.Id), (observation.Subject, observation.Rater, observation.Rubric));
        Assert.Equal(rubric.Criteria.Select(c => c.Competency).Distinct().Order(StringComparer.Ordinal), observation.Ratings.Select(r => r.Competency));
        Assert.All(observation.Ratings, r => Assert.Equal((3, 4), (r.Level, r.Levels)));
        using var ana = await floor.App.SignIn(floor.Ana);
        var url = recorded.Headers.Location!.ToString();
        Assert.Contains("Good start", await ana.Open(url), StringComparison.Ordinal);
        Assert.Contains("scorecard", await ana.Open("/notices"), StringComparison.Ordinal);
        using var max = await floor.App.SignIn(floor.Max);
        using var bo = await floor.App.SignIn(floor.Bo);
        Assert.Equal(HttpStatusCode.NotFound, (await max.Get(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bo.Get(url)).StatusCode);
    }

    [Fact]
    public async Task A_missing_row_is_named_and_nothing_is_recorded()
    {
        await using var floor = await Floor.Open();
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Open("/");
        var rubric = floor.Library.Now.Scorecards[0];

        var answer = await mei.Submit("/coaching/scorecards/new", [.. Fields(floor, floor.Ana, 2).Where(f => f.Name != $"Levels[{rubric.Criteria[1].Id}]")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"“{rubric.Criteria[1].Name.English}” has no level yet", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.DoesNotContain(await floor.App.Events(), e => e.Type == "observation-recorded");
    }

    [Fact]
    public async Task Nobody_rates_themselves_other_teams_or_while_suspended()
    {
        await using var floor = await Floor.Open();
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Open("/");

        Assert.Equal(HttpStatusCode.NotFound, (await mei.Submit("/coaching/scorecards/new", Fields(floor, floor.Cy, 3))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mei.Submit("/coaching/scorecards/new", Fields(floor, floor.Mei, 3))).StatusCode);
        await floor.App.Ledger.Run<Domain.Shared.Done>(floor.App.Clock.Act(), async entry =>
        {
            (await entry.Db.FindAsync<PersonRow>(floor.Mei))!.SuspendedAt = entry.Act.At;
            entry.Record(new PersonSuspended(floor.Mei));
            return Domain.Shared.Done.Value;
        }, TestContext.Current.CancellationToken);
        await Eventually.Holds(async () => (await mei.Submit("/coaching/scorecards/new", Fields(floor, floor.Ana, 3))).StatusCode != HttpStatusCode.NotFound, "turned away");

        Assert.DoesNotContain(await floor.App.Events(), e => e.Type == "observation-recorded" && e.Subject != floor.Ana);
        Assert.Equal(HttpStatusCode.Redirect, (await mei.Get("/coaching/board")).StatusCode);
    }

    private static (string Name, string Value)[] Fields(Floor floor, Guid person, int level)
    {
        var rubric = floor.Library.Now.Scorecards[0];
        return
        [
            ("Person", $"{person}"), ("Rubric", rubric.Id),
            .. rubric.Criteria.Select(c => ($"Levels[{c.Id}]", $"{level}")),
            ($"Comments[{rubric.Criteria[0].Id}]", "Good start"),
        ];
    }
}
