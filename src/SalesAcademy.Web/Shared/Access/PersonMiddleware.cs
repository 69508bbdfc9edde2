using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>Turns a signed-in session into the person as of now. Whoever was suspended or has left is a stranger from the next request on.</summary>
internal sealed class PersonMiddleware(RequestDelegate next, IPersonSource people)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // The error page is shown without asking again who it is: that may be what failed. A style or script is for everybody.
        var isForEverybody = context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
        if (!isForEverybody && context.Features.Get<IExceptionHandlerFeature>() is null && IdOf(context.User) is { } id)
        {
            if (await people.Find(id, context.RequestAborted) is { } person)
                context.Features.Set(person);
            else
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        await next(context);
    }

    public static Guid? IdOf(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
