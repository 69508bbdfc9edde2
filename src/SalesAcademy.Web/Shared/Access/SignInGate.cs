using System.Net;
using System.Threading.RateLimiting;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>Lets only a few passwords be hashed at once, and only so many be tried at one account from one address.</summary>
internal sealed class SignInGate(Limits limits) : IDisposable
{
    private readonly ConcurrencyLimiter hashing = new(new ConcurrencyLimiterOptions { PermitLimit = limits.SignInConcurrency, QueueLimit = limits.SignInQueue });

    private readonly PartitionedRateLimiter<(string Account, string Address)> tries = PartitionedRateLimiter.Create<(string Account, string Address), (string, string)>(
        source => RateLimitPartition.GetFixedWindowLimiter(source, _ => Minute(limits.SignInPerMinute)));

    /// <summary>A place to hash a password in, to be disposed of afterwards; not acquired when there have been too many tries or too many wait.</summary>
    public async ValueTask<RateLimitLease> Enter(string account, IPAddress? from, CancellationToken cancellation)
    {
        var attempt = tries.AttemptAcquire((account.Trim().ToUpperInvariant(), from?.ToString() ?? ""));
        return attempt.IsAcquired ? await hashing.AcquireAsync(1, cancellation) : attempt;
    }

    public void Dispose()
    {
        hashing.Dispose();
        tries.Dispose();
    }

    internal static FixedWindowRateLimiterOptions Minute(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) };
}
