using System.Security.Cryptography;
using SalesAcademy.Reliability.Learning;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>kill -9 while eight people answer and submit, five rounds on one data folder.</summary>
internal static class KillCase
{
    private const int Rounds = 5;

    // Everybody is at work by then, and each round has something to lose.
    private const int Busy = 100;

    private static readonly TimeSpan SoonReady = TimeSpan.FromSeconds(10);

    public static async Task<Verdict> Run(Builds builds)
    {
        var (faults, missing, figures) = await Kill(builds.Product, untilMissing: false);
        return Verdict.From(faults, $"{figures}, {missing} missing");
    }

    /// <summary>The control: the same rounds must find what this build loses.</summary>
    public static async Task<Verdict> RunPlanted(Builds builds)
    {
        var (_, missing, figures) = await Kill(builds.Planted("PLANTED_ACK_BEFORE_COMMIT"), untilMissing: true);
        return new Verdict(missing > 0, $"{figures}, caught by {missing} missing");
    }

    private static async Task<(IReadOnlyList<string> Faults, int Missing, string Figures)> Kill(string build, bool untilMissing)
    {
        using var learners = await Class.Enter(build);
        var faults = new List<string>();
        var (missing, slowest) = (0, TimeSpan.Zero);
        var server = await learners.Serve();
        try
        {
            await learners.SignIn();
            for (var round = 1; round <= Rounds && !(untilMissing && missing > 0); round++)
            {
                var before = learners.Log.Count;
                var work = learners.Work(CancellationToken.None);
                await learners.Acknowledged(before + Busy);
                await Task.Delay(RandomNumberGenerator.GetInt32(200, 900));
                server.Kill();
                await work;
                server.Dispose();
                server = Server.Launch(build, learners.Data, learners.Port);
                var ready = await server.Ready(TimeSpan.FromSeconds(60));
                slowest = ready > slowest ? ready : slowest;
                if (ready > SoonReady && !Machine.IsBusy)
                    faults.Add($"round {round}: ready only after {ready.TotalSeconds:0.0} s");
                var judge = await learners.Judge();
                missing += judge.Missing;
                faults.AddRange(judge.Faults);
                faults.AddRange(await learners.Look());
                Console.WriteLine($"  round {round}: {learners.Log.Count - before} acknowledged, {judge.Missing} missing, ready after {ready.TotalSeconds:0.0} s");
            }

            // Once more without a kill, so that the last requests in hand are sent again as well.
            using var end = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await learners.Work(end.Token);
            faults.AddRange((await learners.Judge()).Faults.Except(faults));
        }
        finally
        {
            server.Dispose();
        }

        return (faults, missing, $"{learners.Log.Count} acknowledged, slowest start {slowest.TotalSeconds:0.0} s{Machine.Note}");
    }
}
