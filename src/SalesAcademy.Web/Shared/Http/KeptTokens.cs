using System.Collections.Concurrent;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>
/// Gives a browser and its person the antiforgery token that they were given before, for some minutes: a new one at every page
/// proves nothing more and costs as much as signing in anew. Tokens are checked by the framework alone.
/// </summary>
internal sealed class KeptTokens(IAntiforgery antiforgery, IOptions<AntiforgeryOptions> options, Clock clock) : IAntiforgery
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly string cookieName = options.Value.Cookie.Name!; // named where antiforgery is added
    private readonly ConcurrentDictionary<(string Cookie, Guid? Person), (AntiforgeryTokenSet Tokens, DateTime Until)> kept = [];

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext)
    {
        if (httpContext.Request.Cookies[cookieName] is not { } cookie)
            return antiforgery.GetAndStoreTokens(httpContext);
        var key = (cookie, PersonMiddleware.IdOf(httpContext.User));
        if (kept.TryGetValue(key, out var known) && known.Until > clock.Now)
            return known.Tokens;
        var tokens = antiforgery.GetAndStoreTokens(httpContext);
        // With a cookie token the browser's own was refused and another is on its way.
        if (tokens.CookieToken is null)
        {
            if (kept.Count >= MostKept)
                kept.Clear();
            kept[key] = (tokens, clock.Now + Fresh);
        }

        return tokens;
    }

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => antiforgery.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => antiforgery.IsRequestValidAsync(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => antiforgery.ValidateRequestAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => antiforgery.SetCookieTokenAndHeader(httpContext);
}

internal static class KeptTokenServices
{
    /// <summary>Puts the kept tokens before the framework's antiforgery, which must have been added.</summary>
    public static IServiceCollection KeepAntiforgeryTokens(this IServiceCollection services)
    {
        var framework = services.Last(service => service.ServiceType == typeof(IAntiforgery)).ImplementationType!; // the framework registers it by type
        return services.Replace(ServiceDescriptor.Singleton<IAntiforgery>(provider =>
            ActivatorUtilities.CreateInstance<KeptTokens>(provider, ActivatorUtilities.CreateInstance(provider, framework))));
    }
}
