namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>What other systems may be told.</summary>
internal static class WebhookTypes
{
    public const string LeadAssigned = "lead.assigned";
    public const string LeadClaimed = "lead.claimed";
    public const string LeadReturned = "lead.returned";
    public const string LeadWon = "lead.won";
    public const string LeadLost = "lead.lost";
    public const string LeadPooled = "lead.pooled";
    public const string LeadReopened = "lead.reopened";
    public const string LeadLocked = "lead.locked";
    public const string LeadUnlocked = "lead.unlocked";
    public const string DecisionMade = "decision.made";
    public const string TierChanged = "tier.changed";

    /// <summary>Sent by hand, to see whether an address listens.</summary>
    public const string Test = "webhook.test";

    public static readonly IReadOnlyList<string> All = [LeadAssigned, LeadClaimed, LeadReturned, LeadWon, LeadLost, LeadReopened, LeadPooled, LeadLocked, LeadUnlocked, DecisionMade, TierChanged];

    /// <summary>The key of the room's words that says what is told.</summary>
    public static string Words(string type) => $"type.{type.Replace('.', '-')}";
}
