using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>A word set down at a moment of a session or of the recorded call.</summary>
/// <param name="Words">The words.</param>
/// <param name="Second">The moment, in seconds from the beginning.</param>
public sealed record SessionComment(string Words, int Second)
{
    /// <summary>The longest comment, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>
    /// Refuses an empty comment (comment-empty), one over 1000 characters (comment-too-long), a moment that is none (moment-off), and one
    /// outside the span (moment-outside, with both ends in seconds). Without a moment it is the one that the span is at.
    /// </summary>
    public static Decision<SessionComment> Decide(string? text, int? second, MomentSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return string.IsNullOrWhiteSpace(text) ? new Refusal("comment-empty")
            : text.Length > LongestText ? new Refusal("comment-too-long", LongestText)
            : second < 0 ? new Refusal("moment-off")
            : second < span.First || second > span.Last ? new Refusal("moment-outside", span.First, span.Last)
            : new SessionComment(text.Trim(), second ?? span.Now);
    }
}
