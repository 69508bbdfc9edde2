using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Running;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>Answers saved one by one over HTTP, each person in an attempt of their own.</summary>
internal static class AnswersHttpCase
{
    private const int People = 32;
    private const string Quiz = "/quizzes/discovery/certification/attempts";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        using var academy = await site.Serve(await site.Seed(People));
        using var bare = await site.ServeBare();
        var (ofProduct, ofBare) = (new List<Asking>(), new List<Asking>());
        for (var number = 0; number < People; number++)
        {
            using var visitor = await Visitor.SignIn(academy.Address, number);
            using var started = await visitor.Post(Quiz, []);
            var fields = $"Question={(number % 10) + 1}&Option=1";
            ofProduct.Add(Asking.Form(academy.Address, $"{started.Headers.Location}/answers", visitor.Cookies, visitor.Token, fields));
            ofBare.Add(Asking.Form(bare.Address, $"/answers/{Guid.NewGuid()}", visitor.Cookies, visitor.Token, fields));
        }

        var lines = new List<string>();
        foreach (var writers in (int[])[8, 32])
        {
            using var learners = await Crowd.Gather(academy.Address, ofProduct.Take(writers));
            using var strangers = await Crowd.Gather(bare.Address, ofBare.Take(writers));
            await strangers.WarmUp();
            await learners.WarmUp();
            var (p99, bareCosts, productCosts) = (new List<double>(), new List<double>(), new List<double>());
            var answers = await Rounds.Interleave($"answers a second, {writers} writers", async () =>
            {
                var (seen, cost) = await strangers.Saturate(Round, bare.Pid);
                bareCosts.Add(cost);
                return seen.PerSecond;
            }, async () =>
            {
                var (seen, cost) = await learners.Saturate(Round, academy.Pid);
                productCosts.Add(cost);
                p99.Add(seen.P99);
                return seen.PerSecond;
            });
            lines.Add($"{writers} writers: bare {answers.Bare:0}/s, product {answers.Product:0}/s, p99 {Rounds.Median(p99):0.0} ms, ratio {answers.Product / answers.Bare:0.00} (target >= 0.6), "
                + $"processor time of an answer: bare {Rounds.Median(bareCosts):0} us, product {Rounds.Median(productCosts):0} us");
        }

        return lines;
    }
}
