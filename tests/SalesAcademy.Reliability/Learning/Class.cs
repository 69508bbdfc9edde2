using System.Diagnostics;
using System.Globalization;
using System.Net;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Learning;

/// <summary>A data folder with eight learners entered, their log of acknowledgements, and the build that serves them.</summary>
internal sealed class Class : IDisposable
{
    public const int Size = 8;

    private readonly string folder = Directory.CreateTempSubdirectory("academy-class-").FullName;

    private Class(string build, string? data)
    {
        Build = build;
        Data = data ?? Path.Combine(folder, "data");
        Log = new Acknowledgements(Path.Combine(folder, "acknowledged.log"));
    }

    public string Build { get; }

    public string Data { get; }

    public string Folder => folder;

    public int Port { get; } = Server.FreePort();

    public Acknowledgements Log { get; }

    public IReadOnlyList<Learner> Learners { get; private set; } = [];

    /// <param name="build">The published folder.</param>
    /// <param name="data">Where the data is kept; null for a folder beside the log.</param>
    public static async Task<Class> Enter(string build, string? data = null)
    {
        var made = new Class(build, data);
        await People.Enter(made.Data, Size);
        return made;
    }

    public Task<Server> Serve(string[]? wrapper = null) => Server.Start(Build, Data, Port, wrapper: wrapper);

    /// <summary>Everybody signs in, once: their sessions outlive every restart.</summary>
    public async Task SignIn()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, Size).Select(number => Visitor.SignIn(new Uri($"http://127.0.0.1:{Port}"), number)));
        Learners = [.. visitors.Select((visitor, number) => new Learner(visitor, number, Log))];
    }

    public Task Work(CancellationToken stop) => Task.WhenAll(Learners.Select(learner => Task.Run(() => learner.Work(stop), CancellationToken.None)));

    /// <summary>Waits until that many promises have been made.</summary>
    public async Task Acknowledged(int count)
    {
        for (var began = Stopwatch.GetTimestamp(); Log.Count < count; await Task.Delay(5))
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException($"Only {Log.Count} of {count} acknowledgements within a minute.");
    }

    public Task<Judge> Judge() => Learning.Judge.Read(Data, Log, Learners);

    /// <summary>Opens the latest attempts as their owner and as a neighbour; what is not shown as promised, one line each.</summary>
    public async Task<IReadOnlyList<string>> Look()
    {
        var faults = new List<string>();
        var latest = Log.Read().Where(line => line[0] == "saved").GroupBy(line => line[1]).TakeLast(2 * Size);
        foreach (var attempt in latest)
        {
            var owners = 0;
            foreach (var learner in Learners)
            {
                using var page = await learner.Visitor.Get($"/quizzes/attempts/{attempt.Key}/result");
                owners += page.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect ? 1 : 0;
                if (page.StatusCode == HttpStatusCode.Redirect)
                    await LookAtAnswers(learner.Visitor, attempt, faults);
            }

            if (owners != 1)
                faults.Add($"attempt {attempt.Key} is shown to {owners} of {Size} people");
        }

        return faults;
    }

    public void Dispose()
    {
        foreach (var learner in Learners)
            learner.Dispose();
        Log.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // An open attempt shows what was last acknowledged, or something newer that was stored but whose answer got lost.
    private static async Task LookAtAnswers(Visitor owner, IEnumerable<string[]> saved, List<string> faults)
    {
        foreach (var line in saved.GroupBy(line => line[2]).Select(answers => answers.MaxBy(line => long.Parse(line[3], CultureInfo.InvariantCulture))!)) // a group is never empty
        {
            using var page = await owner.Get($"/quizzes/attempts/{line[1]}?q={line[2]}");
            var html = await page.Content.ReadAsStringAsync();
            if (!html.Contains(" checked", StringComparison.Ordinal) && !html.Contains("class=\"reviewed\"", StringComparison.Ordinal))
                faults.Add($"question {line[2]} of attempt {line[1]} is shown without an answer");
        }
    }
}
