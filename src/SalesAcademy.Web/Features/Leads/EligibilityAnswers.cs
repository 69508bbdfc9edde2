using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What a seller may be given now, whatever the lead.</summary>
/// <param name="Rep">The seller.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="PolicyVersion">The edition of the lead policy.</param>
/// <param name="Tier">The tier that leads are given by.</param>
/// <param name="Tags">Languages, regions, products and industries.</param>
/// <param name="MissingGates">Hard gates that fail today: the id of a certification, or inactive.</param>
/// <param name="AvailableFrom">When the seller is back at work; null when at work.</param>
/// <param name="OpenLeads">Leads owned, against the cap.</param>
/// <param name="WeeklyLeads">Leads taken in the last seven days, against the cap.</param>
/// <param name="ClaimsLeftToday">Claims from the public pool left today.</param>
/// <param name="RoomLeft">How many leads may be given now: the smaller of both remainders, nothing while a gate fails.</param>
public sealed record RepEligibility(
    Guid Rep, DateTime AsOf, int PolicyVersion, Tier Tier, IReadOnlyList<Tag> Tags, IReadOnlyList<string> MissingGates, DateTime? AvailableFrom, CapAnswer OpenLeads, CapAnswer WeeklyLeads,
    int ClaimsLeftToday, int RoomLeft);

/// <summary>How much of a cap is used.</summary>
/// <param name="Used">Leads that count.</param>
/// <param name="Cap">How many may.</param>
/// <param name="Left">How many more may.</param>
public sealed record CapAnswer(int Used, int Cap, int Left);

/// <summary>Who may be given a lead now, and what stands in the way of the others.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="AsOf">The instant.</param>
/// <param name="PolicyVersion">The edition of the lead policy.</param>
/// <param name="Sellers">How many sell here.</param>
/// <param name="Eligible">How many of them pass every rule.</param>
/// <param name="Reps">Sellers in the order of their ids.</param>
public sealed record LeadEligibility(Guid Lead, DateTime AsOf, int PolicyVersion, int Sellers, int Eligible, IReadOnlyList<RepVerdict> Reps);

/// <summary>One seller held against one lead.</summary>
/// <param name="Rep">The seller.</param>
/// <param name="Eligible">Whether every rule passes.</param>
/// <param name="Rules">Every rule, also behind the first refusal.</param>
public sealed record RepVerdict(Guid Rep, bool Eligible, IReadOnlyList<RuleAnswer> Rules);

/// <summary>A decision as it is stored.</summary>
/// <param name="Id">The record.</param>
/// <param name="Number">1, 2, 3, … in the order they were made.</param>
/// <param name="Lead">About which lead.</param>
/// <param name="Outcome">What became of the lead.</param>
/// <param name="Winner">Who got it.</param>
/// <param name="At">When.</param>
/// <param name="Late">Whether it had waited past its service level.</param>
/// <param name="WaitingSince">Since when the lead waited.</param>
/// <param name="Compared">How many sellers were compared.</param>
/// <param name="Passed">How many passed every rule.</param>
/// <param name="FailedFirst">How many failed at a rule as their first.</param>
/// <param name="Ranking">The winner and up to ten runners-up, in order.</param>
/// <param name="AwayIgnored">Whether everybody fit was away and the policy passes over that.</param>
/// <param name="Explored">Whether it was given by lot among sellers of its tier and of the one below; the ranking is then the order of the lots.</param>
/// <param name="Size">With how many a win counts.</param>
/// <param name="Sequence">The point of the ledger it was made as of.</param>
/// <param name="PolicyVersion">The edition of the lead policy.</param>
/// <param name="PolicyHash">The lead policy.</param>
/// <param name="ModelHash">The readiness policy.</param>
/// <param name="ContentHash">The edition of the content in which both are found again.</param>
public sealed record DecisionAnswer(
    Guid Id, long Number, Guid Lead, AssignmentOutcome Outcome, Guid? Winner, DateTime At, bool Late, DateTime WaitingSince, int Compared, int Passed, IReadOnlyList<FailureAnswer> FailedFirst,
    IReadOnlyList<PlaceAnswer> Ranking, bool AwayIgnored, bool Explored, int Size, long Sequence, int PolicyVersion, string PolicyHash, string ModelHash, string ContentHash)
{
    internal static DecisionAnswer Of(DecisionRow row) => new(
        row.Id, row.Number, row.Lead, row.Outcome, row.Winner, row.At, row.Late, row.WaitingSince, row.Compared, row.Passed,
        [.. row.Failures.Select((count, i) => new FailureAnswer($"R{i + 1}", RuleAnswer.KeyOf((Rule)(i + 1)), count)).Where(f => f.Count > 0)],
        [.. row.Ranking.Select((place, i) => new PlaceAnswer(i + 1, place.Person, place.Key, place.VirtualTime, place.LastTurn, place.Tie))],
        row.AwayIgnored, row.Explored, row.Size, row.Sequence, row.PolicyVersion, row.PolicyHash, row.ModelHash, row.ContentHash);
}

/// <summary>How many sellers failed at a rule as their first.</summary>
/// <param name="Rule">R1 to R8.</param>
/// <param name="Key">The rule by name.</param>
/// <param name="Count">How many.</param>
public sealed record FailureAnswer(string Rule, string Key, int Count);

/// <summary>A place in the ranking: the least key wins, then who had the turn longest ago, then the tie.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Rep">The seller.</param>
/// <param name="Key">In millionths of a lead.</param>
/// <param name="VirtualTime">What the seller had before, in millionths of a lead.</param>
/// <param name="LastTurn">The number of the last lead won.</param>
/// <param name="Tie">The fixed tie key.</param>
public sealed record PlaceAnswer(int Place, Guid Rep, long Key, long VirtualTime, long LastTurn, string Tie);

/// <summary>A decision with what explains it to one seller: the rules asked again as of the same point of the ledger, under the same policies.</summary>
/// <param name="Decision">The record.</param>
/// <param name="Rep">To whom it is explained; null when it is to nobody.</param>
/// <param name="Rules">Every rule as of then.</param>
/// <param name="UnderOtherPolicies">The content of then is not kept here: the rules are those of now.</param>
public sealed record ExplainedDecision(DecisionAnswer Decision, Guid? Rep, IReadOnlyList<RuleAnswer> Rules, bool UnderOtherPolicies);
