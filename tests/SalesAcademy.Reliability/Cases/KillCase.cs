using System.Security.Cryptography;
using SalesAcademy.Reliability.Learning;
using SalesAcademy.Reliability.Planted;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>kill -9 while eight people answer and submit, round after round on one data folder: five, or two at every commit.</summary>
internal static class KillCase
{
    private const int ControlRounds = 5;

    // Everybody is at work by then, and each round has something to lose.
    private const int Busy = 100;

    private static readonly TimeSpan SoonReady = TimeSpan.FromSeconds(10);

    public static async Task<Verdict> Run(Supplies supplies)
    {
        using var learners = await Class.Enter(supplies);
        var faults = new List<string>();
        var (missing, inHand, slowest) = (0, 0, TimeSpan.Zero);
        var server = await learners.Serve();
        try
        {
            await learners.SignIn();
            for (var round = 1; round <= supplies.Rounds; round++)
            {
                var before = learners.Log.Count;
                server = await KillAtWork(learners, server);
                inHand += learners.Learners.Count(learner => learner.UnansweredSince is not null);
                var ready = await server.Ready();
                slowest = ready > slowest ? ready : slowest;
                if (ready > SoonReady && !Machine.IsBusy)
                    faults.Add($"round {round}: ready only after {ready.TotalSeconds:0.0} s");
                var judge = await learners.Judge();
                missing += judge.Missing;
                faults.AddRange(judge.Faults);
                faults.AddRange(await learners.Look());
                Console.WriteLine($"  round {round}: {learners.Log.Count - before} acknowledged, {judge.Missing} missing, ready after {ready.TotalSeconds:0.0} s{Machine.Note}");
            }

            // Once more without a kill, so that the last requests in hand are sent again as well.
            using var end = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await learners.Work(end.Token);
            faults.AddRange((await learners.Judge()).Faults.Except(faults));
            faults.AddRange(learners.Surprises);
        }
        finally
        {
            server.Dispose();
        }

        return Verdict.From(faults, $"{learners.Log.Count} acknowledged in {supplies.Rounds} rounds, {missing} missing, {inHand} requests in hand at a kill and sent again, slowest start {slowest.TotalSeconds:0.0} s");
    }

    /// <summary>The control: the same rounds must find what this build loses.</summary>
    public static async Task<Verdict> RunFaulty(Supplies supplies)
    {
        using var learners = await Class.Enter(supplies, Supplies.Faulty(FaultyAcademy.EarlyAcknowledgement));
        var (missing, round) = (0, 0);
        var server = await learners.Serve();
        try
        {
            await learners.SignIn();
            for (; round < ControlRounds && missing == 0; round++)
            {
                server = await KillAtWork(learners, server);
                await server.Ready();
                missing = (await learners.Judge()).Missing;
            }
        }
        finally
        {
            server.Dispose();
        }

        return new Verdict(missing > 0, $"{learners.Log.Count} acknowledged, {(missing > 0 ? "caught" : "not caught")} in round {round}: {missing} missing");
    }

    // The server that takes the place of the killed one, not yet ready.
    private static async Task<Server> KillAtWork(Class learners, Server server)
    {
        var work = learners.Work(CancellationToken.None);
        await learners.Acknowledged(learners.Log.Count + Busy);
        // The kill must fall anywhere in the work, another place each time. What is killed is a process on the machine's clock, which no test can move.
        await Task.Delay(RandomNumberGenerator.GetInt32(200, 900));
        server.Kill();
        await work;
        server.Dispose();
        return learners.Launch();
    }
}
