using System.Net;
using System.Text.RegularExpressions;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.Paths;

namespace SalesAcademy.Web.Tests.Coaching;

/// <summary>The board as a manager asks for it: filtered, found by name, in an order; all of it in the address.</summary>
public sealed class FindingWhoNeedsYouTests
{
    [Fact]
    public async Task The_address_keeps_filter_order_and_name()
    {
        await using var floor = await Floor.Open();
        var mei = await floor.App.SignIn(floor.Mei);

        var board = await mei.Open("/coaching/board?sort=name&q=lind");

        Assert.Equal([floor.Bo], Rows(board));
        Assert.Contains($"/coaching/board/{floor.Bo}?sort=name&amp;q=lind", board, StringComparison.Ordinal);
        Assert.Contains("/coaching/board?show=overdue&amp;sort=name&amp;q=lind", board, StringComparison.Ordinal);
        Assert.Equal([floor.Ana, floor.Bo], Rows(await mei.Open("/coaching/board?sort=name")));
        Assert.Equal([floor.Ana, floor.Bo], Rows(await mei.Open("/coaching/board?sort=nonsense&show=nonsense")));
        Assert.Empty(Rows(await mei.Open("/coaching/board?q=Cy")));
    }

    [Fact]
    public async Task Overdue_steps_are_counted_and_can_be_asked_for()
    {
        await using var floor = await Floor.Open();
        await floor.App.Ledger.Run<Done>(floor.App.Clock.Act(), entry =>
        {
            for (var position = 101; position <= 102; position++)
                entry.Db.Add(new PathStepRow { Person = floor.Bo, Path = "sdr-onboarding", Position = position, Kind = SalesAcademy.Content.PathStepKind.Course, Target = $"late-{position}", DueOn = floor.App.Clock.Today.AddDays(-1) });
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
        var mei = await floor.App.SignIn(floor.Mei);

        var board = await mei.Open("/coaching/board?show=overdue");

        Assert.Equal([floor.Bo], Rows(board));
        Assert.Contains("2 steps overdue", board, StringComparison.Ordinal);
        Assert.Equal([floor.Bo], Rows(await mei.Open("/coaching/board?show=needs")));
    }

    [Fact]
    public async Task A_quiz_says_its_question_and_an_examination_its_number_and_the_time_left()
    {
        await using var floor = await Floor.Open(kestrel: true);
        await using var ana = await floor.Connect(floor.Ana);
        await using var mei = await floor.Connect(floor.Mei);
        await Here(ana, "quiz:check#3");
        await Eventually.Holds(async () => (await Board(mei)).Contains("Question 3", StringComparison.Ordinal), "the question");

        await floor.StartExam(floor.Ana);
        floor.App.Time.Advance(TimeSpan.FromSeconds(62));
        await Here(ana, "quiz:certification#7");
        await Eventually.Holds(async () => (await Board(mei)).Contains("Question 7 · 19 min left at most", StringComparison.Ordinal), "the question and the time");

        var board = await Board(mei);
        Assert.Contains("In exam", board, StringComparison.Ordinal);
        // Where the passages of a lesson would stand to be chosen, there is nothing to choose.
        Assert.DoesNotContain("name=\"Block\"", await (await mei.Http.GetAsync(new Uri($"/coaching/board/{floor.Ana}", UriKind.Relative), TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task The_lead_at_hand_is_named_only_where_it_is_their_own(Store store)
    {
        await using var floor = await Floor.Open(store);
        await using var db = floor.App.Read();

        Assert.Empty(await LeadNames.Owned(db, [Guid.CreateVersion7()], [floor.Ana], TestContext.Current.CancellationToken));
        Assert.Empty(await LeadNames.Owned(db, [], [floor.Ana], TestContext.Current.CancellationToken));
    }

    private static Task Here(LiveLine line, string place) => Microsoft.AspNetCore.SignalR.Client.HubConnectionExtensions.InvokeAsync(line.Connection, "Here", place, TestContext.Current.CancellationToken);

    private static async Task<string> Board(LiveLine manager) => WebUtility.HtmlDecode(await manager.Http.GetStringAsync("/coaching/board", TestContext.Current.CancellationToken));

    private static IEnumerable<Guid> Rows(string board) => Regex.Matches(board, "data-person=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(row => Guid.Parse(row.Groups["id"].Value));
}
