using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>Every kind of problem the interface answers with; the reference page explains each.</summary>
internal static class Problems
{
    public const string MediaType = "application/problem+json";

    public static readonly Problem TokenNeeded = Of("token-needed", 401, "A token is needed", "Send Authorization: Bearer with a token of this academy.");
    public static readonly Problem TokenRefused = Of("token-refused", 401, "The token is not good", "It is unknown, revoked or over.");
    public static readonly Problem ScopeNeeded = Of("scope-needed", 403, "The token may not do this", "It has not been given the scope.");
    public static readonly Problem NotFound = Of("not-found", 404, "There is no such thing", "Nothing is found at this address.");
    public static readonly Problem JsonNeeded = Of("json-needed", 415, "JSON is needed", "Send the body as Content-Type: application/json.");
    public static readonly Problem TooLarge = Of("too-large", 413, "The body is too large", "Send fewer leads at once.");
    public static readonly Problem Unreadable = Of("unreadable", 400, "The body cannot be read", "It is not the JSON that is expected here.");
    public static readonly Problem Invalid = Of("invalid", 422, "The body has faults", "Nothing was changed. Each fault is named.");
    public static readonly Problem BadQuery = Of("bad-query", 400, "The address has faults", "A part of the query is not understood.");
    public static readonly Problem KeyNeeded = Of("idempotency-key-needed", 400, "An Idempotency-Key is needed", "Send a key of 1 to 64 visible characters of your own, the same whenever you send the same call again.");
    public static readonly Problem KeyReused = Of("idempotency-key-reused", 422, "The Idempotency-Key was used for another call", "Send another call under another key.");
    public static readonly Problem VersionNeeded = Of("version-needed", 428, "If-Match is needed", "Read the lead and send its ETag as If-Match, so that nothing is overwritten that you have not seen.");
    public static readonly Problem Changed = Of("changed", 412, "The lead has changed", "Read it again and decide again.");
    public static readonly Problem Refused = Of("refused", 409, "The rules refuse it", "Nothing was changed.");

    public static readonly IReadOnlyList<Problem> All =
        [TokenNeeded, TokenRefused, ScopeNeeded, NotFound, JsonNeeded, TooLarge, Unreadable, Invalid, BadQuery, KeyNeeded, KeyReused, VersionNeeded, Changed, Refused];

    public static string KeyOf(Problem problem) => problem.Type[(problem.Type.IndexOf('#', StringComparison.Ordinal) + 1)..];

    public static IActionResult Answer(HttpContext http, Problem problem) => new JsonResult(Traced(http, problem), ApiJson.Options) { StatusCode = problem.Status, ContentType = MediaType };

    public static Task Write(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        return http.Response.WriteAsJsonAsync(Traced(http, problem), ApiJson.Options, MediaType, http.RequestAborted);
    }

    private static Problem Traced(HttpContext http, Problem problem) => problem with { TraceId = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier };

    private static Problem Of(string key, int status, string title, string detail) => new() { Type = $"/integrations/api#{key}", Title = title, Status = status, Detail = detail };
}
