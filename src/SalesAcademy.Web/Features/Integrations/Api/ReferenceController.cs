using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>What the interface is, for machines and for people who connect one.</summary>
internal sealed class ReferenceController(OpenApi document, ApiCalls calls, AcademyOptions options) : AcademyController
{
    /// <summary>Says nothing that is not the same for everybody, so that a tool can be pointed at it.</summary>
    [HttpGet($"~/{ApiAddress.Version}/openapi.json"), AllowAnonymous]
    public IActionResult Document() => Content(document.Text, "application/json; charset=utf-8");

    [HttpGet("~/integrations/api"), Allow(Role.SalesOps | Role.Admin)]
    public IActionResult Show() => View("Reference", new ReferencePage(calls.All, options.Address?.ToString().TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}"));
}

/// <summary>Every call with an example.</summary>
/// <param name="Calls">In the order of their addresses.</param>
/// <param name="Home">Where this academy is.</param>
internal sealed record ReferencePage(IReadOnlyList<ApiCall> Calls, string Home)
{
    public string Curl(ApiCall call)
    {
        var lines = new List<string> { $"curl {Home}{call.Route.Replace("{id}", "$ID", StringComparison.Ordinal)}", "-H \"Authorization: Bearer $TOKEN\"" };
        if (call.About.NeedsVersion)
            lines.Add("-H \"If-Match: $ETAG\"");
        if (call.About.Takes is { } body)
            lines.AddRange(["-H \"Idempotency-Key: $(uuidgen)\"", "-H \"Content-Type: application/json\"", $"-d '{System.Text.Json.JsonSerializer.Serialize(Examples.Of(body), body, OpenApi.Sample)}'"]);
        return string.Join(" \\\n  ", lines);
    }
}
