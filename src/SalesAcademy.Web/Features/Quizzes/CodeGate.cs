using System.Threading.RateLimiting;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Lets one person try only so many access codes of a quiz a minute, from however many browsers: a short code must not be found by trying.</summary>
internal sealed class CodeGate(Limits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<(Guid Person, string Course, string Quiz)> tries = PartitionedRateLimiter.Create<(Guid Person, string Course, string Quiz), (Guid, string, string)>(
        source => RateLimitPartition.GetFixedWindowLimiter(source, _ => SignInGate.Minute(limits.CodesPerMinute)));

    /// <summary>Leave to try a code; not acquired when there have been too many tries.</summary>
    public RateLimitLease Enter(Guid person, string course, string quiz) => tries.AttemptAcquire((person, course, quiz));

    public void Dispose() => tries.Dispose();
}
