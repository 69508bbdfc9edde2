using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Says in the reader's language what may be looked at again, and when.</summary>
internal static class ReviewWords
{
    /// <summary>The rule before the quiz is begun: one sentence for the usual ways, a line for each moment otherwise; and for how long, where what a pass opens closes again (decision 0014).</summary>
    /// <param name="words">The room's words.</param>
    /// <param name="policy">The policy it is taken under.</param>
    /// <param name="mayRenew">Whether it may be sat again to renew what it earns.</param>
    public static IEnumerable<string> Rule(IStringLocalizer words, ReviewPolicy policy, bool mayRenew) =>
        mayRenew && (policy.At(ReviewMoment.Passed) & ~policy.At(ReviewMoment.After)) != ReviewItems.None
            ? Rule(words, policy).Append(words["rule.review.reading", ReviewPolicy.Reading.Days])
            : Rule(words, policy);

    private static IEnumerable<string> Rule(IStringLocalizer words, ReviewPolicy policy) =>
        UsualWay(policy) is { } usual ? [words[$"rule.review.{usual}"]]
        : Enum.GetValues<ReviewMoment>().Where(moment => policy.At(moment) != ReviewItems.None)
            .Select(moment => Line(words, moment == ReviewMoment.Later && policy.LaterAfter is { } wait ? words["review.at.Later", Span(words, wait)] : words[$"review.at.{moment}"], policy.At(moment)));

    /// <summary>What is still to come of an ended attempt, a line for each moment, and until when what a pass opened can be read.</summary>
    /// <param name="words">The room's words.</param>
    /// <param name="policy">The policy it was taken under.</param>
    /// <param name="standing">Where it stands.</param>
    /// <param name="now">The instant.</param>
    /// <param name="moment">An instant as the reader writes it.</param>
    public static IEnumerable<string> Ahead(IStringLocalizer words, ReviewPolicy policy, ReviewStanding standing, DateTime now, Func<DateTime, string> moment)
    {
        if ((policy.Shows(standing with { SitsAgain = false }, now) & ~policy.Shows(standing, now)) != ReviewItems.None)
            return [words["review.sits-again"]];
        var ahead = policy.Ahead(standing, now).Select(ahead => Line(words, ahead switch
        {
            ReviewMoment.Later when standing.EndedAt + policy.LaterAfter is { } later => words["review.from", moment(later)],
            ReviewMoment.Closed when standing.Closes is { } closes => words["review.from", moment(closes)],
            _ => words[$"review.at.{ahead}"],
        }, policy.At(ahead) & ~policy.Shows(standing, now)));
        return policy.ClosesAgain(standing, now) is { } until ? ahead.Prepend(words[now < until ? "review.until" : "review.closed-again", moment(until)]) : ahead;
    }

    /// <summary>Such as 2 days, 36 hours or 20 minutes.</summary>
    public static string Span(IStringLocalizer words, TimeSpan span) =>
        span.Ticks % TimeSpan.TicksPerDay == 0 ? words.Count("span.days", span.Days)
        : span.Ticks % TimeSpan.TicksPerHour == 0 ? words.Count("span.hours", (long)span.TotalHours)
        : words.Count("span.minutes", (long)span.TotalMinutes);

    private static string? UsualWay(ReviewPolicy policy) =>
        policy == ReviewPolicy.AfterEachAnswer ? "During"
        : policy == ReviewPolicy.WhenSubmitted ? "After"
        : policy == ReviewPolicy.WhenPassed ? "Passed"
        : policy == ReviewPolicy.Never ? "Never"
        : null;

    private static string Line(IStringLocalizer words, string when, ReviewItems items) => words["review.line", when,
        string.Join(words["comma"], Enum.GetValues<ReviewItems>().Where(item => item is not (ReviewItems.None or ReviewItems.All) && items.HasFlag(item)).Select(item => words[$"review.item.{item}"].Value))];
}
