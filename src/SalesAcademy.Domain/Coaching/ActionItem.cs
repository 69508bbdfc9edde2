using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>How an action item stands.</summary>
public enum ActionItemState
{
    /// <summary>It is to be done.</summary>
    Open,

    /// <summary>Its owner did it.</summary>
    Done,

    /// <summary>Its owner gave it up, and said why.</summary>
    Dropped,
}

/// <summary>What one of the two of a session takes on.</summary>
public static class ActionItem
{
    /// <summary>The longest action item, in characters.</summary>
    public const int LongestText = 500;

    /// <summary>
    /// The words of a new action item. Refused once both have signed (session-moved-on), without words (item-empty), over 500 characters
    /// (item-too-long), for somebody else than the two (owner-off), and for a day that is missing, over or more than two years
    /// ahead (due-off). The day is counted where its owner lives.
    /// </summary>
    public static Decision<string> Agree(SessionState state, string? text, bool isOfTheTwo, DateOnly? due, DateOnly today) =>
        state is not (SessionState.Running or SessionState.Ended) ? SessionSteps.MovedOn
        : string.IsNullOrWhiteSpace(text) ? new Refusal("item-empty")
        : text.Length > LongestText ? new Refusal("item-too-long", LongestText)
        : !isOfTheTwo ? new Refusal("owner-off")
        : due is null || due < today || due > today.AddYears(SessionPlan.YearsAhead) ? new Refusal("due-off", SessionPlan.YearsAhead)
        : text.Trim();

    /// <summary>Its owner did it or gives it up. Refused once it is settled (item-settled), and for giving up without a reason (reason-needed, reason-too-long).</summary>
    public static Decision<ActionItemState> Settle(ActionItemState state, bool isDone, string? reason)
    {
        if (state != ActionItemState.Open)
            return new Refusal("item-settled");
        if (!isDone && SessionSteps.RefusalOf(reason) is { } refused)
            return refused;
        return isDone ? ActionItemState.Done : ActionItemState.Dropped;
    }
}
