using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>No inline script or style, no framing, no foreign origin; pages of signed-in people are never kept by a cache.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    // Set when the answer starts, since an error clears what was set before it; an answer may have a stricter policy of its own.
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            headers.TryAdd("Content-Security-Policy", Policy);
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
            if (headers.CacheControl.Count == 0 && (IsPage(context.Response) || context.Features.Get<CurrentPerson>() is not null))
                headers.CacheControl = "no-store";
            if (IsFont(context))
                headers.CacheControl = "max-age=31536000, immutable";
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    /// <summary>Lets this page play what the academy itself holds.</summary>
    public static void PlaysRecordings(this HttpContext context) => context.Response.Headers.ContentSecurityPolicy = $"{Policy}; media-src 'self'";

    // SameSite cookies do not cover WebSockets, and CORS does not either: a foreign page may not open the live connection.
    public static IApplicationBuilder UseOriginCheck(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsLive(context.Request) && context.Request.Headers.Origin is { Count: > 0 } origins && !origins.All(origin => IsOwn(origin, context.Request)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static bool IsLive(HttpRequest request) => request.Path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase);

    // The build names each by what is in it. A page in Chinese draws on dozens, and would ask for each again.
    private static bool IsFont(HttpContext context) => context.Response.ContentType == "font/woff2" && context.Request.Path.StartsWithSegments("/lib/site", StringComparison.Ordinal);

    private static bool IsPage(HttpResponse response) => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;

    private static bool IsOwn(string? origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
