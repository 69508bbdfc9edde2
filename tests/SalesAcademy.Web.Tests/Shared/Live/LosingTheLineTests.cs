using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Tests.Coaching;

namespace SalesAcademy.Web.Tests.Shared.Live;

/// <summary>A line opened under a right ends within five seconds of that right, also at a node that only looks at the trunk.</summary>
public sealed class LosingTheLineTests
{
    private const int Soon = 5;

    public static TheoryData<bool, string> Ways => new(
        from second in new[] { false, true }
        from way in new[] { "signed out", "suspended", "another role", "another team" }
        select (second, way));

    [Theory, MemberData(nameof(Ways))]
    public async Task Who_loses_a_right_loses_the_line(bool atTheSecondNode, string way)
    {
        await using var floor = await Floor.Open(Store.Postgres, kestrel: true);
        await using var second = floor.App.WithWebHostBuilder(_ => { });
        var (http, cookies) = await floor.SignIn(floor.Ana);
        using var browser = new Browser(http);
        await using var line = new HubConnectionBuilder().WithUrl(new Uri(atTheSecondNode ? Serve(second) : http.BaseAddress!, "/live"), o => o.Cookies = cookies).Build();
        await line.StartAsync(TestContext.Current.CancellationToken);
        await line.InvokeAsync("Here", "page:/", TestContext.Current.CancellationToken);
        Assert.Equal(HubConnectionState.Connected, line.State);

        await Lose(floor, browser, way);

        await Eventually.Holds(() => line.State == HubConnectionState.Disconnected, $"the line of who is {way} ends", Soon);
        if (way is "signed out" or "suspended")
            await Eventually.Holds(() => IsRefused(line), "a new line is refused", Soon);
    }

    [Fact]
    public async Task A_person_opens_no_more_lines_than_pages_and_a_flood_is_cut_off()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:LivePerPerson"] = "2", ["Academy:Limits:LiveCallsPerTenSeconds"] = "20" });
        app.OnAPort();
        var ana = await app.Join("Ana Ruiz", Role.Rep);
        await using var one = await LiveWire.Of(app, ana);
        await using var two = await LiveWire.Of(app, ana);
        await using var three = await LiveWire.Of(app, ana);

        await Eventually.Holds(() => three.IsOver, "the third line ends");
        Assert.False(one.IsOver || two.IsOver);
        for (var i = 0; i <= 20; i++)
            await one.Here($"page:/{i}");

        await Eventually.Holds(() => one.IsOver, "the flood is cut off", Soon);
        Assert.False(two.IsOver);
    }

    [Fact]
    public async Task An_address_opens_no_more_lines_than_an_office_needs()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:LivePerAddress"] = "2" });
        app.OnAPort();
        var (ana, bo) = (await app.Join("Ana Ruiz", Role.Rep), await app.Join("Bo Lind", Role.Rep));
        await using var one = await LiveWire.Of(app, ana);
        await using (var two = await LiveWire.Of(app, bo))
        await using (var three = await LiveWire.Of(app, bo))
            await Eventually.Holds(() => three.IsOver && !one.IsOver && !two.IsOver, "the third line ends");

        // Whoever leaves makes room.
        await Eventually.Quiet(TimeSpan.FromMilliseconds(500));
        await using var four = await LiveWire.Of(app, bo);
        await Eventually.Quiet(TimeSpan.FromMilliseconds(500));
        Assert.False(four.IsOver);
    }

    [Fact]
    public async Task A_message_that_no_page_would_send_ends_the_line()
    {
        await using var app = new AcademyApp();
        app.OnAPort();
        var ana = await app.Join("Ana Ruiz", Role.Rep);
        foreach (var sent in (string[])[new string('x', 201), new string('x', 100_000), "a\u0007b", ""])
        {
            await using var line = await LiveWire.Of(app, ana);
            await line.Here(sent);
            await Eventually.Holds(() => line.IsOver, $"a place of {sent.Length} characters ends the line", Soon);
        }
    }

    private static Uri Serve(WebApplicationFactory<Program> node)
    {
        node.UseKestrel(0);
        node.StartServer();
        return node.ClientOptions.BaseAddress;
    }

    private static async Task Lose(Floor floor, Browser browser, string way)
    {
        if (way == "signed out")
        {
            await browser.Submit("/people/sign-out");
            return;
        }

        await floor.App.Ledger.Run<Done>(floor.App.Clock.Act(), async entry =>
        {
            var person = (await entry.Db.FindAsync<PersonRow>(floor.Ana))!;
            switch (way)
            {
                case "suspended":
                    person.SuspendedAt = entry.Act.At;
                    entry.Record(new PersonSuspended(floor.Ana));
                    break;
                case "another role":
                    entry.Db.Add(new RoleRow { PersonId = floor.Ana, Role = Role.Author, GrantedAt = entry.Act.At });
                    entry.Record(new RolesChanged(floor.Ana, Role.Rep | Role.Author));
                    break;
                default:
                    person.TeamId = floor.West;
                    entry.Record(new TeamChanged(floor.Ana, floor.West));
                    break;
            }

            return Done.Value;
        }, TestContext.Current.CancellationToken);
    }

    private static async Task<bool> IsRefused(HubConnection line)
    {
        try
        {
            await line.StartAsync(TestContext.Current.CancellationToken);
            await line.StopAsync(TestContext.Current.CancellationToken);
            return false;
        }
        catch (HttpRequestException refused)
        {
            return refused.StatusCode is System.Net.HttpStatusCode.Unauthorized or System.Net.HttpStatusCode.Redirect;
        }
    }
}
