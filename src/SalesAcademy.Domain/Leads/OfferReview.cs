using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>What a reviewer decided about an offer.</summary>
public enum OfferRuling
{
    /// <summary>It may be made as it stands.</summary>
    Agreed,

    /// <summary>It may be made if the conditions in the answer are kept.</summary>
    AgreedWithConditions,

    /// <summary>It may not be made; the owner words it anew.</summary>
    SentBack,
}

/// <summary>
/// An offer that somebody outside the sale agrees to before the lead goes on: asked for by the owner, decided by a reviewer who is not the
/// owner, with a reason, within working days. An agreement is about one wording; another wording needs another agreement.
/// </summary>
public static class OfferReview
{
    /// <summary>The longest answer, in characters.</summary>
    public const int LongestAnswer = 1000;

    /// <summary>
    /// Whether the owner may ask; the last day on which it is to be decided. Refused with not-owner, review-early (the lead has not reached
    /// the stage that asks for it), offer-same (this wording lies before the same reviewers, or they have decided about it), or what does not fit in the offer.
    /// </summary>
    /// <param name="demand">What the playbook asks for.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="person">Who asks.</param>
    /// <param name="isReached">Whether the lead is in the stage that asks for it, or was.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="latest">The wording those reviewers saw last; null for the first.</param>
    /// <param name="today">The organisation's day.</param>
    public static Decision<DateOnly> Ask(ReviewDemand demand, Lead lead, Guid person, bool isReached, Offer offer, Offer? latest, DateOnly today)
    {
        if (lead.Holding?.Owner != person)
            return new Refusal("not-owner");
        if (!isReached)
            return new Refusal("review-early");
        if (offer.Fault is { } fault)
            return new Refusal(fault);
        return offer == latest ? new Refusal("offer-same") : Workdays.After(today, demand.Within);
    }

    /// <summary>Whether somebody may decide. Refused with review-own, review-decided, review-replaced, not-owned, or review-without-reason.</summary>
    /// <param name="lead">The lead as it stands.</param>
    /// <param name="asker">Who asked.</param>
    /// <param name="reviewer">Who decides.</param>
    /// <param name="isDecided">Whether it was decided before.</param>
    /// <param name="isReplaced">Whether the owner has worded the offer anew.</param>
    /// <param name="answer">Why, in words; kept by the caller in an erasable row.</param>
    public static Decision<Done> Decide(Lead lead, Guid asker, Guid reviewer, bool isDecided, bool isReplaced, string answer)
    {
        if (lead.Holding is not { } holding)
            return new Refusal("not-owned");
        if (reviewer == holding.Owner || reviewer == asker)
            return new Refusal("review-own");
        if (isDecided)
            return new Refusal("review-decided");
        if (isReplaced)
            return new Refusal("review-replaced");
        return string.IsNullOrWhiteSpace(answer) || answer.Length > LongestAnswer ? new Refusal("review-without-reason", LongestAnswer) : Done.Value;
    }

    /// <summary>Whether an answer lets the lead go on.</summary>
    public static bool IsAgreement(OfferRuling? ruling) => ruling is OfferRuling.Agreed or OfferRuling.AgreedWithConditions;
}
