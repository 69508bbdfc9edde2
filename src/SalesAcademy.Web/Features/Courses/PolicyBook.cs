using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Policies that were put in force.</summary>
/// <param name="Number">1, 2, 3, … in the order of activation.</param>
/// <param name="At">When.</param>
/// <param name="Person">By whom; null for the first, which the academy found in its folder.</param>
/// <param name="Reason">The words of the reason, in their erasable row.</param>
/// <param name="LeadsVersion">The number the author gave the lead policy.</param>
/// <param name="ReadinessVersion">The number the author gave the readiness policy.</param>
/// <param name="Foretold">What the simulation foretold that was read before, as JSON; null for the first.</param>
/// <param name="Policies">The files, word for word.</param>
public sealed record PolicyEdition(
    long Number, DateTime At, Guid? Person, Guid? Reason, int LeadsVersion, int ReadinessVersion, string? Foretold, IReadOnlyList<ArchiveEntry> Policies);

/// <summary>Which policies are in force. A saved file changes nothing: it is a proposal until somebody activates it.</summary>
public sealed class PolicyBook : IHostedService
{
    private readonly ILedger ledger;
    private readonly Library library;
    private readonly IDbContextFactory<AcademyDb> contexts;
    private readonly Clock clock;
    private readonly Lock following = new();
    private long number;

    internal PolicyBook(ILedger ledger, Library library, IDbContextFactory<AcademyDb> contexts, Clock clock) =>
        (this.ledger, this.library, this.contexts, this.clock) = (ledger, library, contexts, clock);

    /// <summary>Whether the folder holds other policies than those in force.</summary>
    public bool HasProposal => Proposed.Count > 0;

    /// <summary>What the proposal would change, setting by setting.</summary>
    public IReadOnlyList<PolicyChange> Proposed => library.Both is var (taught, saved) && taught != saved ? PolicyChange.Between(taught.Policies, saved.Policies) : [];

    /// <summary>What was put in force, the newest first; it is in force.</summary>
    /// <param name="db">The store.</param>
    /// <param name="most">How many are asked for.</param>
    /// <param name="number">Only that one.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<PolicyEdition>> History(AcademyDb db, int most, long? number = null, CancellationToken cancellation = default) =>
    [
        .. (await db.Set<PolicyActivationRow>().AsNoTracking().Where(row => number == null || row.Number == number).OrderByDescending(row => row.Number).Take(most).ToListAsync(cancellation))
        .Select(row => new PolicyEdition(row.Number, row.At, row.Person, row.Reason, row.LeadsVersion, row.ReadinessVersion, row.Foretold, row.Policies)),
    ];

    /// <summary>
    /// Puts a proposal in force. Refused: reason-needed; policies-incomplete when a file is missing or broken; simulation-stale when other policies are in force, or proposed, than the simulation compared.
    /// </summary>
    /// <param name="act">Who, when, and why.</param>
    /// <param name="inForce">The policies in force, as hashes, that it was compared with.</param>
    /// <param name="proposal">The proposal that was simulated.</param>
    /// <param name="foretold">What the simulation foretold, as JSON.</param>
    public async Task<Decision<Guid>> Activate(Act act, IReadOnlyList<string> inForce, Catalogue proposal, string foretold)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        if (string.IsNullOrWhiteSpace(act.Reason))
            return new Refusal("reason-needed");
        if (!IsComplete(proposal))
            return new Refusal("policies-incomplete");
        if (library.Saved.Hash != proposal.Hash)
            return new Refusal("simulation-stale");
        var decision = await ledger.Run<Guid>(act, async entry =>
        {
            await entry.Hold("policies");
            var newest = await Newest(entry.Db);
            // What is proposed may have become what is in force meanwhile.
            if (newest is null || !newest.Policies.Select(policy => policy.Hash).SequenceEqual(inForce) || proposal.Policies.Select(policy => policy.Hash).SequenceEqual(inForce))
                return new Refusal("simulation-stale");
            return Record(entry, newest.Number + 1, proposal, foretold);
        });
        try
        {
            await Follow();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            // It is decided and kept; PolicyKeeper follows as soon as store and archive let it.
        }

        return decision;
    }

    /// <summary>Follows what was activated, here or on another node. The first policies ever seen whole are in force without anybody's act.</summary>
    internal async Task Follow()
    {
        await using var db = await contexts.CreateDbContextAsync();
        if ((await Newest(db) ?? await Adopt(db)) is not { } newest)
            return;
        lock (following)
        {
            if (newest.Number <= number)
                return;
            library.PutInForce(newest.Policies, newest.ContentHash);
            number = newest.Number; // only now: where the archive had no room, it is tried again
        }
    }

    private async Task<PolicyActivationRow?> Adopt(AcademyDb db)
    {
        var first = library.Saved;
        // A policy that cannot be read is none: without its pools every lead would be open to everybody.
        if (!IsComplete(first) || library.LastCheck.KeptBack.Any(Catalogue.IsPolicy))
            return null;
        await ledger.Run<Guid>(clock.Act(), async entry =>
        {
            await entry.Hold("policies");
            return await Newest(entry.Db) is { } other ? other.Id : Record(entry, 1, first, foretold: null);
        });
        return await Newest(db);
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Follow();

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static Task<PolicyActivationRow?> Newest(AcademyDb db) => db.Set<PolicyActivationRow>().AsNoTracking().OrderByDescending(activation => activation.Number).FirstOrDefaultAsync();

    private static bool IsComplete(Catalogue catalogue) => catalogue is { ReadinessHash.Length: > 0, LeadsHash.Length: > 0 };

    private static Guid Record(Entry entry, long number, Catalogue catalogue, string? foretold)
    {
        var (id, act) = (entry.NewId(), entry.Act);
        var files = catalogue.Policies.ToDictionary(policy => policy.Path, policy => (policy.Hash, Text: Encoding.UTF8.GetString(policy.Bytes.Span)), StringComparer.Ordinal);
        var (readiness, leads) = (files["policies/readiness.yml"], files["policies/leads.yml"]);
        (string Hash, string Text)? pools = files.TryGetValue(PolicyActivationRow.PoolsFile, out var written) ? written : null;
        entry.Db.Add(new PolicyActivationRow
        {
            Number = number,
            Id = id,
            At = act.At,
            Day = act.Today,
            Person = act.Actor,
            Reason = string.IsNullOrWhiteSpace(act.Reason) ? null : entry.Say(act.Reason.Trim(), id),
            ReadinessVersion = catalogue.Readiness.Version,
            ReadinessHash = readiness.Hash,
            Readiness = readiness.Text,
            LeadsVersion = catalogue.Leads.Version,
            LeadsHash = leads.Hash,
            Leads = leads.Text,
            PoolsHash = pools?.Hash,
            Pools = pools?.Text,
            ContentHash = catalogue.Hash,
            Foretold = foretold,
        });
        if (number > 1) // the first are nobody's act, and change nothing
            entry.Record(new PoliciesActivated(id, catalogue.ReadinessHash, catalogue.LeadsHash, act.Today));
        return id;
    }
}
