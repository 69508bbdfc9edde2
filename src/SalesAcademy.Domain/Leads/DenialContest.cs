using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>What a person decided about a contested denial.</summary>
public enum DenialRuling
{
    /// <summary>The denial was right.</summary>
    Stands,

    /// <summary>It was wrong, and what made it so is put right: a tier, a tag, days of leave. The record of the denial stays.</summary>
    Corrected,

    /// <summary>It was wrong, and the lead, which nobody owns, is given by hand.</summary>
    Given,
}

/// <summary>
/// A lead that a seller was not given and contests: once for a decision, with a reason, and decided by a person, with a reason, within a
/// deadline. The rules are not bent by it: a lead is given only to somebody who passes them when it is given.
/// </summary>
public static class DenialContest
{
    /// <summary>How long after a decision it may be contested.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(14);

    /// <summary>Days within which it is decided; then sales operations are told.</summary>
    public const int DaysToDecide = 7;

    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 1000;

    /// <summary>
    /// Whether a denial may be contested; the last day on which it is to be decided. Refused with denial-none (no rule stood in the way),
    /// denial-again, denial-late (with the days of the window), or denial-without-reason.
    /// </summary>
    /// <param name="isDenied">Whether a rule stood in the seller's way.</param>
    /// <param name="decided">When it was decided; now, for a lead of the public pool.</param>
    /// <param name="isContested">Whether the seller has contested it before.</param>
    /// <param name="reason">Why, in words; kept by the caller in an erasable row.</param>
    /// <param name="now">The instant.</param>
    /// <param name="today">The organisation's day.</param>
    public static Decision<DateOnly> Raise(bool isDenied, DateTime decided, bool isContested, string reason, DateTime now, DateOnly today)
    {
        if (isContested)
            return new Refusal("denial-again");
        if (!isDenied)
            return new Refusal("denial-none");
        if (now > decided + Window)
            return new Refusal("denial-late", Window.Days);
        return IsReason(reason) ? today.AddDays(DaysToDecide) : new Refusal("denial-without-reason", LongestReason);
    }

    /// <summary>Whether somebody may decide. Refused with denial-own, denial-decided, or denial-without-reason.</summary>
    /// <param name="person">Who contests.</param>
    /// <param name="decider">Who decides.</param>
    /// <param name="isDecided">Whether it was decided before.</param>
    /// <param name="reason">Why, in words; kept by the caller in an erasable row.</param>
    public static Decision<Done> Decide(Guid person, Guid decider, bool isDecided, string reason)
    {
        if (person == decider)
            return new Refusal("denial-own");
        if (isDecided)
            return new Refusal("denial-decided");
        return IsReason(reason) ? Done.Value : new Refusal("denial-without-reason", LongestReason);
    }

    /// <summary>
    /// Whether something of the seller's that stood in the way is put right: a rule about their tier, requirements, tags or presence that
    /// refused then passes now. Where only caps, or the lead itself, stood in the way there is nothing of the kind to put right, and it is true.
    /// </summary>
    /// <param name="then">The verdicts as they stood.</param>
    /// <param name="now">The verdicts as they stand.</param>
    public static bool IsCorrected(IReadOnlyList<RuleVerdict> then, IReadOnlyList<RuleVerdict> now)
    {
        Rule[] refused = [.. then.Where(verdict => verdict is { Passed: false, Rule: Rule.Tier or Rule.Gates or Rule.Tags or Rule.Available }).Select(verdict => verdict.Rule)];
        return refused.Length == 0 || now.Any(verdict => verdict.Passed && refused.Contains(verdict.Rule));
    }

    private static bool IsReason(string reason) => !string.IsNullOrWhiteSpace(reason) && reason.Length <= LongestReason;
}
