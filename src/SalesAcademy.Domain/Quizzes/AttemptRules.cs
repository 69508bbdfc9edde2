using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>How often a quiz may be sat, for how long and when, as its author wrote it.</summary>
/// <param name="Attempts">Sittings allowed; null for no limit.</param>
/// <param name="Cooldown">Wait from the end of one sitting to the next; null for none.</param>
/// <param name="TimeLimit">Time for a sitting; null for no limit.</param>
public sealed record AttemptRules(int? Attempts, TimeSpan? Cooldown, TimeSpan? TimeLimit)
{
    /// <summary>How long after the deadline an answer is still taken: the network's delay is not the learner's.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Wait after the second sitting and every later one; null for the same as after the first.</summary>
    public TimeSpan? LaterCooldown { get; init; }

    /// <summary>The instant from which a sitting may begin; null for any.</summary>
    public DateTime? Opens { get; init; }

    /// <summary>The instant from which none may begin and every open one ends; null for never.</summary>
    public DateTime? Closes { get; init; }

    /// <summary>
    /// The number of the next attempt, from 1. Refused with has-closed or not-yet-open (the instant), with attempts-used-up (how many
    /// were allowed), or with cooling-down (the instant from which one more may begin); the wait is measured from the end of the latest
    /// attempt.
    /// </summary>
    /// <param name="taken">Attempts already taken and ended.</param>
    /// <param name="latestEnd">When the latest ended; null when there was none.</param>
    /// <param name="now">The instant.</param>
    public Decision<int> Next(int taken, DateTime? latestEnd, DateTime now)
    {
        if (HasClosed(now))
            return new Refusal("has-closed", Closes!.Value); // closed by it
        if (now < Opens)
            return new Refusal("not-yet-open", Opens.Value);
        if (taken >= Attempts)
            return new Refusal("attempts-used-up", Attempts.Value);
        if (OpensAt(taken, latestEnd) is { } opens && now < opens)
            return new Refusal("cooling-down", opens);
        return taken + 1;
    }

    /// <summary>When the wait after the latest attempt is over; null when nothing has to be waited for.</summary>
    public DateTime? OpensAt(int taken, DateTime? latestEnd) => latestEnd + (taken > 1 ? LaterCooldown ?? Cooldown : Cooldown);

    /// <summary>Whether the quiz is closed for good at an instant; the closing instant itself is closed.</summary>
    public bool HasClosed(DateTime now) => now >= Closes;

    /// <summary>When an attempt begun at an instant ends by itself: when its time is over or the quiz closes, whichever is first; null for never.</summary>
    public DateTime? Deadline(DateTime begun) => IsShortened(begun) ? Closes : begun + TimeLimit;

    /// <summary>Whether the quiz closes before the time of an attempt begun at an instant is over.</summary>
    public bool IsShortened(DateTime begun) => Closes is not null && (TimeLimit is null || Closes < begun + TimeLimit);

    /// <summary>Whether an attempt with that deadline no longer takes answers: deadline and grace have passed.</summary>
    public static bool IsOver(DateTime? deadline, DateTime now) => now > deadline + Grace;
}
