namespace SalesAcademy.Domain.Quizzes;

/// <summary>What of a question may be looked at again.</summary>
[Flags]
public enum ReviewItems
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Right or wrong, and the share of points.</summary>
    Marks = 1,

    /// <summary>What the person answered.</summary>
    Answers = 2,

    /// <summary>What is right.</summary>
    Key = 4,

    /// <summary>Why: the explanations.</summary>
    Feedback = 8,

    /// <summary>All of it.</summary>
    All = Marks | Answers | Key | Feedback,
}

/// <summary>The moments of an attempt at which more may be shown.</summary>
public enum ReviewMoment
{
    /// <summary>After each answer, which is then final.</summary>
    During,

    /// <summary>As soon as the attempt has ended.</summary>
    After,

    /// <summary>A stated time after that.</summary>
    Later,

    /// <summary>When the quiz has closed.</summary>
    Closed,

    /// <summary>When the quiz is passed, or no attempt is left.</summary>
    Passed,
}

/// <summary>Where an attempt stands, as far as its review goes.</summary>
/// <param name="EndedAt">When it ended; null while it is open.</param>
/// <param name="Closes">When the quiz closes; null for never.</param>
/// <param name="Settled">Whether the person has passed the quiz, in this attempt or a later one, or has no attempt left.</param>
/// <param name="SitsAgain">Whether the person has another attempt of a quiz that counts open: what it asks may be what this one asked.</param>
/// <param name="SettledUntil">When what the pass opened closes again, since the quiz may be sat again to renew what it earned; null for never.</param>
public sealed record ReviewStanding(DateTime? EndedAt, DateTime? Closes, bool Settled, bool SitsAgain = false, DateTime? SettledUntil = null);

/// <summary>
/// What of the questions of an attempt may be shown, moment by moment. What one moment opens stays open, but for what only a pass opens
/// where the quiz is sat again to renew: at any instant all that the moments reached so far open may be shown, and nothing else may leave the server.
/// </summary>
/// <param name="During">After each answer.</param>
/// <param name="After">When the attempt has ended.</param>
/// <param name="Later"><paramref name="LaterAfter"/> after its end.</param>
/// <param name="Closed">When the quiz has closed and the attempt has ended.</param>
/// <param name="Passed">When the quiz is passed or no attempt is left.</param>
/// <param name="LaterAfter">How long after the end "later" is; null where nothing waits for it.</param>
public sealed record ReviewPolicy(ReviewItems During, ReviewItems After, ReviewItems Later, ReviewItems Closed, ReviewItems Passed, TimeSpan? LaterAfter)
{
    /// <summary>After each answer, which is final.</summary>
    public static readonly ReviewPolicy AfterEachAnswer = new(ReviewItems.All, ReviewItems.None, ReviewItems.None, ReviewItems.None, ReviewItems.None, null);

    /// <summary>When the attempt is submitted.</summary>
    public static readonly ReviewPolicy WhenSubmitted = AfterEachAnswer with { During = ReviewItems.None, After = ReviewItems.All };

    /// <summary>When it is passed, or no attempt is left; before, only what was right and what was not. Otherwise the next attempt would be an exercise in copying.</summary>
    public static readonly ReviewPolicy WhenPassed = WhenSubmitted with { After = ReviewItems.Marks, Passed = ReviewItems.All };

    /// <summary>Never.</summary>
    public static readonly ReviewPolicy Never = WhenSubmitted with { After = ReviewItems.None };

    /// <summary>How long what the pass of an examination opened can be read while it may be sat again: as long as a mark may be contested (decision 0014).</summary>
    public static readonly TimeSpan Reading = Contest.Window;

    /// <summary>Whether each answer is final as soon as it is given, since something about it is shown then.</summary>
    public bool IsCommittedAtOnce => During != ReviewItems.None;

    /// <summary>What may be shown of an answered question at an instant: of an open attempt only what follows each answer, and beside one only marks.</summary>
    public ReviewItems Shows(ReviewStanding standing, DateTime now)
    {
        var shown = ReviewItems.None;
        foreach (var moment in Enum.GetValues<ReviewMoment>())
            if (IsReached(moment, standing, now))
                shown |= At(moment);
        return standing.SitsAgain ? shown & ReviewItems.Marks : shown;
    }

    /// <summary>When what is shown only because of the pass closes again, or did; null where that is nothing, or never.</summary>
    public DateTime? ClosesAgain(ReviewStanding standing, DateTime now) =>
        (Shows(standing with { SettledUntil = null }, now) & ~Shows(standing with { Settled = false }, now)) == ReviewItems.None ? null : standing.SettledUntil;

    /// <summary>What a moment opens.</summary>
    public ReviewItems At(ReviewMoment moment) => moment switch
    {
        ReviewMoment.During => During,
        ReviewMoment.After => After,
        ReviewMoment.Later => Later,
        ReviewMoment.Closed => Closed,
        _ => Passed,
    };

    /// <summary>The moments still to come that will show more than is shown now; what waits for an open attempt to end is not told apart.</summary>
    public IEnumerable<ReviewMoment> Ahead(ReviewStanding standing, DateTime now)
    {
        var shown = Shows(standing, now);
        return Enum.GetValues<ReviewMoment>().Where(moment => !IsReached(moment, standing with { SettledUntil = null }, now) && (At(moment) & ~shown) != ReviewItems.None);
    }

    private bool IsReached(ReviewMoment moment, ReviewStanding standing, DateTime now) => moment switch
    {
        ReviewMoment.During => true,
        _ when standing.EndedAt is null => false,
        ReviewMoment.After => true,
        ReviewMoment.Later => now >= standing.EndedAt + LaterAfter,
        ReviewMoment.Closed => now >= standing.Closes,
        _ => standing.Settled && !(now >= standing.SettledUntil),
    };
}
