using Microsoft.AspNetCore.Diagnostics;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>
/// Refuses what cannot be read, before anything is made of it: a broken or endless form, which would otherwise leave every field empty,
/// route included, and text with a NUL, which PostgreSQL does not store. A form is read whole before its request takes a place among
/// those at work: whoever sends slowly keeps nobody waiting but themselves.
/// </summary>
internal static class ReadableRequests
{
    public static IApplicationBuilder UseReadableRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        // The error page answers such a request and must not refuse it again.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null || await Fault(context.Request) is not { } status)
            await next(context);
        else
            context.Response.StatusCode = status;
    });

    private static async Task<int?> Fault(HttpRequest request)
    {
        try
        {
            var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
            return HoldsNul(request.Query) || (form is not null && HoldsNul(form)) ? StatusCodes.Status400BadRequest : null;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    private static bool HoldsNul(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> fields) =>
        fields.Any(field => field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true));
}
