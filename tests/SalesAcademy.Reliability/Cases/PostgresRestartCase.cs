using System.Diagnostics;
using SalesAcademy.Reliability.Learning;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>PostgreSQL is restarted three times under eight people, each time breaking every connection at once.</summary>
internal static class PostgresRestartCase
{
    private const int Restarts = 3;

    public static async Task<Verdict> Run(Supplies supplies)
    {
        if (PostgresCluster.WhyNot is { } why)
            return Verdict.NotRun(why);
        using var cluster = PostgresCluster.Start();
        using var learners = await Class.EnterPostgres(supplies, await cluster.CreateDatabase());
        using var server = await learners.Serve();
        await learners.SignIn();
        using var end = new CancellationTokenSource();
        var work = learners.Work(end.Token);
        await learners.Acknowledged(100);
        for (var restart = 0; restart < Restarts; restart++)
        {
            var before = learners.Log.Count;
            cluster.Restart();
            await learners.Acknowledged(before + 100);
        }

        await end.CancelAsync();
        await work;
        var came = learners.Heard.Where(heard => heard.IsAcknowledged).Select(heard => heard.Came).Order().ToList();
        var gap = came.Zip(came.Skip(1), (earlier, later) => Stopwatch.GetElapsedTime(earlier, later)).Max();
        var faults = learners.Surprises.ToList();
        if (learners.Learners.Any(learner => learner.UnansweredSince is not null))
            faults.Add("a request was never answered");
        var judge = await learners.Judge();
        faults.AddRange(judge.Faults);
        return Verdict.From(faults, $"{Restarts} restarts, {learners.Log.Count} acknowledged, {judge.Missing} missing, longest gap {gap.TotalSeconds:0.0} s, longest wait {learners.Heard.Max(heard => heard.Took).TotalSeconds:0.0} s{Machine.Note}");
    }
}
