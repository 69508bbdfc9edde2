using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Primitives;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>
/// Refuses what cannot be read, before anything is made of it: a broken or endless form, which would otherwise leave every field empty,
/// route included; text with what is no character, such as a NUL, which PostgreSQL does not store; and fields named as the parts of a
/// dictionary's entries, which no form here sends and the framework fails on where they do not fit. A form is read whole before its
/// request takes a place among those at work: whoever sends slowly keeps nobody waiting but themselves.
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
            if (request.HttpContext.Features.Get<CurrentPerson>() is not null)
                request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ILargeBody>()?.Allow(request.HttpContext);
            var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
            return IsUnreadable(request.Query) || (form is not null && IsUnreadable(form)) ? StatusCodes.Status400BadRequest : null;
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

    private static bool IsUnreadable(IEnumerable<KeyValuePair<string, StringValues>> fields) => fields.Any(field =>
        field.Key.EndsWith("].Key", StringComparison.OrdinalIgnoreCase) || field.Key.EndsWith("].Value", StringComparison.OrdinalIgnoreCase) || field.Key.EndsWith(".index", StringComparison.OrdinalIgnoreCase)
        || field.Value.Any(value => value.AsSpan().IndexOfAny('\0', '\uFFFE', '\uFFFF') >= 0));
}

/// <summary>Metadata of an endpoint that takes more than others from somebody who is signed in.</summary>
internal interface ILargeBody
{
    void Allow(HttpContext http);
}
