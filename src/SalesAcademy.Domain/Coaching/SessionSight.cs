namespace SalesAcademy.Domain.Coaching;

/// <summary>Which levels and comments of a session somebody in it may see, so that its raters stay independent of each other.</summary>
public static class SessionSight
{
    /// <summary>
    /// Everybody sees their own. A rater sees those of the others once their own card is in, whether the session runs or has ended. The seller
    /// sees them as they come in where the rubric allows it, otherwise once the session has ended; a card that was left out at the end, never.
    /// </summary>
    /// <param name="viewer">Who looks; takes part in the session.</param>
    /// <param name="rater">Whose levels or comments.</param>
    /// <param name="seller">Who is coached.</param>
    /// <param name="isRunning">Whether the session is going on.</param>
    /// <param name="isShownLive">Whether the rubric shows levels as they come in.</param>
    /// <param name="viewersIsIn">Whether the viewer's own card is in.</param>
    /// <param name="ratersIsIn">Whether the rater's card is in.</param>
    public static bool Shows(Guid viewer, Guid rater, Guid seller, bool isRunning, bool isShownLive, bool viewersIsIn, bool ratersIsIn) =>
        viewer == rater
        || (isRunning
            ? viewer == seller ? isShownLive : viewersIsIn
            : ratersIsIn && (viewer == seller || viewersIsIn));
}
