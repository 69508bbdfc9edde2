namespace SalesAcademy.Web.Features.Integrations;

/// <summary>What a token may be allowed.</summary>
internal static class Scopes
{
    public const string LeadsWrite = "leads:write";
    public const string LeadsRead = "leads:read";
    public const string DecisionsRead = "decisions:read";
    public const string EligibilityRead = "eligibility:read";

    public static readonly IReadOnlyList<string> All = [LeadsWrite, LeadsRead, DecisionsRead, EligibilityRead];

    /// <summary>The key of the room's words that says what a scope allows.</summary>
    public static string Words(string scope) => $"scope.{scope.Replace(':', '-')}";
}
