using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Integrations.Api;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>One thing to be told.</summary>
/// <param name="Source">Names it once for all.</param>
/// <param name="Type">Such as lead.won.</param>
/// <param name="Subject">A lead or a person: what is about one is told in order.</param>
/// <param name="At">When it happened.</param>
/// <param name="Body">What is sent.</param>
internal sealed record WebhookMessage(string Source, string Type, Guid Subject, DateTime At, string Body)
{
    public static WebhookMessage Of(string source, string type, Guid subject, DateTime at, object data) =>
        new(source, type, subject, at, JsonSerializer.Serialize(new { Type = type, Timestamp = at, Data = data }, ApiJson.Options));
}

/// <summary>What the events of the trunk come to for other systems: ids and figures, and no word of a person.</summary>
internal static class WebhookMessages
{
    private static readonly FrozenSet<string> Told = new[]
    {
        typeof(LeadAssigned), typeof(LeadHeld), typeof(LeadPooled), typeof(LeadClaimed), typeof(LeadReturned), typeof(LeadWon), typeof(LeadLost), typeof(LeadReopened), typeof(LeadLocked), typeof(LeadUnlocked),
        typeof(TierChanged),
    }.Select(EventTrunk.NameOf).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Decided = new[] { typeof(LeadAssigned), typeof(LeadHeld), typeof(LeadPooled) }.Select(EventTrunk.NameOf).ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<EventRow> Among(IReadOnlyList<EventRow> events) => [.. events.Where(row => Told.Contains(row.Type))];

    public static async Task<IReadOnlyList<WebhookMessage>> Of(AcademyDb db, IReadOnlyList<EventRow> events, CancellationToken cancellation)
    {
        var decided = events.Where(row => Decided.Contains(row.Type)).ToArray();
        var decisions = decided.Length == 0 ? [] : await EligibilityBook.DecisionsOf(db, [.. decided.Select(row => row.Subject).Distinct()], [.. decided.Select(row => row.At).Distinct()], cancellation);
        var known = decisions.ToDictionary(d => (d.Lead, d.At));
        return [.. events.SelectMany(row => Of(row.Sequence, row.At, EventTrunk.Read(row), Decided.Contains(row.Type) ? known.GetValueOrDefault((row.Subject, row.At)) : null))];
    }

    /// <summary>What one event comes to, with the decision made in the same command.</summary>
    public static IEnumerable<WebhookMessage> Of(long sequence, DateTime at, IEvent happened, DecisionAnswer? decision)
    {
        if (decision is not null)
            yield return Message(WebhookTypes.DecisionMade, new
            {
                Decision = decision.Id,
                decision.Number,
                decision.Lead,
                decision.Outcome,
                decision.Winner,
                decision.Compared,
                decision.Passed,
                decision.Late,
                decision.PolicyVersion,
            });
        if (Of(happened) is var (type, data))
            yield return Message(type, data);

        WebhookMessage Message(string type, object data) => WebhookMessage.Of($"{sequence.ToString(CultureInfo.InvariantCulture)}:{type}", type, happened.Subject, at, data);
    }

    private static (string Type, object Data)? Of(IEvent happened) => happened switch
    {
        LeadAssigned e => (WebhookTypes.LeadAssigned, new { Lead = e.Subject, Rep = e.Person, ProtectedUntil = e.LastDay }),
        LeadClaimed e => (WebhookTypes.LeadClaimed, new { Lead = e.Subject, Rep = e.Person, ProtectedUntil = e.LastDay }),
        LeadReturned e => (WebhookTypes.LeadReturned, new { Lead = e.Subject, Rep = e.Person, e.Reason, e.CoolDownEnds }),
        LeadWon e => (WebhookTypes.LeadWon, new { Lead = e.Subject, Rep = e.Person, e.Day }),
        LeadLost e => (WebhookTypes.LeadLost, new { Lead = e.Subject, Rep = e.Person, e.Day }),
        LeadReopened e => (WebhookTypes.LeadReopened, new { Lead = e.Subject, Rep = e.Person, ProtectedUntil = e.LastDay }),
        LeadLocked e => (WebhookTypes.LeadLocked, new { Lead = e.Subject, Rep = e.Person, e.Kind, e.Day }),
        LeadUnlocked e => (WebhookTypes.LeadUnlocked, new { Lead = e.Subject, e.Day }),
        LeadPooled e => (WebhookTypes.LeadPooled, new { Lead = e.Subject, e.Late }),
        TierChanged e => (WebhookTypes.TierChanged, new { Rep = e.Subject, e.From, e.To, e.Reason, e.Day }),
        _ => null,
    };
}
