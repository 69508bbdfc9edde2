using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>A word set down at a moment of a session or of the recorded call.</summary>
/// <param name="Words">The words.</param>
/// <param name="Second">The moment, in seconds from the beginning.</param>
public sealed record SessionComment(string Words, int Second)
{
    /// <summary>The longest comment, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>The latest moment: a day.</summary>
    public const int LastSecond = 86_400;

    /// <summary>Refuses an empty comment (comment-empty), one over 1000 characters (comment-too-long), and a moment that is none (moment-off).</summary>
    public static Decision<SessionComment> Decide(string? text, int? second) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("comment-empty")
        : text.Length > LongestText ? new Refusal("comment-too-long", LongestText)
        : second is not { } moment || moment is < 0 or > LastSecond ? new Refusal("moment-off")
        : new SessionComment(text.Trim(), moment);
}
