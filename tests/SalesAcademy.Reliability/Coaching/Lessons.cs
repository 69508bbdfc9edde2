using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Coaching;

/// <summary>A coach and readers at the nodes behind one cable.</summary>
internal sealed class Lessons : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-lessons-").FullName;
    private readonly Build build;
    private readonly Dictionary<string, string> settings;
    private readonly List<int> ports;
    private readonly Server?[] nodes;
    private int number;

    private Lessons(Build build, int count, string? database, string? redis)
    {
        this.build = build;
        settings = new() { ["Academy__Limits__LiveConnections"] = "5000", ["Academy__Limits__Connections"] = "10000", ["Academy__Limits__LivePerAddress"] = "5000" };
        if (database is not null)
            settings["Academy__Database"] = database;
        if (redis is not null)
            settings["Academy__Redis"] = redis;
        ports = [.. Enumerable.Range(0, count).Select(_ => Server.FreePort())];
        nodes = new Server?[count];
        Cable = new Cable(ports);
    }

    public Cable Cable { get; }

    public Team Team { get; private set; } = new([], "", "", "");

    public Coach Coach { get; private set; } = new(null!, null!); // replaced by Open

    public List<Reader> Readers { get; } = [];

    public IReadOnlyList<Server> Nodes => [.. nodes.OfType<Server>()];

    /// <summary>What was sent to each reader, in order.</summary>
    public List<int>[] Sent { get; private set; } = [];

    public static async Task<Lessons> Open(Build build, int readers, int nodes = 1, string? database = null, string? redis = null, int pagesEach = 1)
    {
        var lessons = new Lessons(build, nodes, database, redis);
        lessons.Team = await Team.Enter(Path.Combine(lessons.folder, "node-0"), database, readers);
        for (var node = 0; node < nodes; node++)
            await lessons.Start(node);
        lessons.Coach = new Coach(await Visitor.SignIn(lessons.Cable.Address, 0), lessons.Team);
        lessons.Sent = [.. Enumerable.Range(0, readers).Select(_ => new List<int>())];
        for (var reader = 0; reader < readers; reader++)
            for (var page = 0; page < pagesEach; page++)
                lessons.Readers.Add(new Reader(lessons.Cable.Address, await Visitor.SignIn(lessons.Cable.Address, reader + 1), lessons.Team));
        foreach (var reader in lessons.Readers)
            reader.Open();
        await lessons.AllBack(Machine.Patience);
        return lessons;
    }

    public async Task Start(int node) =>
        nodes[node] = await Server.Start(build.Folder, Path.Combine(folder, $"node-{node}"), ports[node], settings, program: build.Program);

    public void Kill(int node)
    {
        nodes[node]!.Kill(); // was started before
        nodes[node] = null;
    }

    /// <summary>Sends the next note to a reader; its number, and when the answered try began.</summary>
    public async Task<(int Number, long Asked)> Send(int reader)
    {
        var next = Interlocked.Increment(ref number);
        Sent[reader].Add(next);
        return (next, await Coach.Send(reader, next));
    }

    /// <summary>How long until every page is connected; null when that did not come.</summary>
    public async Task<TimeSpan?> AllBack(TimeSpan atMost)
    {
        var began = Environment.TickCount64;
        // Between two looks; pages connect when their own waits are over.
        for (; Environment.TickCount64 - began < atMost.TotalMilliseconds; await Task.Delay(20))
            if (Readers.TrueForAll(reader => reader.IsConnected))
                return TimeSpan.FromMilliseconds(Environment.TickCount64 - began);
        return null;
    }

    /// <summary>What is wrong on the screens, once they had time to show the last note.</summary>
    public async Task<List<string>> Judge(int pagesEach = 1)
    {
        var faults = new List<string>();
        for (var page = 0; page < Readers.Count; page++)
        {
            var (sent, reader) = (Sent[page / pagesEach], Readers[page]);
            if (sent.Count > 0)
                await reader.HasShown(sent[^1], TimeSpan.FromSeconds(15));
            var shown = reader.Shown.ToList();
            if (sent.Except(shown).Count() is > 0 and var lost)
                faults.Add($"page {page} lacks {lost} notes");
            if (shown.Count - shown.Distinct().Count() is > 0 and var doubled)
                faults.Add($"page {page} shows {doubled} notes twice");
            if (!shown.SequenceEqual(shown.Order()))
                faults.Add($"page {page} shows notes out of order");
        }

        return faults;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in Readers)
            await reader.DisposeAsync();
        Cable.Dispose();
        foreach (var node in Nodes)
            node.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
