using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Domain.Leads;

/// <summary>Leads of one tier that a seller may newly be given.</summary>
/// <param name="Tier">The tier they need.</param>
/// <param name="Came">How many such leads came in over the window.</param>
public sealed record Opened(Tier Tier, int Came)
{
    /// <summary>Such leads a week, in tenths.</summary>
    public decimal AWeek => Inflow.AWeek(Came);
}

/// <summary>Why nothing a seller can do would open leads.</summary>
public enum NothingOpens
{
    /// <summary>Every lead that came in is one the seller may be given already.</summary>
    AllOpen,

    /// <summary>There would be something to reach, but no lead of it came in.</summary>
    NoneCame,

    /// <summary>All that the seller can do is not enough for any lead that came in.</summary>
    OutOfReach,

    /// <summary>The seller holds as many leads as even the next cap allows; some have to be brought to an end first.</summary>
    Full,

    /// <summary>The daily step opens it without anything being done.</summary>
    BySelf,
}

/// <summary>
/// The cheapest thing, or few things, a seller can do that open leads: the leads of the window that they would newly suit (<see cref="Inflow"/>) make
/// the figure, 7/28 of them a week, at most the weekly cap of the tier reached. The share divides each kind by the sellers it suits, the seller
/// included, and is at most that cap as well: it says how the turn would fall if all had had the same, not who will be given what. Figures are tenths,
/// halves away from zero. Everything is taken as done well today; nothing is said about winning.
/// </summary>
public sealed record Unlock
{
    /// <summary>What to do, in an order in which it can be done.</summary>
    public required IReadOnlyList<Effort> Steps { get; init; }

    /// <summary>What opens, by tier, the lowest first.</summary>
    public required IReadOnlyList<Opened> Opens { get; init; }

    /// <summary>Where the seller would stand.</summary>
    public required Competitor After { get; init; }

    /// <summary>The weekly cap then.</summary>
    public required int Cap { get; init; }

    /// <summary>More leads a week that the seller may be given, in tenths, at most the cap.</summary>
    public required decimal AWeek { get; init; }

    /// <summary>What of these a fair turn would bring, in tenths.</summary>
    public required decimal Share { get; init; }

    /// <summary>About how long it takes in all.</summary>
    public int Minutes => Steps.Sum(step => step.Minutes);

    /// <summary>Leads of the window that would newly suit.</summary>
    public int Came => Opens.Sum(opened => opened.Came);

    /// <summary>Whether the cap, not what came in, sets the figure.</summary>
    public bool IsCapped => Inflow.AWeek(Came) > Cap;

    /// <summary>Finds the cheapest unlock, or says why there is none.</summary>
    /// <param name="policy">The policy in force.</param>
    /// <param name="seller">The seller as the rules see them now.</param>
    /// <param name="prospect">Where efforts would lead.</param>
    /// <param name="efforts">What there is to do.</param>
    /// <param name="inflow">What came in.</param>
    public static (Unlock? Best, NothingOpens? Why) Of(LeadPolicy policy, Competitor seller, Prospect prospect, IReadOnlyList<Effort> efforts, Inflow inflow)
    {
        var closed = inflow.Kinds.Where(kind => kind.Count > 0 && !Inflow.Suits(policy, kind, seller)).ToArray();
        var most = prospect.After([.. efforts.Select(effort => effort.Event)]);
        if (closed.Length == 0)
            return (null, inflow.Count == 0 || most.Tier > seller.Tier ? NothingOpens.NoneCame : NothingOpens.AllOpen);
        if (Newly(prospect.After([])).Length > 0)
            return (null, NothingOpens.BySelf);
        if (LeastEffort.To(prospect, efforts, reached => Newly(reached).Length > 0 && !Loses(reached)) is not { } steps)
            return (null, most.Tier > seller.Tier ? NothingOpens.NoneCame : NothingOpens.OutOfReach);
        var there = prospect.After([.. steps.Select(step => step.Event)]);
        var after = As(seller, there);
        if (seller.OpenLeads >= policy.Open(after.Tier))
            return (null, NothingOpens.Full);
        var opened = Newly(there);
        var cap = policy.Weekly(after.Tier);
        return (new Unlock
        {
            Steps = steps,
            Opens = [.. opened.GroupBy(kind => kind.Tier).OrderBy(tier => tier.Key).Select(tier => new Opened(tier.Key, tier.Sum(kind => kind.Count)))],
            After = after,
            Cap = cap,
            AWeek = Math.Min(cap, Inflow.AWeek(opened.Sum(kind => kind.Count))),
            Share = Math.Min(cap, Inflow.Tenths(opened.GroupBy(kind => kind.Sellers).OrderBy(alike => alike.Key).Sum(alike => alike.Sum(kind => kind.Count) * 7m / Inflow.Days / (alike.Key + 1)))),
        }, null);

        LeadKind[] Newly(Reached reached)
        {
            var then = As(seller, reached);
            return [.. closed.Where(kind => Inflow.Suits(policy, kind, then))];
        }

        // A look by a coach may lower a competency that some tag demands.
        bool Loses(Reached reached)
        {
            var then = As(seller, reached);
            return inflow.Kinds.Any(kind => Inflow.Suits(policy, kind, seller) && !Inflow.Suits(policy, kind, then));
        }
    }

    /// <summary>The seller as the rules would see them there.</summary>
    public static Competitor As(Competitor seller, Reached reached) => seller with
    {
        Tier = reached.Tier,
        MissingGates = reached.MissingGates,
        Certifications = reached.Certifications,
        Competencies = reached.Assessment.Competencies.ToDictionary(score => score.Competency, score => score.Value, StringComparer.Ordinal),
    };
}
