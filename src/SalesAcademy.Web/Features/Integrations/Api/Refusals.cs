using System.Globalization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>Says refusals of the rules to another system: a stable key, and a sentence.</summary>
internal static class Refusals
{
    public static Problem Of(Refusal refusal) => refusal switch
    {
        { Key: "not-found" } => Problems.NotFound,
        { Key: "key-reused" } => Problems.KeyReused,
        { Key: "changed" } => Problems.Changed,
        { Key: "reason-needed" } => Problems.Invalid with { Errors = [new("/reason", "A reason is needed here.")] },
        _ => Problems.Refused with { Reason = refusal.Key, Detail = Say(refusal) },
    };

    private static string Say(Refusal refusal) => refusal switch
    {
        { Key: "not-eligible", Arguments: [Rule rule, Finding finding] } =>
            $"Rule R{((int)rule).ToString(CultureInfo.InvariantCulture)} stands in the way ({finding.Key}). Ask the eligibility of the lead for every rule and what would change it.",
        { Key: "protection-over", Arguments: [DateOnly day] } => $"Protection ended on {day.ToString("O", CultureInfo.InvariantCulture)}; the lead goes back to the pool.",
        { Key: "not-waiting" } => "The lead does not wait for a seller.",
        { Key: "still-waiting" } => "Nobody passes every rule now; the lead goes on waiting.",
        { Key: "not-owned" } => "Nobody owns the lead.",
        { Key: "not-free" } => "The lead is closed, locked or a duplicate.",
        { Key: "review-needed", Arguments: [OfferKind of, ReviewBody by] } => $"{by} has to agree to the {of.ToString().ToLowerInvariant()} as it is worded now. See offers of the lead.",
        { Key: "same-owner" } => "That seller has the lead already.",
        _ => "The state of the lead does not allow it.",
    };
}
