using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Shared.Access;

internal static class SignInServices
{
    private static readonly TimeSpan StampsHold = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddSignIn(this IServiceCollection services, bool https, Limits limits)
    {
        services.AddDataProtection().SetApplicationName("SalesAcademy").PersistKeysToDbContext<SignInDb>();
        services.AddIdentityCore<Credential>(o =>
        {
            o.User.RequireUniqueEmail = true;
            o.User.AllowedUserNameCharacters = "";
            o.Password.RequiredLength = 12;
            o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
            o.Lockout.MaxFailedAccessAttempts = limits.LockoutAfter;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(limits.LockoutMinutes);
        }).AddSignInManager().AddEntityFrameworkStores<SignInDb>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = StampsHold);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddSingleton<SessionStore>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SessionStore>((cookie, sessions) =>
        {
            cookie.SessionStore = sessions;
            cookie.TicketDataFormat = new SessionKeyFormat(IdentityConstants.ApplicationScheme);
            cookie.LoginPath = "/people/sign-in";
            cookie.AccessDeniedPath = "/error/403";
            cookie.ReturnUrlParameter = "returnUrl";
            // A working day from the sign-in, however busy it is.
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (TimeSpan.FromHours(8), false);
            // A __Host- cookie needs https, which a first run on a laptop does not have.
            cookie.Cookie.Name = https ? "__Host-academy" : "academy";
            cookie.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.HttpOnly = true;
            // The validator asks the same, but only after a user manager and its store have been made for it, at every request.
            cookie.Events.OnValidatePrincipal = context => context.Properties.IssuedUtc + StampsHold > context.Options.TimeProvider!.GetUtcNow() // set by the framework
                ? Task.CompletedTask
                : SecurityStampValidator.ValidatePrincipalAsync(context);
            cookie.Events.OnRedirectToLogin = AskToSignIn;
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        return services;
    }

    // After a form that came too late the way back leads to the page it stood on: the form's own address often is no page.
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Headers.XRequestedWith == "XMLHttpRequest" || request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (HttpMethods.IsGet(request.Method))
            context.Response.Redirect(context.RedirectUri);
        else
            context.Response.Redirect($"{context.Options.LoginPath}?{context.Options.ReturnUrlParameter}={Uri.EscapeDataString(PageBehind.Of(request))}&late=true");
        return Task.CompletedTask;
    }
}
