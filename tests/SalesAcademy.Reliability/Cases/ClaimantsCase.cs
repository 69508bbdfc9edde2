using SalesAcademy.Reliability.Claiming;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Cases;

/// <summary>
/// Two hundred sellers press claim on fifty leads of the pool at once, on SQLite and on PostgreSQL behind two processes; then four of them on more
/// leads than their caps allow. Each lead has one owner, nobody takes more than they may, and whoever loses is told why.
/// </summary>
internal static class ClaimantsCase
{
    private const int Sellers = 200;
    private const int Leads = 50;
    private const int Tries = 12; // of the fifty, in an order of their own
    private const int Few = 4;
    private const int Many = 60;
    private const int SignInsAtOnce = 2; // a password costs a tenth of a second of a core

    public static Task<Verdict> RunSqlite(Supplies supplies) => Run(supplies, database: null, nodes: 1);

    public static async Task<Verdict> RunPostgres(Supplies supplies)
    {
        if (PostgresCluster.WhyNot is { } why)
            return Verdict.NotRun(why);
        using var cluster = PostgresCluster.Start();
        return await Run(supplies, await cluster.CreateDatabase(), nodes: 2);
    }

    private static async Task<Verdict> Run(Supplies supplies, string? database, int nodes)
    {
        var folder = Directory.CreateTempSubdirectory("academy-claimants-").FullName;
        try
        {
            var data = Path.Combine(folder, "0");
            await Floor.Enter(data, database, Sellers);
            var (fifty, sixty) = (await Floor.Pour(data, database, Leads), await Floor.Pour(data, database, Many));
            var answers = await Claim(supplies, folder, database, nodes, fifty, sixty);
            var faults = (await ClaimJudge.Faults(data, database, answers)).ToList();
            var taken = answers.Where(answer => answer.IsTaken).Select(answer => answer.Lead).ToHashSet();
            faults.AddRange(fifty.Where(lead => !taken.Contains(lead)).Select(lead => $"nobody has lead {lead} of the fifty"));
            if (sixty.Count(taken.Contains) == Many)
                faults.Add("four sellers took sixty leads");
            await ClaimJudge.PlantSecondOwner(data, database);
            if (!(await ClaimJudge.Faults(data, database, answers)).Any(fault => fault.EndsWith("has 2 owners", StringComparison.Ordinal)))
                faults.Add("a planted second owner was not noticed");
            return Verdict.From(faults, $"{answers.Count} claims by {Sellers} sellers over {nodes} {(nodes == 1 ? "process" : "processes")}, {taken.Count} leads taken, the losers told: {Told(answers)}; a planted second owner noticed");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Answer>> Claim(Supplies supplies, string folder, string? database, int nodes, IReadOnlyList<Guid> fifty, IReadOnlyList<Guid> sixty)
    {
        var settings = database is null ? null : new Dictionary<string, string> { ["Academy__Database"] = database };
        var servers = new List<Server>();
        var claimants = new Claimant[Sellers];
        try
        {
            for (var node = 0; node < nodes; node++)
                servers.Add(await Server.Start(supplies.Product.Folder, Path.Combine(folder, $"{node}"), Server.FreePort(), settings));
            await Parallel.ForEachAsync(Enumerable.Range(0, Sellers), new ParallelOptions { MaxDegreeOfParallelism = SignInsAtOnce }, async (number, _) =>
                claimants[number] = new Claimant(number, await Visitor.SignIn(servers[number / 2 % nodes].Address, number)));
            var all = await Task.WhenAll(claimants.Select((claimant, number) => claimant.Claim(Shuffled(fifty, number).Take(Tries))));
            var few = await Task.WhenAll(claimants.Take(Few).Select((claimant, number) => claimant.Claim(Shuffled(sixty, number))));
            foreach (var server in servers)
                await server.Stop();
            return [.. all.SelectMany(answers => answers), .. few.SelectMany(answers => answers)];
        }
        finally
        {
            foreach (var used in claimants.OfType<IDisposable>().Concat(servers))
                used.Dispose();
        }
    }

    private static Guid[] Shuffled(IReadOnlyList<Guid> leads, int number)
    {
        Guid[] own = [.. leads];
        new Random(number).Shuffle(own);
        return own;
    }

    // The first words of a reason: names and figures follow.
    private static string Told(IReadOnlyList<Answer> answers) => string.Join(", ", answers.Where(answer => !answer.IsTaken)
        .GroupBy(answer => string.Join(' ', answer.Why.Split(' ').Take(4))).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} \"{g.Key} …\""));
}
