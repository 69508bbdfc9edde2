namespace SalesAcademy.Domain.Integrations;

/// <summary>When something that could not be told is tried again: soon at first, in the end once a day, for about three days (the schedule of Standard Webhooks).</summary>
public static class RetrySchedule
{
    private const int LongestJitterPercent = 10;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>How often at most: once, and once more after each wait.</summary>
    public static int Tries => Waits.Length + 1;

    /// <summary>How long to wait after so many failed tries; null when it was the last. Up to a tenth longer for some than for others, so that not all come back at once.</summary>
    /// <param name="tries">Failed tries, from 1.</param>
    /// <param name="spread">Any number that differs between deliveries, not negative.</param>
    public static TimeSpan? After(int tries, int spread) => tries < 1 || tries > Waits.Length ? null : Waits[tries - 1] + (Waits[tries - 1] * (spread % (LongestJitterPercent + 1)) / 100);
}
