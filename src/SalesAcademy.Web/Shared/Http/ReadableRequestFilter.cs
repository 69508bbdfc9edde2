using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>
/// Refuses what cannot be read, before anything is made of it: a broken or endless form, which would otherwise leave every field empty,
/// route included, and text with a NUL, which PostgreSQL does not store.
/// </summary>
internal sealed class ReadableRequestFilter : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        // The error page answers such a request and must not refuse it again.
        if (context.Filters.OfType<IgnoreAntiforgeryTokenAttribute>().Any() || await Fault(context.HttpContext.Request) is not { } status)
            await next();
        else
            context.Result = new StatusCodeResult(status);
    }

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
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    private static bool HoldsNul(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> fields) =>
        fields.Any(field => field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true));
}
