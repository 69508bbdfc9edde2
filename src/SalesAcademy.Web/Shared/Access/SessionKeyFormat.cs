using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>
/// What the sign-in cookie says: the session's key and nothing else. A key of 256 random bits, known to the store by its hash alone,
/// cannot be guessed or forged; encrypting it would protect nothing and cost more than finding the session.
/// </summary>
internal sealed class SessionKeyFormat(string scheme) : ISecureDataFormat<AuthenticationTicket>
{
    // The claim by which the framework's cookie handler names a session.
    private const string SessionId = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";
    private const int KeyLength = 64;

    public string Protect(AuthenticationTicket data) => data.Principal.FindFirstValue(SessionId)
        ?? throw new InvalidOperationException("Only a session of the store is kept in the cookie.");

    public string Protect(AuthenticationTicket data, string? purpose) => Protect(data);

    public AuthenticationTicket? Unprotect(string? protectedText) => protectedText is { Length: KeyLength } && protectedText.All(char.IsAsciiHexDigitLower)
        ? new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionId, protectedText)])), scheme)
        : null;

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) => Unprotect(protectedText);
}
