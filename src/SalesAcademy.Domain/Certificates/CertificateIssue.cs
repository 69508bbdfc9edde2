using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Certificates;

/// <summary>What a certification asks of a person.</summary>
/// <param name="Lessons">Ids of the lessons to complete; empty when only the quiz counts.</param>
/// <param name="ValidMonths">Months a certificate is valid, 1 or more; null for ever.</param>
public sealed record CertificateRule(IReadOnlyList<string> Lessons, int? ValidMonths);

/// <summary>The latest passed attempt at the certification's quiz.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="At">When it was graded, UTC.</param>
/// <param name="Day">The organisation's local date of that instant.</param>
public sealed record QuizPass(Guid Attempt, DateTime At, DateOnly Day);

/// <summary>The newest certificate a person has for a certification.</summary>
/// <param name="Id">The certificate.</param>
/// <param name="Issue">Its place among theirs, from 1.</param>
/// <param name="Attempt">The attempt that earned it.</param>
/// <param name="Until">Its last valid day; null for ever.</param>
/// <param name="RevokedAt">When it was revoked, UTC; null when it was not.</param>
public sealed record NewestCertificate(Guid Id, int Issue, Guid Attempt, DateOnly? Until, DateTime? RevokedAt);

/// <summary>A certificate to be issued.</summary>
/// <param name="Issue">Its place among the person's certificates for this certification, from 1.</param>
/// <param name="From">First valid day.</param>
/// <param name="Until">Last valid day; null for ever.</param>
/// <param name="Replaces">The certificate it supersedes, if any; a revoked one stays revoked.</param>
public sealed record CertificateIssue(int Issue, DateOnly From, DateOnly? Until, Guid? Replaces)
{
    /// <summary>How many days before its end a certificate may be renewed.</summary>
    public const int RenewalDays = 60;

    /// <summary>The first day a certificate may be renewed: a quiz passed earlier does not count for the next one. Null when it never ends.</summary>
    public static DateOnly? RenewalOpens(DateOnly? until) => until?.AddDays(1 - RenewalDays);

    /// <summary>
    /// Whether a certificate is due today. One passed attempt earns one certificate. Refused while the quiz is not passed (quiz-not-passed) or
    /// lessons are missing (lessons-missing, how many); when the attempt has earned one already or came before a revocation
    /// (attempt-used); and before renewal opens (renewal-opens, the day; still-valid for one that never ends). A renewal counts from the end
    /// of what it replaces, so that nobody loses days by renewing early.
    /// </summary>
    public static Decision<CertificateIssue> Decide(CertificateRule rule, QuizPass? pass, IReadOnlySet<string> lessonsDone, NewestCertificate? newest, DateOnly today)
    {
        if (pass is null)
            return new Refusal("quiz-not-passed");
        var missing = rule.Lessons.Count(lesson => !lessonsDone.Contains(lesson));
        if (missing > 0)
            return new Refusal("lessons-missing", missing);
        return newest is null ? new CertificateIssue(1, today, Validity.LastDay(today, rule.ValidMonths), Replaces: null) : After(newest, rule, pass, today);
    }

    private static Decision<CertificateIssue> After(NewestCertificate newest, CertificateRule rule, QuizPass pass, DateOnly today)
    {
        if (newest.Attempt == pass.Attempt || pass.At <= newest.RevokedAt)
            return new Refusal("attempt-used");
        if (newest.RevokedAt is not null)
            return new CertificateIssue(newest.Issue + 1, today, Validity.LastDay(today, rule.ValidMonths), Replaces: null);
        if (RenewalOpens(newest.Until) is not { } opens)
            return new Refusal("still-valid");
        if (pass.Day < opens)
            return new Refusal("renewal-opens", opens);
        var countedFrom = newest.Until >= today ? newest.Until.Value.AddDays(1) : today;
        return new CertificateIssue(newest.Issue + 1, today, Validity.LastDay(countedFrom, rule.ValidMonths), newest.Id);
    }
}
