namespace SalesAcademy.Domain.Courses;

/// <summary>Where a person stopped in a recording of a lesson. Whichever of their pages and devices report it, it goes back only where the person went back.</summary>
/// <param name="Edition">Which recording under its name: another one begins from the start.</param>
/// <param name="Seconds">From the beginning; 0 once it was heard to its end.</param>
/// <param name="At">When they were there, UTC: a report may arrive long after.</param>
public sealed record StoppedAt(string Edition, double Seconds, DateTime At)
{
    /// <summary>
    /// Of two reports of one edition the further one holds, in whatever order they arrive. A report of having gone back, or of having come to
    /// the end, holds if nothing later was reported.
    /// </summary>
    /// <param name="before">Where the person was until now; null before the first report.</param>
    /// <param name="now">What is reported.</param>
    /// <param name="isMeant">The person went back, or came to the end.</param>
    public static StoppedAt After(StoppedAt? before, StoppedAt now, bool isMeant)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (before is null || before.Edition != now.Edition)
            return now;
        if (isMeant)
            return now.At >= before.At ? now : before;
        // After the end it begins anew; what is told late of the time before does not.
        if (before.Seconds == 0)
            return now.At >= before.At ? now : before;
        return now with { Seconds = Math.Max(before.Seconds, now.Seconds), At = now.At > before.At ? now.At : before.At };
    }
}
