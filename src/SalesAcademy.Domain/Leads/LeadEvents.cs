using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>A lead came in.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Tier">The tier a seller needs.</param>
public sealed record LeadArrived(Guid Subject, Tier Tier) : IEvent;

/// <summary>Nobody passed every rule, so the lead waits.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Day">The local day.</param>
/// <param name="PolicyHash">The lead policy.</param>
public sealed record LeadHeld(Guid Subject, DateOnly Day, string PolicyHash) : IEvent, IUnderPolicy;

/// <summary>A lead nobody was given went to the public pool.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Late">Whether it had waited past its service level.</param>
/// <param name="Day">The local day.</param>
/// <param name="PolicyHash">The lead policy.</param>
public sealed record LeadPooled(Guid Subject, bool Late, DateOnly Day, string PolicyHash) : IEvent, IUnderPolicy;

/// <summary>A seller took a lead from the public pool.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Person">The owner.</param>
/// <param name="Day">The local day.</param>
/// <param name="LastDay">The last day of protection.</param>
/// <param name="PolicyHash">The lead policy.</param>
public sealed record LeadClaimed(Guid Subject, Guid Person, DateOnly Day, DateOnly LastDay, string PolicyHash) : IEvent, IUnderPolicy;

/// <summary>A lead was given to a seller.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Person">The owner.</param>
/// <param name="Day">The local day.</param>
/// <param name="LastDay">The last day of protection.</param>
/// <param name="PolicyHash">The lead policy.</param>
public sealed record LeadAssigned(Guid Subject, Guid Person, DateOnly Day, DateOnly LastDay, string PolicyHash) : IEvent, IUnderPolicy;

/// <summary>The owner followed up.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Person">The owner.</param>
/// <param name="Day">The day of the follow-up.</param>
/// <param name="LastDay">The last day of protection now.</param>
/// <param name="PolicyHash">The lead policy.</param>
public sealed record FollowUpRecorded(Guid Subject, Guid Person, DateOnly Day, DateOnly LastDay, string PolicyHash) : IEvent, IUnderPolicy;

/// <summary>The buyer has reached another stage of the playbook, or is back in an earlier one.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Person">The owner.</param>
/// <param name="From">The stage until now.</param>
/// <param name="To">The stage from now on.</param>
/// <param name="Day">The local day.</param>
public sealed record LeadProgressed(Guid Subject, Guid Person, string From, string To, DateOnly Day) : IEvent;

/// <summary>An opportunity was opened; the lead does not go back meanwhile.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Person">The owner.</param>
/// <param name="Day">The local day.</param>
public sealed record OpportunityOpened(Guid Subject, Guid Person, DateOnly Day) : IEvent;

/// <summary>The opportunity was closed; protection counts again.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Person">The owner.</param>
/// <param name="Day">The local day.</param>
public sealed record OpportunityClosed(Guid Subject, Guid Person, DateOnly Day) : IEvent;

/// <summary>A lead went back.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Person">The owner until now.</param>
/// <param name="Reason">Given back, time was over, or given to another.</param>
/// <param name="Day">The local day.</param>
/// <param name="CoolDownEnds">The first day on which the same person may have it again.</param>
/// <param name="PolicyHash">The lead policy.</param>
public sealed record LeadReturned(Guid Subject, Guid Person, ReturnReason Reason, DateOnly Day, DateOnly CoolDownEnds, string PolicyHash) : IEvent, IUnderPolicy;

/// <summary>Why a lead went back.</summary>
public enum ReturnReason
{
    /// <summary>The owner gave it back.</summary>
    GivenBack,

    /// <summary>Its last day was over.</summary>
    Expired,

    /// <summary>Somebody who answers for it gave it to another seller.</summary>
    Transferred,
}

/// <summary>A lead is handed out to nobody any more; whoever had it has it no longer.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Person">The owner until now; null where it had none.</param>
/// <param name="Kind">Held back, or the customer may not be contacted.</param>
/// <param name="Day">The local day.</param>
public sealed record LeadLocked(Guid Subject, Guid? Person, LockKind Kind, DateOnly Day) : IEvent;

/// <summary>A locked lead may be handed out again.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Day">The local day.</param>
public sealed record LeadUnlocked(Guid Subject, DateOnly Day) : IEvent;

/// <summary>The customer bought.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Person">The owner.</param>
/// <param name="Day">The local day.</param>
public sealed record LeadWon(Guid Subject, Guid Person, DateOnly Day) : IEvent;

/// <summary>The customer will not buy.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Person">The owner.</param>
/// <param name="Day">The local day.</param>
public sealed record LeadLost(Guid Subject, Guid Person, DateOnly Day) : IEvent;

/// <summary>A lead that was won or lost is its last owner's again.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Person">The owner.</param>
/// <param name="Day">The local day.</param>
/// <param name="LastDay">The last day of protection.</param>
/// <param name="PolicyHash">The lead policy.</param>
public sealed record LeadReopened(Guid Subject, Guid Person, DateOnly Day, DateOnly LastDay, string PolicyHash) : IEvent, IUnderPolicy;

/// <summary>A seller contests that they were not given a lead; the reason is kept apart, its hash with the event.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Lead">The lead.</param>
/// <param name="Record">The recorded decision; null for a lead of the public pool.</param>
public sealed record DenialContested(Guid Subject, Guid Contest, Guid Lead, Guid? Record) : IEvent;

/// <summary>Somebody decided about a contested denial.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Decider">Who decided.</param>
/// <param name="Ruling">What.</param>
public sealed record DenialDecided(Guid Subject, Guid Contest, Guid Decider, DenialRuling Ruling) : IEvent;

/// <summary>The owner asks those outside the sale to agree to an offer; what is offered is kept apart.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Review">The review.</param>
/// <param name="Person">The owner.</param>
/// <param name="Of">What is reviewed.</param>
/// <param name="By">Who reviews it.</param>
/// <param name="Version">1 for the first wording, 2 for the next.</param>
/// <param name="DueOn">The last day on which it is to be decided.</param>
public sealed record OfferReviewAsked(Guid Subject, Guid Review, Guid Person, OfferKind Of, ReviewBody By, int Version, DateOnly DueOn) : IEvent;

/// <summary>A reviewer decided about an offer.</summary>
/// <param name="Subject">The lead.</param>
/// <param name="Review">The review.</param>
/// <param name="Reviewer">Who decided.</param>
/// <param name="Ruling">What.</param>
public sealed record OfferReviewed(Guid Subject, Guid Review, Guid Reviewer, OfferRuling Ruling) : IEvent;

/// <summary>Another lead about the same customer was merged into a lead.</summary>
/// <param name="Subject">The lead that stays.</param>
/// <param name="Duplicate">The other, which is kept as a tombstone.</param>
/// <param name="Day">The local day.</param>
public sealed record LeadMerged(Guid Subject, Guid Duplicate, DateOnly Day) : IEvent;

/// <summary>A merge was undone.</summary>
/// <param name="Subject">The lead that had stayed.</param>
/// <param name="Duplicate">The other, which is a lead of its own again.</param>
/// <param name="Day">The local day.</param>
public sealed record LeadSeparated(Guid Subject, Guid Duplicate, DateOnly Day) : IEvent;

/// <summary>Leads of a file began to come in.</summary>
/// <param name="Subject">The import.</param>
/// <param name="Rows">Rows of the file that hold something.</param>
/// <param name="Refused">Those of them that were left out, as the person who began it knew.</param>
public sealed record LeadImportBegun(Guid Subject, int Rows, int Refused) : IEvent;

/// <summary>Every row of a file that could come in has.</summary>
/// <param name="Subject">The import.</param>
/// <param name="Arrived">Leads that are new, locked ones included.</param>
/// <param name="Merged">Leads merged into others.</param>
/// <param name="Known">Rows that said nothing new.</param>
public sealed record LeadImportEnded(Guid Subject, int Arrived, int Merged, int Known) : IEvent;
