using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>One of the two policies of a simulation, with the sellers as it has them.</summary>
internal sealed class Side
{
    private static readonly Stance Nowhere = new(Tier.Shadow, Tier.Shadow, Tier.Shadow, GatesHold: false, 0, 0, 0, 0, []);

    private readonly Dictionary<Guid, SellerOutlook> outlooks;
    private readonly Catalogue catalogue;

    private Side(Catalogue catalogue, IReadOnlyList<SellerOutlook> standing, IReadOnlyList<Competitor> competitors) =>
        (this.catalogue, outlooks, Competitors) = (catalogue, standing.ToDictionary(outlook => outlook.Standing.Person), competitors);

    public LeadPolicy Policy => catalogue.Leads;

    public int GraceDays => catalogue.Readiness.DemotionDays;

    public IReadOnlyList<Competitor> Competitors { get; }

    public static async Task<Side> Of(AcademyDb db, Catalogue catalogue, ReadinessBook book, Sellers sellers, AsOf asOf)
    {
        var standing = await book.Under(db, catalogue, asOf.Today);
        return new(catalogue, standing, await sellers.Under(db, catalogue, standing, asOf with { Sequence = long.MaxValue }));
    }

    public Stance StanceOf(Guid person) => outlooks.GetValueOrDefault(person) is { Standing: var standing, Profile: var profile } outlook
        ? new(standing.Tier, outlook.Tomorrow, outlook.Settled, standing.GatesHold, Policy.Weekly(standing.Tier), standing.Score, standing.Low, standing.High, catalogue.Readiness.Roles[profile].Thresholds)
        : Nowhere;

    /// <summary>How many sellers may be given each lead, and how many of the leads each seller. A lead in the pool is taken by whoever is at work, so that being away is asked of waiting ones only.</summary>
    public (IReadOnlyDictionary<Guid, int> Leads, IReadOnlyDictionary<Guid, int> Sellers) May(IReadOnlyList<LeadFile> leads, AsOf asOf, CancellationToken cancellation)
    {
        var (reach, ofLeads) = (new Reach(Policy, Competitors, asOf.Moment), new Dictionary<Guid, int>());
        foreach (var file in leads)
        {
            cancellation.ThrowIfCancellationRequested();
            ofLeads[file.Row.Id] = reach.Count(file.Under(Policy).Now, evenAway: file.Row.State == LeadState.Pool);
        }

        return (ofLeads, reach.OfSellers());
    }

    /// <summary>What LeadKeeper does with the leads that wait, one after the other: an account that somebody is given here is theirs for the leads behind.</summary>
    public async Task<IReadOnlyDictionary<Guid, AssignmentDecision>> Next(AcademyDb db, IReadOnlyList<LeadFile> waiting, AsOf asOf)
    {
        var (turn, next, accounts) = (await Turn.LayFor(db, Policy, Competitors, asOf), new Dictionary<Guid, AssignmentDecision>(), new Dictionary<string, Guid>(StringComparer.Ordinal));
        foreach (var file in waiting)
        {
            var (account, lead) = (file.Row.Account ?? "", file.Under(Policy).Now);
            var decision = turn.Engine.Decide(accounts.TryGetValue(account, out var owner) ? lead with { AccountOwner = owner } : lead, asOf.Moment);
            turn.Engine.Apply(decision);
            if (account.Length > 0 && decision.Winner is { } winner)
                accounts[account] = winner.Person;
            next[file.Row.Id] = decision;
        }

        return next;
    }

    /// <summary>Hands past leads out again.</summary>
    public IReadOnlyList<TrialOutcome> Try(IReadOnlyList<PastLead> past, AsOf asOf, Clock clock) =>
        PolicyTrial.Run(Policy, Competitors, [.. past.Select(one => one with { Lead = Policy.Placed(one.Lead) })], new DateTimeOffset(asOf.At), at => clock.DayOf(at.UtcDateTime));

    public TrialFigures Figures(Tier tier, IReadOnlyList<TrialOutcome> outcomes)
    {
        TrialOutcome[] own = [.. outcomes.Where(o => o.Tier == tier)];
        TimeSpan[] waits = [.. own.Where(o => o.Owner is not null).Select(o => o.Waited).Order()];
        var level = TimeSpan.FromHours(Policy.ServiceLevelHours[(int)tier]);
        return new(
            waits.Length, waits.Count(wait => wait <= level), own.Count(o => o.Outcome == AssignmentOutcome.Pool), own.Count(o => o.Outcome == AssignmentOutcome.Held),
            waits.Median());
    }

    /// <summary>How many sellers have the tier and its gates.</summary>
    public int SellersFor(Tier tier) => Competitors.Count(c => c.Tier >= tier && c.MissingGates.Count == 0 && Policy.Weekly(c.Tier) > 0);
}
