using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Vectors;

/// <summary>Speaks to the engine in the terms of the vectors: text ids, caps per seller (as leads already taken this week), one cell.</summary>
internal sealed class AssignmentTable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly AssignmentEngine engine;
    private readonly int largestCap;
    private readonly HashSet<string> known = [];
    private readonly Dictionary<Guid, string> names = [];

    public AssignmentTable(string seed, int largestCap = 1000)
    {
        this.largestCap = largestCap;
        engine = new AssignmentEngine(
            new LeadPolicy { Version = 1, Seed = seed, WeeklyCap = [largestCap, largestCap, largestCap, largestCap, largestCap] }, Now);
    }

    public void Join(string id, int weight, Tier? tier = null, int? cap = null)
    {
        names[IdOf(id)] = id;
        engine.Join(known.Add(id)
            ? new Competitor
            {
                Id = IdOf(id),
                TieId = id,
                Weight = weight,
                Tier = tier ?? Tier.Enterprise,
                Taken = [.. Enumerable.Repeat(Now, largestCap - (cap ?? largestCap))],
            }
            : engine.CompetitorOf(IdOf(id)) with { Weight = weight });
    }

    public void Leave(string id) => engine.Leave(IdOf(id));

    public string? Assign(Tier tier, int size)
    {
        var lead = new Lead { Id = Guid.Empty, Tier = tier, Size = size, Waiting = Now };
        var decision = engine.Decide(lead, new Moment(Now, DateOnly.FromDateTime(Now.Date)));
        engine.Apply(decision);
        return decision.Winner is { } winner ? names[winner.Person] : null;
    }

    public string VirtualTime(string id) => engine.StrideOf(IdOf(id)).VirtualTime.ToString(CultureInfo.InvariantCulture);

    private static Guid IdOf(string id) => new(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16));
}
