using System.Diagnostics;
using System.Globalization;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Running;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>
/// A year of decisions made again in memory: sellers of eight regions and every tier, leads in the order of arrival, each with winner, ten
/// runners-up and failure counts, and closed some days later. How it grows with the sellers is plotted.
/// </summary>
internal static class DecisionsCase
{
    private static readonly int[] Sellers = [1_000, 10_000, 100_000];
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly Tag[][] Regions = [.. Enumerable.Range(0, 8).Select(region => new[] { new Tag("language", region < 4 ? "zh" : "en"), new Tag("region", $"region-{region}") })];

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        var leads = Sizes.Asked.Leads;
        var policy = ContentCompiler.Compile(Path.Combine(Checkout.Root, "content"), Catalogue.Empty).Catalogue?.Leads ?? throw new InvalidOperationException("The content does not compile.");
        Replay(policy, 1_000, 20_000); // warms up
        var (growth, lines) = (new Growth("decisions", $"Microseconds a decision, {leads:N0} leads replayed", "us"), new List<string>());
        foreach (var sellers in Sellers)
        {
            var (assigned, slowest) = (0, 0.0);
            var (took, peak) = await Peak.Of(() =>
            {
                (assigned, slowest) = Replay(policy, sellers, leads);
                return Task.CompletedTask;
            });
            growth.Add(sellers, took.TotalMicroseconds / leads);
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"{leads:N0} leads over {sellers:N0} sellers: {took.TotalSeconds:0.00} s, p99 of one {slowest:0.0} us, {assigned:N0} assigned, peak {peak} MB (target for 1,000,000 over 100,000: <= 10 s, <= 1000 MB; machine load {Machine.Load})"));
        }

        lines.Add($"plotted in {await growth.Write()}");
        return lines;
    }

    private static (int Assigned, double P99) Replay(LeadPolicy policy, int sellers, int leads)
    {
        var engine = new AssignmentEngine(policy, Start);
        var chance = new Random(sellers);
        for (var number = 0; number < sellers; number++)
            engine.Join(new Competitor { Id = Id(number), Tier = (Tier)Math.Min(4, chance.Next(0, 6)), Tags = Regions[number % Regions.Length] });
        var (closing, took, assigned) = (new PriorityQueue<Guid, (DateTimeOffset, int)>(), new float[leads], 0);
        for (var number = 0; number < leads; number++)
        {
            var at = Start.AddSeconds(number * 31_536_000L / leads);
            var lead = new Lead { Id = Id(number), Tier = (Tier)(1 + Math.Min(3, chance.Next(0, 5))), Waiting = at, Tags = Regions[chance.Next(Regions.Length)] };
            var opened = TimeSpan.FromDays(1 + chance.Next(0, 9));
            var asked = Stopwatch.GetTimestamp();
            while (closing.TryPeek(out var owner, out var due) && due.Item1 <= at)
            {
                closing.Dequeue();
                engine.CloseLead(owner);
            }

            var decision = engine.Decide(lead, new Moment(at, DateOnly.FromDateTime(at.UtcDateTime)));
            engine.Apply(decision);
            took[number] = (float)Stopwatch.GetElapsedTime(asked).TotalMicroseconds;
            if (decision.Winner is { } winner)
            {
                assigned++;
                closing.Enqueue(winner.Person, (at + opened, number));
            }
        }

        Array.Sort(took);
        return (assigned, took[leads * 99L / 100]);
    }

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
