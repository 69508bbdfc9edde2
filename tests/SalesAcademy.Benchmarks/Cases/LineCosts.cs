using System.Globalization;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Reliability.Coaching;
using SalesAcademy.Running;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>What pages that are open cost: memory beside that of bare SignalR, and what a note costs while others are open.</summary>
internal static class LineCosts
{
    private const int People = 100;
    private const int Clients = 1_000;
    private const int Notes = 200;
    private const int AtOnce = 20; // a crowd that comes at once costs buffers that stay
    private static readonly int[] Crowds = [100, 1_000, 5_000];
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<string, string> Wide = new()
    {
        ["Academy__Limits__LiveConnections"] = "10000",
        ["Academy__Limits__Connections"] = "20000",
        ["Academy__Limits__LivePerAddress"] = "10000",
        ["Academy__Limits__LivePerPerson"] = "1000",
    };

    /// <summary>Each round serves anew: memory that was taken once is not given back.</summary>
    public static async Task<string> Memory(Site site)
    {
        var data = site.Folder();
        await Team.Enter(data, null, People);
        var (bare, product) = await Rounds.Interleave("KB a connected client",
            async () =>
            {
                using var server = await site.ServeBare("<p></p>");
                var tickets = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => LessonCase.BareTicket(server.Address)));
                return await PerClient(server, tickets);
            },
            async () =>
            {
                using var server = await site.Serve(data, Wide);
                return await PerClient(server, await SignIn(server.Address));
            });
        return string.Create(CultureInfo.InvariantCulture, $"memory of a connected client, {Clients} more beside {Clients}: bare {bare:0} KB, product {product:0} KB, ratio {product / bare:0.00} (target <= 1.5)");
    }

    public static async Task<IReadOnlyList<string>> PerNote(Site site)
    {
        var data = site.Folder();
        var team = await Team.Enter(data, null, People);
        using var server = await site.Serve(data, Wide);
        var cookies = await SignIn(server.Address);
        using var desk = await Desk.Open(server.Address, team, reader: 0);
        var open = new List<Screen>();
        var costs = new List<(int Clients, double Microseconds)>();
        for (var i = 0; i < Notes; i++)
            await desk.Send(); // compiled, and fast from here on
        foreach (var crowd in Crowds)
        {
            open.AddRange(await Connect(server.Address, [.. cookies.Skip(1)], crowd - open.Count));
            await Quiet();
            var rounds = new List<double>();
            for (var round = 0; round < 5; round++)
            {
                var before = Processor.Of(server.Pid);
                for (var i = 0; i < Notes; i++)
                    await desk.Send();
                rounds.Add((Processor.Of(server.Pid) - before) / Notes);
            }

            costs.Add((crowd, Rounds.Median(rounds)));
            Console.WriteLine($"  processor time of a note with {crowd} pages open: {string.Join(", ", rounds.Select(r => r.ToString("0", CultureInfo.InvariantCulture)))} us (machine load {Machine.Load})");
        }

        open.ForEach(screen => screen.Dispose());
        return
        [
            .. costs.Select(cost => string.Create(CultureInfo.InvariantCulture, $"processor time of a note, posted and fetched, with {cost.Clients} pages open: {cost.Microseconds:0} us")),
            string.Create(CultureInfo.InvariantCulture, $"from {Crowds[0]} to {Crowds[^1]} pages: x {costs[^1].Microseconds / costs[0].Microseconds:0.00} (target <= 2)"),
        ];
    }

    // The server is another process, and nothing tells from outside that its boards and presence have told what they had to.
    private static Task Quiet() => Task.Delay(Settle);

    private static async Task<double> PerClient(Server server, IReadOnlyList<string> cookies)
    {
        // As many before: they take the room that the start had left over, which a site that has just come up does not give back.
        var open = await Connect(server.Address, cookies, Clients);
        await Quiet();
        var before = server.Resident();
        open.AddRange(await Connect(server.Address, cookies, Clients));
        await Quiet();
        var after = server.Resident();
        open.ForEach(screen => screen.Dispose());
        return (after - before) / 1024.0 / Clients;
    }

    private static async Task<IReadOnlyList<string>> SignIn(Uri address)
    {
        var cookies = new List<string>();
        for (var number = 1; number <= People; number++)
        {
            using var visitor = await Visitor.SignIn(address, number);
            cookies.Add(visitor.Cookies);
        }

        return cookies;
    }

    private static async Task<List<Screen>> Connect(Uri address, IReadOnlyList<string> cookies, int count)
    {
        var open = new List<Screen>();
        foreach (var few in Enumerable.Range(0, count).Chunk(AtOnce))
            open.AddRange(await Task.WhenAll(few.Select(i => Screen.Open(address, cookies[i % cookies.Count]))));
        return open;
    }
}
