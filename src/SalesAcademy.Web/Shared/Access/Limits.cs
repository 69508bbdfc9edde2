using System.Globalization;
using System.Threading.RateLimiting;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>How much one client and the whole site may ask at once; section Academy:Limits of the configuration.</summary>
public sealed class Limits
{
    /// <summary>Name of the policy of sign-in: each costs a fifth of a second of a core in password hashing.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Name of the policy of public verification.</summary>
    public const string Verification = "verification";

    /// <summary>Name of the policy of calendars.</summary>
    public const string Calendar = "calendar";

    /// <summary>Name of the policy of exports.</summary>
    public const string Export = "export";

    /// <summary>Name of the policy of answers being saved.</summary>
    public const string Saving = "saving";

    /// <summary>Name of the policy of the interface for other systems.</summary>
    public const string Api = "api";

    /// <summary>The claim that names the token another system calls with; the policy of the interface counts by it.</summary>
    public const string TokenClaim = "token";

    /// <summary>Requests at work at once, and those that may wait.</summary>
    public int Concurrency { get; set; } = 64;

    public int Queue { get; set; } = 256;

    /// <summary>Passwords checked at once, and those that may wait.</summary>
    public int SignInConcurrency { get; set; } = 2;

    public int SignInQueue { get; set; } = 20;

    /// <summary>Tries a minute at one account from one address, and at any accounts from one address, behind which may sit a whole office.</summary>
    public int SignInPerMinute { get; set; } = 10;

    public int SignInPerMinuteFromAddress { get; set; } = 100;

    /// <summary>Access codes of one quiz that one person may try a minute.</summary>
    public int CodesPerMinute { get; set; } = 10;

    /// <summary>Wrong passwords after which an account rests, and for how many minutes.</summary>
    public int LockoutAfter { get; set; } = 10;

    public int LockoutMinutes { get; set; } = 15;

    public int VerificationPerMinute { get; set; } = 30;

    /// <summary>Calendars fetched from one address, behind which may sit a provider of calendars for a whole company.</summary>
    public int CalendarsPerMinute { get; set; } = 600;

    /// <summary>Calls of the interface with one token.</summary>
    public int ApiPerMinute { get; set; } = 600;

    /// <summary>Exports at work at once for one person, and for all.</summary>
    public int Exports { get; set; } = 1;

    public int ExportsOfAll { get; set; } = 2;

    /// <summary>Answers of one attempt saved a second, and how many may come in a burst: a whole paper that waited for the line to return.</summary>
    public int SavesPerSecond { get; set; } = 5;

    public int SavesAtOnce { get; set; } = 60;

    /// <summary>Live connections of one person: a page each.</summary>
    public int LivePerPerson { get; set; } = 20;

    /// <summary>Live connections from one address, behind which may sit a whole office.</summary>
    public int LivePerAddress { get; set; } = 2_000;

    /// <summary>Calls of one live connection in ten seconds; more is no page, and is cut off.</summary>
    public int LiveCallsPerTenSeconds { get; set; } = 300;

    /// <summary>Open connections, and those of them that are live.</summary>
    public int Connections { get; set; } = 5_000;

    public int LiveConnections { get; set; } = 2_000;

    /// <summary>The largest body a client may send, and how long it may take over its headers.</summary>
    public int BodyKilobytes { get; set; } = 256;

    public int HeaderSeconds { get; set; } = 10;

    /// <summary>The largest recording of a pitch, in megabytes, and how many may be sent for one question of an attempt: the last one counts.</summary>
    public int RecordingMegabytes { get; set; } = 64;

    public int RecordingTakes { get; set; } = 10;

    /// <summary>The largest file of a certificate that somebody else has issued, in megabytes.</summary>
    public int CertificateMegabytes { get; set; } = 5;

    /// <summary>The largest file of leads, in megabytes, and the rows it may have.</summary>
    public int ImportMegabytes { get; set; } = 5;

    public int ImportRows { get; set; } = 20_000;

    public static Limits Read(IConfiguration configuration) => configuration.GetSection("Academy:Limits").Get<Limits>() ?? new Limits();
}

internal static class LimitServices
{
    public static IServiceCollection AddLimits(this IServiceCollection services, Limits limits) =>
        services.AddSingleton(limits).AddSingleton<SignInGate>().AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Refuse(rejected.Lease);
                return ValueTask.CompletedTask;
            };
            // Live connections stay open for hours and static files cost nothing: neither takes a place.
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.WebSockets.IsWebSocketRequest || context.Request.Path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase)
                    ? RateLimitPartition.GetNoLimiter("live")
                    : RateLimitPartition.GetConcurrencyLimiter("all", _ => new ConcurrencyLimiterOptions { PermitLimit = limits.Concurrency, QueueLimit = limits.Queue }));
            options.AddPolicy(Limits.SignIn, context => PerMinute(context, limits.SignInPerMinuteFromAddress));
            options.AddPolicy(Limits.Verification, context => PerMinute(context, limits.VerificationPerMinute));
            options.AddPolicy(Limits.Calendar, context => PerMinute(context, limits.CalendarsPerMinute));
            options.AddPolicy(Limits.Api, context => RateLimitPartition.GetFixedWindowLimiter(context.User.FindFirst(Limits.TokenClaim)?.Value ?? "", _ => SignInGate.Minute(limits.ApiPerMinute)));
            options.AddPolicy(Limits.Saving, context => RateLimitPartition.GetTokenBucketLimiter(
                (PersonMiddleware.IdOf(context.User), Guid.TryParse(context.GetRouteValue("id") as string, out var attempt) ? attempt : Guid.Empty), _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = limits.SavesAtOnce,
                    TokensPerPeriod = limits.SavesPerSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                }));
            var exportsOfAll = AtOnce(limits.ExportsOfAll);
            options.AddPolicy(Limits.Export, context => RateLimitPartition.Get(
                PersonMiddleware.IdOf(context.User)?.ToString() ?? "", _ => RateLimiter.CreateChained(AtOnce(limits.Exports), exportsOfAll)));
        });

    /// <summary>A full house is the server's matter (503); a client over its own rate is the client's (429).</summary>
    public static void Refuse(this HttpResponse response, RateLimitLease lease)
    {
        var waits = lease.TryGetMetadata(MetadataName.RetryAfter, out var after);
        response.StatusCode = waits ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = (waits ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1).ToString(CultureInfo.InvariantCulture);
    }

    private static ConcurrencyLimiter AtOnce(int permits) => new(new ConcurrencyLimiterOptions { PermitLimit = permits });

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => SignInGate.Minute(permits));
}
