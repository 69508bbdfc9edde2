using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What the playbook asks to be agreed to for a lead, and the wording that stands.</summary>
/// <param name="Stage">The stage that asks.</param>
/// <param name="Demand">What it asks.</param>
/// <param name="Latest">The newest wording those reviewers saw; null before the first.</param>
internal sealed record DemandedOffer(PlaybookStage Stage, ReviewDemand Demand, ReviewRow? Latest)
{
    public bool IsAgreed => Latest?.IsAgreed == true;
}

/// <summary>Asks whether a lead may go on: what is offered has to be agreed to as it is worded now.</summary>
internal static class OfferBook
{
    /// <summary>What the playbook asks to be agreed to, in the order of its stages.</summary>
    public static async Task<IReadOnlyList<DemandedOffer>> Of(AcademyDb db, Playbook playbook, Guid lead)
    {
        return playbook.Reviews.Any() ? Of(playbook, await db.Set<ReviewRow>().Where(r => r.Lead == lead).ToListAsync()) : [];
    }

    /// <summary>The same for wordings that have been read.</summary>
    public static IReadOnlyList<DemandedOffer> Of(Playbook playbook, IReadOnlyList<ReviewRow> wordings) =>
        [.. playbook.Reviews.Select(asks => new DemandedOffer(asks.Stage, asks.Demand, wordings.Where(w => w.Of == asks.Demand.Of && w.By == asks.Demand.By).MaxBy(w => w.Version)))];

    /// <summary>Whether a lead may be in a stage as far as offers go. A step back is always free. Refused: review-needed (what, by whom).</summary>
    public static async Task<Refusal?> Bars(AcademyDb db, Playbook playbook, LeadRow lead, string to)
    {
        var (from, place) = (playbook.PlaceOf(lead.Stage), playbook.PlaceOf(to));
        return place > from ? Missing((await Of(db, playbook, lead.Id)).Where(offer => playbook.PlaceOf(offer.Stage.Id) < place)) : null;
    }

    /// <summary>The sum for which a lead may be won: as agreed to last, or as its owner says where nobody has to agree. Refused: review-needed, sum-needed, sum-not-agreed.</summary>
    public static async Task<Decision<WonFor>> Sum(AcademyDb db, Playbook playbook, LeadRow lead, decimal? said)
    {
        var offers = await Of(db, playbook, lead.Id);
        if (Missing(offers) is { } missing)
            return missing;
        if (said is not null && (said <= 0 || decimal.Round(said.Value, 2) != said))
            return new Refusal("offer-sum");
        if (offers is not [.., { Latest: { } agreed }])
            return new WonFor(said, lead.Currency);
        return said is null || said == agreed.Sum ? new WonFor(agreed.Sum, agreed.Currency) : new Refusal("sum-not-agreed", Money.Exact(agreed.Sum, agreed.Currency));
    }

    private static Refusal? Missing(IEnumerable<DemandedOffer> offers) =>
        offers.FirstOrDefault(offer => !offer.IsAgreed) is { Demand: var demand } ? new Refusal("review-needed", demand.Of, demand.By) : null;
}

/// <summary>What a lead was won for.</summary>
internal sealed record WonFor(decimal? Sum, string Currency);
