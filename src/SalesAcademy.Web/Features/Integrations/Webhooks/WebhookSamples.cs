using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>A message of each type for the reference page, made as the real ones are.</summary>
internal static class WebhookSamples
{
    private const string Policy = "";

    private static readonly DateTime At = new(2026, 11, 23, 1, 30, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly Guid Lead = new("019aaf3e-0a10-7c53-9f1e-5b6f3a1d2c01");
    private static readonly Guid Rep = new("019a8c11-7d2e-7b40-8a55-0e9d4c7f6b02");

    private static readonly DecisionAnswer Decision = new(
        new("019aaf3e-0a1b-7e02-b6c4-91d07f5a3e03"), 1204, Lead, AssignmentOutcome.Assigned, Rep, At, Late: false, At, Compared: 10, Passed: 3, [], [], AwayIgnored: false, Explored: false, Size: 1, Sequence: 40210,
        PolicyVersion: 7, Policy, Policy, Policy);

    public static IReadOnlyList<WebhookMessage> All { get; } =
    [
        .. Of(new LeadAssigned(Lead, Rep, Day, Day.AddDays(10), Policy), Decision),
        .. Of(new LeadClaimed(Lead, Rep, Day, Day.AddDays(10), Policy)),
        .. Of(new LeadReturned(Lead, Rep, ReturnReason.GivenBack, Day, Day.AddDays(30), Policy)),
        .. Of(new LeadPooled(Lead, Late: true, Day, Policy)),
        .. Of(new LeadWon(Lead, Rep, Day)),
        .. Of(new LeadLost(Lead, Rep, Day)),
        .. Of(new LeadReopened(Lead, Rep, Day, Day.AddDays(10), Policy)),
        .. Of(new LeadLocked(Lead, Rep, LockKind.DoNotContact, Day)),
        .. Of(new LeadUnlocked(Lead, Day)),
        .. Of(new TierChanged(Rep, Tier.C, Tier.B, TierReason.Promoted, Day, Policy)),
    ];

    private static IEnumerable<WebhookMessage> Of(IEvent happened, DecisionAnswer? decision = null) => WebhookMessages.Of(40211, At, happened, decision);
}
