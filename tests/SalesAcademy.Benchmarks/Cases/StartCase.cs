using System.Globalization;
using System.Text.RegularExpressions;
using SalesAcademy.Running;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>How soon a restart serves its first page, and what the process holds after people have walked through it.</summary>
internal static partial class StartCase
{
    private const int Starts = 5;
    private const int MostPages = 150;

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        var data = await site.Seed(4);
        using (var first = await site.Serve(data))
            await first.Stop();
        var starts = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            using var again = Server.Launch(site.Product, data, Server.FreePort());
            starts.Add((await again.Ready(TimeSpan.FromSeconds(60), "/people/sign-in")).TotalSeconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  start {i + 1}: first page after {starts[^1]:0.00} s (machine load {Machine.Load})"));
            await again.Stop();
        }

        using var server = await site.Serve(data);
        var idle = server.Resident();
        var pages = (await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Walk(server.Address, number)))).Sum();
        return
        [
            $"second start to first page: {Rounds.Median(starts):0.00} s (target <= 2)",
            $"memory: {idle / 1_000_000} MB when ready, {server.Resident() / 1_000_000} MB after a journey of {pages} pages (target <= 250)",
        ];
    }

    // Every page that a link leads to, and a lesson's check on the way.
    private static async Task<int> Walk(Uri address, int number)
    {
        using var visitor = await Visitor.SignIn(address, number);
        using (var started = await visitor.Post("/quizzes/discovery/check-open/attempts", []))
            for (var question = 1; question <= 3; question++)
                (await visitor.Post($"{started.Headers.Location}/answers", [("Question", question.ToString(CultureInfo.InvariantCulture)), ("Option", "0"), ("Sequence", "1")], byScript: true)).Dispose();
        var (seen, open) = (new HashSet<string>(), new Queue<string>(["/"]));
        while (seen.Count < MostPages && open.TryDequeue(out var page))
        {
            using var answer = await visitor.Get(page);
            foreach (Match link in Link().Matches(await answer.Content.ReadAsStringAsync()))
                if (seen.Add(link.Groups["page"].Value))
                    open.Enqueue(link.Groups["page"].Value);
        }

        return seen.Count;
    }

    [GeneratedRegex("""<a [^>]*href="(?<page>/[^"#?]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
