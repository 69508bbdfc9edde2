using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Benchmarks.Bare;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Running;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>Answers saved in this process: what the ledger costs beside a loop that only commits.</summary>
internal static class AnswersLedgerCase
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        const int most = 64;
        await using var app = People.Open(await site.Seed(most));
        await using var ledger = await app.OpenLedger();
        var papers = await Papers(app);
        var (save, clock) = (app.Services.GetRequiredService<SaveAnswer>(), app.Services.GetRequiredService<Clock>());
        var bare = BareWriter.Open(Path.Combine(site.Folder(), "bare.db"));
        var sequence = clock.Now.Ticks;
        var lines = new List<string>();
        foreach (var writers in (int[])[8, 32, most])
        {
            await Write(writers, WarmUp, Bare);
            await Write(writers, WarmUp, Product);
            var (ofBare, ofProduct) = (new List<double>(), new List<double>());
            var answers = await Rounds.Interleave($"answers a second, {writers} writers", () => Cost(ofBare, () => Write(writers, Round, Bare)), () => Cost(ofProduct, () => Write(writers, Round, Product)));
            lines.Add($"{writers} writers: bare {answers.Bare:0}/s, product {answers.Product:0}/s, ratio {answers.Product / answers.Bare:0.00} (target >= 0.6), "
                + $"processor time of an answer: bare {Rounds.Median(ofBare):0} us, product {Rounds.Median(ofProduct):0} us");
        }

        return lines;

        Task Bare(int writer, int turn) => bare.Save(new BareAnswer(papers[writer].Attempt, (turn % 10) + 1, "1", Interlocked.Increment(ref sequence), clock.Now));

        async Task Product(int writer, int turn)
        {
            var paper = papers[writer];
            var form = new AnswerForm { Question = [(turn % paper.Questions.Count) + 1], Option = [1], Sequence = Interlocked.Increment(ref sequence) };
            if (await save.Run(clock.Act(paper.Person), paper, form, "en") is Refused<StoredAnswer> refused)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"An answer was refused: {refused.Reason.Key}"));
        }
    }

    private static async Task<double> Cost(List<double> costs, Func<Task<double>> write)
    {
        var before = Processor.Of(Environment.ProcessId);
        var perSecond = await write();
        costs.Add((Processor.Of(Environment.ProcessId) - before) / (perSecond * Round.TotalSeconds));
        return perSecond;
    }

    private static async Task<List<Paper>> Papers(WebApplication app)
    {
        var (start, shelf, clock) = (app.Services.GetRequiredService<StartAttempt>(), app.Services.GetRequiredService<PaperShelf>(), app.Services.GetRequiredService<Clock>());
        await using var scope = app.Services.CreateAsyncScope();
        var papers = new List<Paper>();
        foreach (var person in await scope.ServiceProvider.GetRequiredService<AcademyDb>().Set<PersonRow>().Select(p => p.Id).ToListAsync())
        {
            var attempt = await start.Run(clock.Act(person), person, "discovery", "certification") as Accepted<Guid> ?? throw new InvalidOperationException("An attempt was refused.");
            papers.Add(await shelf.Find(attempt.Value, person) ?? throw new InvalidOperationException("An attempt has no paper."));
        }

        return papers;
    }

    private static async Task<double> Write(int writers, TimeSpan during, Func<int, int, Task> save)
    {
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var saved = 0;
            while (Stopwatch.GetElapsedTime(began) < during)
                await save(writer, saved++);
            return saved;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
