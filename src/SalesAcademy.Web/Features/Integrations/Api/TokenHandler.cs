using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>
/// Lets in whoever brings a good token (RFC 6750), at /api alone: there no cookie counts, and a token counts nowhere else. Every request looks the
/// token up anew, so that a revoked one is worth nothing from the next request on.
/// </summary>
internal sealed partial class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, IDbContextFactory<AcademyDb> contexts, ILedger ledger, Clock clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "token";

    private const string Bearer = "Bearer ";
    private static readonly TimeSpan NotedAnew = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        var token = header[Bearer.Length..].Trim();
        if (!TokenSecret.LooksLikeOne(token) || await Find(token) is not { } row || !row.IsGood(clock.Now))
            return AuthenticateResult.Fail("no such token");
        await NoteUse(row);
        return AuthenticateResult.Success(new AuthenticationTicket(Caller.Principal(row), SchemeName));
    }

    // A token that is unknown, revoked or over is told the same.
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var brought = Request.Headers.Authorization.Count > 0;
        Response.Headers.WWWAuthenticate = brought ? "Bearer realm=\"SalesAcademy\", error=\"invalid_token\"" : "Bearer realm=\"SalesAcademy\"";
        await Problems.Write(Context, brought ? Problems.TokenRefused : Problems.TokenNeeded);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = Context.GetEndpoint()?.Metadata.GetMetadata<ScopeAttribute>()?.Scope ?? "";
        Response.Headers.WWWAuthenticate = $"Bearer realm=\"SalesAcademy\", error=\"insufficient_scope\", scope=\"{scope}\"";
        await Problems.Write(Context, Problems.ScopeNeeded with { Detail = $"This token has not been given the scope {scope}." });
    }

    private async Task<TokenRow?> Find(string token)
    {
        var hash = TokenSecret.HashOf(token);
        await using var db = await contexts.CreateDbContextAsync(Context.RequestAborted);
        return await db.Set<TokenRow>().SingleOrDefaultAsync(t => t.Hash == hash, Context.RequestAborted) is { } row && TokenSecret.IsOf(token, row.Hash) ? row : null;
    }

    // Once a minute: people look for tokens that nobody uses, not for the last second.
    private async Task NoteUse(TokenRow row)
    {
        if (row.UsedAt is { } used && clock.Now - used < NotedAnew)
            return;
        try
        {
            await ledger.Run<Done>(clock.Act(), async entry =>
            {
                (await entry.Db.FindAsync<TokenRow>(row.Id))!.UsedAt = entry.Act.At; // tokens are never deleted
                return Done.Value;
            });
        }
        catch (LedgerUnavailableException e)
        {
            // Whoever reads need not be turned away because nothing can be written.
            UseNotNoted(Logger, row.Id, e);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The use of token {Token} could not be noted")]
    private static partial void UseNotNoted(ILogger logger, Guid token, Exception e);
}
