namespace SalesAcademy.Domain.Quizzes;

/// <summary>
/// What one person may do in one quiz: its rules with what they were granted beyond them. Of several grants the longest time counts, and
/// attempts add up; an attempt begun on a grant uses that grant up, and goes on counting when the grant has ended.
/// </summary>
public sealed record Allowance
{
    private Allowance(AttemptRules author, AttemptRules rules, int extraTime, int extraAttempts, Guid? next) =>
        (Author, Rules, ExtraTime, ExtraAttempts, Next) = (author, rules, extraTime, extraAttempts, next);

    /// <summary>The rules as the author wrote them.</summary>
    public AttemptRules Author { get; }

    /// <summary>The rules that hold for this person now.</summary>
    public AttemptRules Rules { get; }

    /// <summary>Percent of time beyond the author's; 0 for none, or where there is no limit.</summary>
    public int ExtraTime { get; }

    /// <summary>Attempts beyond the author's, used ones included; 0 where there is no limit.</summary>
    public int ExtraAttempts { get; }

    /// <summary>The accommodation that the next attempt is begun on; null while the author's own attempts last, or when none is left.</summary>
    public Guid? Next { get; }

    /// <summary>Lays rules and grants together.</summary>
    /// <param name="rules">The rules of the quiz.</param>
    /// <param name="granted">The accommodations valid today for this person and quiz.</param>
    /// <param name="taken">For each attempt already taken the accommodation it was begun on, or null.</param>
    public static Allowance Of(AttemptRules rules, IReadOnlyCollection<Accommodation> granted, IReadOnlyCollection<Guid?> taken)
    {
        var extraTime = rules.TimeLimit is null ? 0 : granted.Select(grant => grant.ExtraTime).DefaultIfEmpty().Max();
        var extended = rules with { TimeLimit = rules.TimeLimit is { } limit ? limit + Accommodation.Extra(limit, extraTime) : null };
        if (rules.Attempts is not { } own)
            return new(rules, extended, extraTime, 0, null);
        var (beyond, left) = (taken.Count(grant => grant is not null), granted.Where(grant => Left(grant, taken) > 0).ToArray());
        var within = taken.Count - beyond;
        var extra = beyond + left.Sum(grant => Left(grant, taken));
        // An author may have lowered the number since: what was granted beyond is not eaten up by that.
        extended = extended with { Attempts = Math.Max(own, within) + extra };
        // The one that ends first is used first.
        return new(rules, extended, extraTime, extra, within < own ? null : left.OrderBy(grant => grant.Until).ThenBy(grant => grant.Id).FirstOrDefault()?.Id);
    }

    private static int Left(Accommodation grant, IReadOnlyCollection<Guid?> taken) => Math.Max(0, grant.ExtraAttempts - taken.Count(used => used == grant.Id));
}
