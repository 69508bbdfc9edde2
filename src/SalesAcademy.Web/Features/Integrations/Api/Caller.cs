using System.Security.Claims;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>The token that calls, with what it may do. It is no person: nothing that asks for a person finds one.</summary>
/// <param name="Token">The id of the token, in whose name things are done.</param>
/// <param name="System">The system that calls.</param>
/// <param name="Scopes">What it may do.</param>
internal sealed record Caller(Guid Token, string System, IReadOnlySet<string> Scopes)
{
    /// <summary>Names the token in the claims; the limits of requests count by it.</summary>
    public const string TokenClaim = Shared.Access.Limits.TokenClaim;

    private const string SystemClaim = "system";
    private const string ScopeClaim = "scope";

    public static Caller? Of(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(TokenClaim), out var token)
        ? new(token, user.FindFirstValue(SystemClaim) ?? "", user.FindAll(ScopeClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal))
        : null;

    public static ClaimsPrincipal Principal(TokenRow row) => new(new ClaimsIdentity(
        [new(TokenClaim, row.Id.ToString()), new(SystemClaim, row.System), .. row.Scopes.Split(' ').Select(scope => new Claim(ScopeClaim, scope))], TokenHandler.SchemeName));
}
