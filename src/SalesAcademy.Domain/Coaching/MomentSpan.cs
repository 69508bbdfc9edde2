namespace SalesAcademy.Domain.Coaching;

/// <summary>Between which moments of a running session, or of the call it reviews, something can be said. In seconds.</summary>
/// <param name="First">The earliest.</param>
/// <param name="Last">The latest.</param>
/// <param name="Now">Where the session or the call has come.</param>
public sealed record MomentSpan(int First, int Last, int Now)
{
    /// <summary>The end of a recording of which no end is named: six hours, longer than any sales call.</summary>
    public const int LongestCall = 6 * 3600;

    /// <summary>What a moment may lie beyond the planned or the real length: ten minutes, for clocks that were not begun together.</summary>
    public const int Slack = 600;

    /// <summary>A session may be spoken of up to its planned or its real length, a call within the part that is reviewed, as if it had played since the session began.</summary>
    public static MomentSpan Of(SessionKind kind, int minutes, int elapsed, int? from, int? until)
    {
        if (kind != SessionKind.CallReview)
            return new MomentSpan(0, Math.Max(minutes * 60, elapsed) + Slack, elapsed);
        var (first, last) = (from ?? 0, until ?? LongestCall);
        return new MomentSpan(first, last, (int)Math.Min(last, (long)first + elapsed));
    }
}
