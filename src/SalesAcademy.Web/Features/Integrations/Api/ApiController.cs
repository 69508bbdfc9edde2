using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>What every endpoint of the interface needs: who calls, the act to record, and answers as JSON. No cookie counts here, so a call cannot be slipped into somebody's browser.</summary>
[IgnoreAntiforgeryToken, EnableRateLimiting(Limits.Api)]
internal abstract class ApiController : AcademyController
{
    private const int LongestKey = 64;

    protected Caller Caller => Caller.Of(User) ?? throw new InvalidOperationException("An endpoint of the interface needs a scope.");

    /// <summary>What a caller is given may be kept by it, and by nobody between, and must be asked for anew.</summary>
    public override void OnActionExecuting(ActionExecutingContext context) => Response.Headers.CacheControl = "private, no-cache";

    protected static IActionResult Give(object value, int status = StatusCodes.Status200OK) => new JsonResult(value, ApiJson.Options) { StatusCode = status };

    protected IActionResult Fault(Problem problem) => Problems.Answer(HttpContext, problem);

    // Visible characters of ASCII, which every log and database keeps as they are.
    private string? Key() => Request.Headers["Idempotency-Key"] is [{ Length: > 0 and <= LongestKey } key] && key.All(c => c is > ' ' and <= '~') ? key : null;

    /// <summary>An act of the token, under the key of the call.</summary>
    protected Act Act(string key, string fingerprint, string? reason = null) =>
        HttpContext.RequestServices.GetRequiredService<Clock>().Act(Caller.Token, reason, new IdempotencyKey(key, fingerprint));

    /// <summary>A refusal of the rules as a problem.</summary>
    protected IActionResult Fault(Refusal refusal) => Fault(Refusals.Of(refusal));

    /// <summary>Reads the call: its key, and a body that keeps to the rules written on its fields.</summary>
    protected async Task<(Call<T>? Call, Problem? Problem)> Read<T>(int mostBytes, CancellationToken cancellation)
        where T : class
    {
        if (Key() is not { } key)
            return (null, Problems.KeyNeeded);
        var body = await Body.Read<T>(Request, mostBytes, cancellation);
        return body.Value is { } value ? (new(key, body.Fingerprint, value), null) : (null, body.Problem);
    }
}

/// <summary>A call that may change something.</summary>
/// <param name="Key">The caller's key for it.</param>
/// <param name="Fingerprint">What it was sent with.</param>
/// <param name="Body">What it says.</param>
internal sealed record Call<T>(string Key, string Fingerprint, T Body);
