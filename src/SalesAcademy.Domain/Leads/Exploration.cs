namespace SalesAcademy.Domain.Leads;

/// <summary>
/// A declared share of leads of tier C and B is given by chance instead of by turn, so that the threshold of the tier can be judged by what
/// becomes of them: among sellers of the lead's tier and of the one below, who pass every other rule, caps of their own tier included. Nobody
/// else takes part. The chance is drawn from the policy's seed and the lead, so that whoever asks again gets the same answer (model.md section 6).
/// </summary>
public static class Exploration
{
    // The winner and ten runners-up are recorded, as for a turn.
    private const int Length = 11;

    private const double Fraction = 1d / (1ul << 53);

    /// <summary>Whether the lot falls on this lead; never where the policy gives chance no share.</summary>
    public static bool Falls(LeadPolicy policy, Lead lead) =>
        policy.Exploration > 0 && lead.Tier is Readiness.Tier.C or Readiness.Tier.B && Draw(policy.Seed, lead.Id) < policy.Exploration;

    /// <summary>A number in [0, 1) fixed by policy and lead: the first 53 bits of SHA-256 of "seed|explore|id".</summary>
    public static double Draw(string seed, Guid lead) => (Stride.Tie(seed, $"explore|{lead}") >> 11) * Fraction;

    /// <summary>The lot of a seller for a lead; the least wins. Mixed (splitmix64) from two SHA-256 prefixes, the seller's tie and the lead's, so that no seller is favoured from lead to lead.</summary>
    public static ulong Lot(ulong tie, ulong ofLead)
    {
        var mixed = tie + ofLead;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Those at the edge of the lead's tier in the order of their lots; nobody where nobody below it could have the lead, for then chance would teach nothing.</summary>
    internal static IReadOnlyList<Candidate> Order(LeadPolicy policy, Lead lead, Cell cell, Func<Seat, bool> fits)
    {
        var ofLead = Stride.Tie(policy.Seed, $"lot|{lead.Id}");
        var edge = cell.Lanes
            .Where(lane => (int)lead.Tier - (int)lane.Sample.Tier is 0 or 1 && lane.Meets(lead, policy))
            .SelectMany(lane => Enumerable.Range(0, lane.Ready.Count).Select(index => lane.Ready[index]))
            .Where(fits).ToArray();
        return edge.All(seat => seat.Facts.Tier >= lead.Tier)
            ? []
            : [.. edge.OrderBy(seat => Lot(seat.Tie, ofLead)).ThenBy(seat => seat.Facts.TieId, StringComparer.Ordinal).Take(Length).Select(seat => seat.Candidate)];
    }
}
