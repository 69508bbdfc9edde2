using System.Diagnostics;

namespace SalesAcademy.Benchmarks.Load;

/// <summary>What a crowd saw.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P99">The slowest hundredth took longer, in milliseconds.</param>
internal sealed record Seen(double PerSecond, double P99);

/// <summary>Connections, each with its own request, that ask for some seconds.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly Connection[] connections;

    private Crowd(Connection[] connections) => this.connections = connections;

    public static async Task<Crowd> Gather(Uri address, IEnumerable<Asking> askings)
    {
        var crowd = new Crowd([.. askings.Select(asking => new Connection(address, asking))]);
        foreach (var connection in crowd.connections)
            await connection.Open();
        return crowd;
    }

    /// <summary>Everybody asks again as soon as the answer is there.</summary>
    public Task<Seen> Saturate(TimeSpan during) => Run(during, async (connection, _, took) =>
    {
        var asked = Stopwatch.GetTimestamp();
        await connection.Ask();
        took.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
    });

    /// <summary>Asks until the server is as fast as it gets: its hot code is compiled anew while it runs.</summary>
    public async Task WarmUp()
    {
        var best = 0.0;
        for (var (calm, rounds) = (0, 0); calm < 3 && rounds < 30; rounds++)
        {
            var now = (await Saturate(TimeSpan.FromSeconds(2))).PerSecond;
            calm = now < best * 1.05 ? calm + 1 : 0;
            best = Math.Max(best, now);
        }
    }

    /// <summary>As <see cref="Saturate"/>; beside it the processor time of one answer in that process, in microseconds.</summary>
    public async Task<(Seen Seen, double Cost)> Saturate(TimeSpan during, int pid)
    {
        var before = Processor.Of(pid);
        var seen = await Saturate(during);
        return (seen, (Processor.Of(pid) - before) / (seen.PerSecond * during.TotalSeconds));
    }

    /// <summary>Requests fall due at a fixed rate whatever the server does; one that waits for its connection has begun to wait when it was due.</summary>
    public Task<Seen> Pace(TimeSpan during, double perSecond)
    {
        var gap = connections.Length / perSecond * Stopwatch.Frequency;
        var due = new double[connections.Length];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < due.Length; i++)
            due[i] = start + (gap * i / due.Length);
        return Run(during, async (connection, index, took) =>
        {
            var late = Stopwatch.GetTimestamp() >= due[index];
            for (double left; (left = due[index] - Stopwatch.GetTimestamp()) > 0;)
                await Task.Delay(TimeSpan.FromSeconds(left / Stopwatch.Frequency));
            // A timer that rings late is this client's fault, a busy connection the server's.
            var begun = late ? (long)due[index] : Stopwatch.GetTimestamp();
            due[index] += gap;
            await connection.Ask();
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        });
    }

    public void Dispose() => Array.ForEach(connections, connection => connection.Dispose());

    private async Task<Seen> Run(TimeSpan during, Func<Connection, int, List<double>, Task> ask)
    {
        var began = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(connections.Select((connection, index) => Task.Run(async () =>
        {
            var took = new List<double>();
            while (Stopwatch.GetElapsedTime(began) < during)
                await ask(connection, index, took);
            return took;
        })));
        var elapsed = Stopwatch.GetElapsedTime(began);
        var inOrder = all.SelectMany(took => took).Order().ToArray();
        return new Seen(inOrder.Length / elapsed.TotalSeconds, inOrder[inOrder.Length * 99 / 100]);
    }
}
