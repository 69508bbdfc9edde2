using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>
/// What a person is granted beyond the rules of a quiz, or of every quiz, for a stated reason and until a stated day. It bears on attempts
/// begun while it is valid; an attempt once begun keeps its deadline.
/// </summary>
/// <param name="Id">Which one.</param>
/// <param name="ExtraTime">Percent added to the time limit, 0..300.</param>
/// <param name="ExtraAttempts">Attempts of each quiz it is for beyond those of the rules, 0..20.</param>
/// <param name="Until">The last tenant-local day.</param>
/// <param name="RevokedAt">When it was taken back; null while it stands.</param>
public sealed record Accommodation(Guid Id, int ExtraTime, int ExtraAttempts, DateOnly Until, DateTime? RevokedAt)
{
    /// <summary>The most time that may be added, in percent.</summary>
    public const int MostTime = 300;

    /// <summary>The most attempts that may be added.</summary>
    public const int MostAttempts = 20;

    /// <summary>The longest it may last, in days after the day it is given.</summary>
    public const int MostDays = 366;

    /// <summary>Whether it bears on attempts begun on that tenant-local day.</summary>
    public bool IsValid(DateOnly today) => RevokedAt is null && today <= Until;

    /// <summary>The time added to a limit: in whole minutes, rounded up, so that what is shown adds up and nobody loses by rounding.</summary>
    public static TimeSpan Extra(TimeSpan limit, int percent)
    {
        var ticks = (Int128)limit.Ticks * percent;
        var minute = (Int128)TimeSpan.TicksPerMinute * 100;
        return TimeSpan.FromMinutes((double)((ticks + minute - 1) / minute));
    }

    /// <summary>
    /// Accepts what may be given. Refused: to oneself, without a reason, nothing at all, more than the bounds, an end that is past or more
    /// than 366 days away, time for a quiz without a limit, attempts for a quiz without a limit.
    /// </summary>
    /// <param name="person">Who is to have it.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="wish">What is asked for.</param>
    /// <param name="reason">Why, in words; kept by the caller in an erasable row.</param>
    /// <param name="quiz">The rules of the quiz it is for; null for every quiz.</param>
    /// <param name="today">The tenant-local day.</param>
    /// <param name="granted">Attempts that were granted for the same before and still stand: the bound is for all of them.</param>
    public static Decision<Accommodation> Decide(Guid person, Guid by, Accommodation wish, string reason, AttemptRules? quiz, DateOnly today, int granted = 0)
    {
        if (by == person)
            return new Refusal("accommodation-own");
        if (string.IsNullOrWhiteSpace(reason))
            return new Refusal("accommodation-without-reason");
        if (wish.ExtraTime is < 0 or > MostTime || wish.ExtraAttempts < 0 || granted + wish.ExtraAttempts > MostAttempts)
            return new Refusal("accommodation-too-much", MostTime, MostAttempts);
        if (wish is { ExtraTime: 0, ExtraAttempts: 0 })
            return new Refusal("accommodation-of-nothing");
        if (wish.Until < today)
            return new Refusal("accommodation-past");
        if (wish.Until.DayNumber - today.DayNumber > MostDays)
            return new Refusal("accommodation-too-long", MostDays);
        if (quiz is { TimeLimit: null } && wish.ExtraTime > 0)
            return new Refusal("accommodation-without-limit");
        return quiz is { Attempts: null } && wish.ExtraAttempts > 0 ? new Refusal("accommodation-without-count") : wish;
    }
}
