using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Running;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>The page people open most, against the least that could send its bytes to somebody signed in.</summary>
internal static class LessonCase
{
    private const int Connections = 32;
    private const string Lesson = "/courses/discovery/cost";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        using var academy = await site.Serve(await site.Seed(8));
        var visitors = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Visitor.SignIn(academy.Address, number)));
        using var page = await visitors[0].Get(Lesson);
        var html = await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        using var bare = await site.ServeBare(html);
        using var readers = await Crowd.Gather(academy.Address, Enumerable.Range(0, Connections).Select(i => Asking.Page(academy.Address, Lesson, visitors[i % visitors.Length].Cookies)));
        var ticket = await BareTicket(bare.Address);
        using var strangers = await Crowd.Gather(bare.Address, Enumerable.Range(0, Connections).Select(_ => Asking.Page(bare.Address, "/lesson", ticket)));
        await strangers.WarmUp();
        await readers.WarmUp();

        var (ofBare, ofProduct) = (new List<double>(), new List<double>());
        var pages = await Rounds.Interleave("pages a second", () => Ask(strangers, bare, ofBare), () => Ask(readers, academy, ofProduct));
        var p99 = await Rounds.Interleave("p99 at half saturation, ms",
            async () => (await strangers.Pace(Round, pages.Bare / 2)).P99, async () => (await readers.Pace(Round, pages.Product / 2)).P99);
        Array.ForEach(visitors, visitor => visitor.Dispose());
        return
        [
            $"{html.Length / 1024} KB page, {Connections} connections: bare {pages.Bare:0}/s, product {pages.Product:0}/s, ratio {pages.Product / pages.Bare:0.00} (target >= 0.5)",
            $"processor time of a page: bare {Rounds.Median(ofBare):0} us, product {Rounds.Median(ofProduct):0} us, ratio {Rounds.Median(ofBare) / Rounds.Median(ofProduct):0.00} (the machine's load hardly moves it)",
            $"p99 at half saturation: bare {p99.Bare:0.0} ms, product {p99.Product:0.0} ms, ratio {p99.Product / p99.Bare:0.00} (target <= 2)",
        ];
    }

    private static async Task<double> Ask(Crowd crowd, Server server, List<double> costs)
    {
        var (seen, cost) = await crowd.Saturate(Round, server.Pid);
        costs.Add(cost);
        return seen.PerSecond;
    }

    /// <summary>A cookie of the baseline.</summary>
    public static async Task<string> BareTicket(Uri bare)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = bare };
        using var answer = await http.PostAsync("/sign-in", content: null);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }
}
