using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Learning;

/// <summary>A data folder with eight learners entered, their log of acknowledgements, and the build that serves them.</summary>
internal sealed partial class Class : IDisposable
{
    public const int Size = 8;

    private readonly string folder = Directory.CreateTempSubdirectory("academy-class-").FullName;

    private Class(Build build, string? data, string? database)
    {
        (Build, Database) = (build, database);
        Data = data ?? Path.Combine(folder, "data");
        Log = new Acknowledgements(Path.Combine(folder, "acknowledged.log"));
    }

    public Build Build { get; }

    /// <summary>The data folder. Another one may be served in its place.</summary>
    public string Data { get; set; }

    public string? Database { get; }

    public string Folder => folder;

    public string AcademyFile => Path.Combine(Data, "academy.db");

    public string SignInFile => Path.Combine(Data, "sign-in.db");

    public int Port { get; } = Server.FreePort();

    public Uri Address => new($"http://127.0.0.1:{Port}");

    public Acknowledgements Log { get; }

    public IReadOnlyList<Learner> Learners { get; private set; } = [];

    /// <summary>Every answer anybody got.</summary>
    public IEnumerable<Heard> Heard => Learners.SelectMany(learner => learner.Heard);

    /// <summary>Answers nobody should get, one line each.</summary>
    public IEnumerable<string> Surprises => Heard.Where(heard => heard.IsSurprising).Select(heard => $"{(int)heard.Status} from {heard.Page}");

    /// <param name="supplies">What the class begins with.</param>
    /// <param name="build">What serves; null for the product.</param>
    /// <param name="data">Where the data is kept; null for a folder beside the log.</param>
    public static async Task<Class> Enter(Supplies supplies, Build? build = null, string? data = null)
    {
        var made = new Class(build ?? supplies.Product, data, database: null);
        await supplies.CopyClass(made.Data);
        return made;
    }

    /// <summary>A class that is kept in an empty PostgreSQL database.</summary>
    public static async Task<Class> EnterPostgres(Supplies supplies, string database)
    {
        var made = new Class(supplies.Product, data: null, database);
        await People.Enter(made.Data, Size, database: database);
        return made;
    }

    public async Task<Server> Serve(string[]? wrapper = null)
    {
        var server = Launch(wrapper);
        try
        {
            await server.Ready();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Starts serving without waiting until it is ready.</summary>
    public Server Launch(string[]? wrapper = null, string[]? words = null) => Server.Launch(Build.Folder, Data, Port,
        Database is null ? null : new Dictionary<string, string> { ["Academy__Database"] = Database }, wrapper, [.. Build.Program, .. words ?? []]);

    /// <summary>Everybody signs in, once: their sessions outlive every restart.</summary>
    public async Task SignIn()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, Size).Select(number => Visitor.SignIn(Address, number)));
        Learners = [.. visitors.Select((visitor, number) => new Learner(visitor, number, Log))];
    }

    public Task Work(CancellationToken stop) => Task.WhenAll(Learners.Select(learner => Task.Run(() => learner.Work(stop), CancellationToken.None)));

    /// <summary>Waits until that many promises have been made.</summary>
    public async Task Acknowledged(int count)
    {
        for (var began = Stopwatch.GetTimestamp(); Log.Count < count; await Task.Delay(5))
            if (Stopwatch.GetElapsedTime(began) > Machine.Patience)
                throw new InvalidOperationException($"Only {Log.Count} of {count} acknowledgements.");
    }

    /// <param name="promised">Lines of the log that must be kept; null for all.</param>
    /// <param name="file">A copy to be judged; null for the data as it is served.</param>
    public async Task<Judge> Judge(IReadOnlyList<string[]>? promised = null, string? file = null) => new(
        Database is null ? await Snapshot.OfFile(file ?? AcademyFile) : await Snapshot.OfPostgres(Database),
        promised ?? Log.Read(), [.. Learners.SelectMany(learner => learner.Keys)]);

    /// <summary>Opens the latest attempts as their owner and as a neighbour; what is not shown as promised, one line each.</summary>
    /// <param name="promised">Lines of the log to look at; null for all.</param>
    public async Task<IReadOnlyList<string>> Look(IReadOnlyList<string[]>? promised = null)
    {
        var faults = new List<string>();
        foreach (var attempt in (promised ?? Log.Read()).Where(line => line[0] == "saved").GroupBy(line => line[1]).TakeLast(Size))
        {
            var owner = int.Parse(attempt.First()[^1], CultureInfo.InvariantCulture);
            using var page = await Learners[owner].Visitor.Get($"/quizzes/attempts/{attempt.Key}/result");
            using var neighbours = await Learners[(owner + 1) % Size].Visitor.Get($"/quizzes/attempts/{attempt.Key}/result");
            if (page.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Redirect) || neighbours.StatusCode != HttpStatusCode.NotFound)
                faults.Add($"attempt {attempt.Key} is answered {(int)page.StatusCode} to its owner and {(int)neighbours.StatusCode} to a neighbour");
            if (page.StatusCode == HttpStatusCode.Redirect)
                await LookAtAnswers(Learners[owner].Visitor, attempt, faults);
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

    private static async Task LookAtAnswers(Visitor owner, IGrouping<string, string[]> saved, List<string> faults)
    {
        foreach (var question in saved.Select(line => line[2]).Distinct())
        {
            using var page = await owner.Get($"/quizzes/attempts/{saved.Key}?q={question}");
            var html = await page.Content.ReadAsStringAsync();
            if (!ChosenOption().IsMatch(html))
                faults.Add($"question {question} of attempt {saved.Key} is shown without an answer");
        }
    }

    // Ticked while it may be changed, or told as "yours" once it may not.
    [GeneratedRegex("""<input [^>]*name="option"[^>]* checked|<div class="reviewed" """, RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChosenOption();
}
