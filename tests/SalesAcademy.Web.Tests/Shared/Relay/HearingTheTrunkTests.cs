using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Tests.Shared.Relay;

public sealed class HearingTheTrunkTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Every_event_is_heard_in_order_and_a_restart_goes_on_behind_the_bookmark(Store store)
    {
        await using var data = new AcademyApp(store);
        var (before, after) = (new Listener("listener"), new Listener("listener"));

        await using (var first = With(data, before))
        {
            for (var i = 0; i < 5; i++)
                await Happen(first);
            await Eventually.Holds(() => before.Heard.Count == 5);
        }

        await using (var second = With(data, after))
        {
            await Happen(second);
            await Eventually.Holds(() => after.Heard.Count > 0);
        }

        Assert.Equal([1, 2, 3, 4, 5], before.Heard);
        Assert.Equal([6], after.Heard);
    }

    [Fact]
    public async Task One_who_fails_hears_it_again_and_holds_nobody_up()
    {
        await using var data = new AcademyApp();
        var (failing, other) = (new Listener("failing", failures: 2), new Listener("other"));
        await using var app = With(data, failing, other);

        await Happen(app);
        await Happen(app);
        await Eventually.Holds(() => failing.Heard.Count == 2 && other.Heard.Count == 2);

        Assert.Equal(0, failing.FailuresLeft);
        Assert.Equal([1, 2], failing.Heard);
        Assert.Equal([1, 2], other.Heard);
    }

    [Fact]
    public async Task What_is_done_once_for_all_nodes_holds_up_no_browser()
    {
        await using var data = new AcademyApp();
        var (slow, browsers) = (new Listener("slow", endless: true), new Listener("browsers", onEveryNode: true));
        await using var app = With(data, slow, browsers);

        await Happen(app);
        await Eventually.Holds(() => slow.IsAtWork);
        await Happen(app);

        await Eventually.Holds(() => browsers.Heard.Count == 2);
        Assert.Empty(slow.Heard);
    }

    // The same data under another host, with these listeners beside the academy's own.
    private static WebApplicationFactory<Program> With(AcademyApp data, params Listener[] listeners) => data.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
    {
        foreach (var listener in listeners)
            services.AddSingleton<IConsumer>(listener);
    }));

    private static Task<Decision<Done>> Happen(WebApplicationFactory<Program> app) => app.Services.GetRequiredService<ILedger>().Run<Done>(app.Services.GetRequiredService<Clock>().Act(), entry =>
    {
        var team = entry.NewId();
        entry.Record(new TeamChanged(team, team));
        return Task.FromResult<Decision<Done>>(Done.Value);
    }, TestContext.Current.CancellationToken);

    private sealed class Listener(string name, int failures = 0, bool onEveryNode = false, bool endless = false) : IConsumer
    {
        private readonly List<long> heard = [];

        public string Name => name;

        public bool OnEveryNode => onEveryNode;

        public bool IsAtWork { get; private set; }

        public int FailuresLeft { get; private set; } = failures;

        public IReadOnlyList<long> Heard
        {
            get
            {
                lock (heard)
                    return [.. heard];
            }
        }

        public async Task Consume(IReadOnlyList<EventRow> inOrder, CancellationToken cancellation)
        {
            IsAtWork = true;
            if (endless)
                await new TaskCompletionSource().Task.WaitAsync(cancellation); // until the academy stops
            if (FailuresLeft > 0)
            {
                FailuresLeft--;
                throw new InvalidOperationException("planted");
            }

            lock (heard)
                heard.AddRange(inOrder.Select(row => row.Sequence));
        }
    }
}
