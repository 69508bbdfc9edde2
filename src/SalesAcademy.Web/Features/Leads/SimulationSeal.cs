using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What a simulation that was read says of itself, so that it can be activated and nothing else in its place.</summary>
/// <param name="InForce">Hashes of the policies it was compared with.</param>
/// <param name="Proposal">Hash of the catalogue with the proposal.</param>
/// <param name="At">The instant of its facts.</param>
/// <param name="Reader">Who read it.</param>
/// <param name="Foretold">Its outcome in figures.</param>
internal sealed record ReadSimulation(IReadOnlyList<string> InForce, string Proposal, DateTime At, Guid Reader, Foretold Foretold);

/// <summary>The outcome of a simulation in figures, kept with the activation.</summary>
internal sealed record Foretold(string Id, long Sequence, int Days, int Gain, int Lose, int AssignedBefore, int AssignedAfter, int UnassignedBefore, int UnassignedAfter)
{
    /// <summary>A hash of who gains and who loses; null in what was kept before there was one.</summary>
    public string? Whom { get; init; }

    public static Foretold Of(Simulation simulation) => new(
        Name(simulation), simulation.AsOf.Sequence, simulation.Days, simulation.Gainers.Count(), simulation.Losers.Count(),
        simulation.Tiers.Sum(t => t.Before.Assigned), simulation.Tiers.Sum(t => t.After.Assigned), simulation.Tiers.Sum(t => t.Before.Unassigned), simulation.Tiers.Sum(t => t.After.Unassigned))
    {
        Whom = HashOf(simulation.People.Where(person => person.Gains || person.Loses).OrderBy(person => person.Person).Select(person => new { person.Person, person.Gains })),
    };

    // The same policies on the same facts have the same name.
    private static string Name(Simulation simulation) => HashOf(new { simulation.InForce, Proposal = simulation.Proposal.Hash, simulation.AsOf.Sequence, simulation.Days })[..8];

    private static string HashOf<T>(T facts) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(facts)));
}

/// <summary>Seals what was read. Nothing is kept on the server, so any node can open it; nobody else can make one.</summary>
internal sealed class SimulationSeal(IDataProtectionProvider protection, Clock clock)
{
    /// <summary>A simulation is good for an hour: by then people and leads are others.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);

    private readonly IDataProtector protector = protection.CreateProtector("simulations");

    public string Of(Simulation simulation, Guid reader) =>
        protector.Protect(JsonSerializer.Serialize(new ReadSimulation(simulation.InForce, simulation.Proposal.Hash, simulation.AsOf.At, reader, Foretold.Of(simulation))));

    /// <summary>What was read; null for what this academy did not seal for this reader, and for what is no longer good.</summary>
    public ReadSimulation? Open(string? seal, Guid reader)
    {
        try
        {
            return seal is not null && JsonSerializer.Deserialize<ReadSimulation>(protector.Unprotect(seal)) is { } read && read.Reader == reader && clock.Now - read.At <= GoodFor ? read : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
