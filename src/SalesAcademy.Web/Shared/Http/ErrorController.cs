using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>Says in the reader's language what happened and what to do; machines get problem+json.</summary>
[AllowAnonymous, Route("error"), IgnoreAntiforgeryToken]
internal sealed class ErrorController : AcademyController
{
    private static readonly int[] WithWords = [400, 403, 404, 409, 413, 429, 503];

    // The status is read from the route and not bound: a request whose form is broken binds nothing at all.
    [Route("{status:int:range(400,599)}")]
    public IActionResult Show()
    {
        // Asked for by its address it is a page that does not exist.
        var status = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && HttpContext.Features.Get<IExceptionHandlerFeature>() is null ? StatusCodes.Status404NotFound : int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture); // matched by the route
        // A full queue, a full disk, a database that restarts: come back in a moment, nothing is broken.
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } error && StoreTrouble.Passes(error))
        {
            status = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "1";
        }

        Response.StatusCode = status;
        var trace = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        if (IsForMachines)
            return Problem(statusCode: status);
        return View("Error", new ErrorPage(WithWords.Contains(status) ? status : status < 500 ? 400 : 500, trace));
    }

    // Some machines claim to read everything, pages too: whoever calls the interface is one.
    private bool IsForMachines => !Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        || new PathString(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path).StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}

/// <summary>What went wrong, in words chosen by the status.</summary>
internal sealed record ErrorPage(int Status, string Trace);
