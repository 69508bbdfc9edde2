namespace SalesAcademy.Domain.Leads;

/// <summary>The rules of an assignment in the order in which they are asked (model.md, rules of an assignment).</summary>
public enum Rule
{
    /// <summary>R1: the lead is not owned, not closed, not a duplicate, and may be contacted.</summary>
    Assignable = 1,

    /// <summary>R2: the seller's tier reaches the lead's.</summary>
    Tier = 2,

    /// <summary>R3: the hard gates hold today.</summary>
    Gates = 3,

    /// <summary>R4: what the lead's tags demand is there.</summary>
    Tags = 4,

    /// <summary>R5: a member of the lead's pool, no cool-down of a previous owner, and the account keeps its owner.</summary>
    Conflict = 5,

    /// <summary>R6: at work.</summary>
    Available = 6,

    /// <summary>R7: fewer open leads than the cap.</summary>
    OpenCap = 7,

    /// <summary>R8: fewer leads taken in the last 7 days than the cap.</summary>
    WeeklyCap = 8,
}

/// <summary>One rule held against one lead and one seller, with what is there, what is needed, and the smallest change that would turn a refusal.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Passed">Whether it passes.</param>
/// <param name="Finding">What was compared: a key such as r7-open-leads with the actual value first and the required second; lists of failures give several.</param>
/// <param name="Remedies">Taken together they turn this refusal; empty when it passes, and when the policy gives no tier a cap.</param>
public sealed record RuleVerdict(Rule Rule, bool Passed, IReadOnlyList<Finding> Finding, IReadOnlyList<Remedy> Remedies);

/// <summary>An actual value beside the required one.</summary>
/// <param name="Key">Names a sentence of the room's words.</param>
/// <param name="Subject">What it is about: a tag, a certification, a gate's kind; or null.</param>
/// <param name="Actual">What is there: number, tier, instant, date, truth or id; null is none.</param>
/// <param name="Required">What is needed.</param>
public sealed record Finding(string Key, string? Subject, object? Actual, object? Required);
