using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>How much one client and the whole site may ask at once; section Academy:Limits of the configuration.</summary>
public sealed class Limits
{
    /// <summary>Name of the policy of sign-in: each costs a fifth of a second of a core in password hashing.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Name of the policy of public verification.</summary>
    public const string Verification = "verification";

    /// <summary>Name of the policy of exports.</summary>
    public const string Export = "export";

    /// <summary>Requests at work at once, and those that may wait.</summary>
    public int Concurrency { get; set; } = 64;

    public int Queue { get; set; } = 256;

    /// <summary>Sign-ins at work at once, those that may wait, and tries a minute from one address.</summary>
    public int SignInConcurrency { get; set; } = 2;

    public int SignInQueue { get; set; } = 20;

    public int SignInPerMinute { get; set; } = 10;

    public int VerificationPerMinute { get; set; } = 30;

    /// <summary>Exports at work at once for one person.</summary>
    public int Exports { get; set; } = 1;
}

internal static class LimitServices
{
    public static IServiceCollection AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("Academy:Limits").Get<Limits>() ?? new Limits();
        var signIns = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = limits.SignInConcurrency, QueueLimit = limits.SignInQueue });
        return services.AddSingleton(limits).AddSingleton(new SignInGate(signIns)).AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
            options.OnRejected = Reject;
            // Live connections stay open for hours and static files cost nothing: neither takes a place.
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.WebSockets.IsWebSocketRequest || context.Request.Path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase)
                    ? RateLimitPartition.GetNoLimiter("live")
                    : RateLimitPartition.GetConcurrencyLimiter("all", _ => new ConcurrencyLimiterOptions { PermitLimit = limits.Concurrency, QueueLimit = limits.Queue }));
            options.AddPolicy(SignInPolicy, context => PerMinute(context, limits.SignInPerMinute));
            options.AddPolicy(Limits.Verification, context => PerMinute(context, limits.VerificationPerMinute));
            options.AddPolicy(Limits.Export, context => RateLimitPartition.GetConcurrencyLimiter(
                PersonMiddleware.IdOf(context.User)?.ToString() ?? "", _ => new ConcurrencyLimiterOptions { PermitLimit = limits.Exports }));
        });
    }

    private const string SignInPolicy = Limits.SignIn;

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });

    // A full house is the server's matter (503); a client over its own rate is the client's (429).
    private static ValueTask Reject(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var waits = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after);
        rejected.HttpContext.Response.StatusCode = waits ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
        rejected.HttpContext.Response.Headers.RetryAfter = (waits ? (int)Math.Ceiling(after.TotalSeconds) : 1).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Lets only a few passwords be hashed at once.</summary>
internal sealed class SignInGate(ConcurrencyLimiter limiter)
{
    public ValueTask<RateLimitLease> Enter(CancellationToken cancellation) => limiter.AcquireAsync(1, cancellation);
}
