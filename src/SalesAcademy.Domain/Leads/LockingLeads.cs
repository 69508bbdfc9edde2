using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>Why nobody may be given a lead.</summary>
public enum LockKind
{
    /// <summary>Somebody holds this one lead back until something is settled.</summary>
    Held,

    /// <summary>The customer may not be contacted, about this lead or any other.</summary>
    DoNotContact,
}

/// <summary>A lead is locked after it has come in: no path hands it out, and its owner, who is not to blame, has it no longer.</summary>
public static class LockLead
{
    /// <summary>
    /// Accepts a lead that is alive, and one that is only held back where the customer may not be contacted. The owner is not remembered for a
    /// cool-down; that the lead was taken counts for the week as before. Refused: already-locked; lock-ended for one that was won, lost or merged.
    /// </summary>
    /// <param name="lead">The lead.</param>
    /// <param name="kind">Why it is locked now.</param>
    /// <param name="today">The local day.</param>
    /// <param name="already">Why it was locked until now; null where it is not, or came in locked.</param>
    public static Decision<LeadChange> Decide(Lead lead, LockKind kind, DateOnly today, LockKind? already = null)
    {
        if (!lead.ContactAllowed && (already, kind) != (LockKind.Held, LockKind.DoNotContact))
            return new Refusal("already-locked");
        if (lead.End is not null || lead.Duplicate)
            return new Refusal("lock-ended");
        return new LeadChange(lead with { Holding = null, ContactAllowed = false }, new LeadLocked(lead.Id, lead.Holding?.Owner, kind, today));
    }
}

/// <summary>A locked lead is handed out again, to whomever the rules allow; it is nobody's until then.</summary>
public static class UnlockLead
{
    /// <summary>Accepts a locked lead. Refused: not-locked.</summary>
    public static Decision<LeadChange> Decide(Lead lead, DateOnly today) => lead.ContactAllowed
        ? new Refusal("not-locked")
        : new LeadChange(lead with { ContactAllowed = true }, new LeadUnlocked(lead.Id, today));
}
