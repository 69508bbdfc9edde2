using System.Diagnostics;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Running;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>
/// Whole attempts of ten questions as a browser makes them: begin, each question's page and the saving of its answer, the page before handing in,
/// hand in, the result. The baseline answers as many requests: a bare view for each page, a bare commit for each write.
/// </summary>
internal static class AttemptsCase
{
    private const int People = 8;
    private const int Questions = 10;
    // Every question is answered once, so no answer has to be newer than another.
    private const string First = "Sequence=1";
    private const string Quiz = "/quizzes/discovery/certification";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        using var academy = await site.Serve(await site.Seed(People), new Dictionary<string, string> { ["Academy__Content"] = await WithoutLimits(site) });
        var visitors = await Task.WhenAll(Enumerable.Range(0, People).Select(number => Visitor.SignIn(academy.Address, number)));
        using var bare = await site.ServeBare(await Page(visitors[0]));
        var ticket = await LessonCase.BareTicket(bare.Address);
        var learners = visitors.Select(visitor => new Sitter(academy.Address, visitor.Cookies, visitor.Token)).ToArray();
        var strangers = visitors.Select(_ => new Sitter(bare.Address, ticket, "")).ToArray();
        foreach (var sitter in learners.Concat(strangers))
            await sitter.Open();
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            await Sit(strangers, Bare);
            await Sit(learners, Product);
        }

        var (ofBare, ofProduct) = (new Measured(), new Measured());
        var attempts = await Rounds.Interleave("attempts a second", () => Measure(strangers, Bare, bare, ofBare), () => Measure(learners, Product, academy, ofProduct));
        foreach (var used in learners.Concat(strangers).Concat<IDisposable>(visitors))
            used.Dispose();
        return
        [
            $"{People} people, {Questions} questions, one a page: bare {attempts.Bare:0}/s, product {attempts.Product:0}/s, ratio {attempts.Product / attempts.Bare:0.00} (target >= 100/s, first step 50)",
            $"an answer saved, p99: bare {Rounds.Median(ofBare.P99):0.0} ms, product {Rounds.Median(ofProduct.P99):0.0} ms (target < 20)",
            $"processor time of an attempt: bare {Rounds.Median(ofBare.Costs) / 1000:0.0} ms, product {Rounds.Median(ofProduct.Costs) / 1000:0.0} ms (the machine's load hardly moves it)",
        ];
    }

    private static async Task Product(Sitter sitter)
    {
        var attempt = await sitter.Post($"{Quiz}/attempts");
        for (var number = 1; number <= Questions; number++)
        {
            await sitter.Get($"{attempt}?q={number}");
            await sitter.Save($"{attempt}/answers", $"{First}&Question={number}&Option=1");
        }

        await sitter.Get($"{attempt}/submit");
        await sitter.Get(await sitter.Post($"{attempt}/submit"));
    }

    private static async Task Bare(Sitter sitter)
    {
        var answers = $"/answers/{Guid.NewGuid()}";
        await sitter.Post(answers, Answer(0));
        for (var number = 1; number <= Questions; number++)
        {
            await sitter.Get("/lesson");
            await sitter.Save(answers, Answer(number));
        }

        await sitter.Get("/lesson");
        await sitter.Post(answers, Answer(Questions + 1));
        await sitter.Get("/lesson");

        static string Answer(int number) => $"{First}&Question={number}&Option=1";
    }

    private static async Task<double> Measure(Sitter[] sitters, Func<Sitter, Task> attempt, Server server, Measured measured)
    {
        foreach (var sitter in sitters)
            sitter.Saves.Clear();
        var before = Processor.Of(server.Pid);
        var (count, seconds) = await Sit(sitters, attempt);
        measured.Costs.Add((Processor.Of(server.Pid) - before) / count);
        var inOrder = sitters.SelectMany(sitter => sitter.Saves).Order().ToArray();
        measured.P99.Add(inOrder[inOrder.Length * 99 / 100]);
        return count / seconds;
    }

    private static async Task<(int Count, double Seconds)> Sit(Sitter[] sitters, Func<Sitter, Task> attempt)
    {
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(sitters.Select(sitter => Task.Run(async () =>
        {
            var sat = 0;
            for (; Stopwatch.GetElapsedTime(began) < Round; sat++)
                await attempt(sitter);
            return sat;
        })));
        return (counts.Sum(), Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    // The size of a question's page is the size of the baseline's.
    private static async Task<string> Page(Visitor visitor)
    {
        using var started = await visitor.Post($"{Quiz}/attempts", []);
        using var page = await visitor.Get($"{started.Headers.Location}?q=1");
        var html = await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        using var handedIn = await visitor.Post($"{started.Headers.Location}/submit", []);
        return html;
    }

    // The same quiz, as often as one likes and without a wait.
    private static async Task<string> WithoutLimits(Site site)
    {
        var content = site.CopyContent();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(content, "courses/discovery"), "quiz-certification.md", SearchOption.AllDirectories))
            await File.WriteAllLinesAsync(file, (await File.ReadAllLinesAsync(file)).Where(line => !line.StartsWith("attempts:", StringComparison.Ordinal) && !line.StartsWith("cooldown:", StringComparison.Ordinal)));
        return content;
    }

    private sealed class Measured
    {
        /// <summary>Per round, in milliseconds.</summary>
        public List<double> P99 { get; } = [];

        /// <summary>Per round, processor time of an attempt in microseconds.</summary>
        public List<double> Costs { get; } = [];
    }
}
