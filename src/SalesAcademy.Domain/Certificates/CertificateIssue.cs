using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Certificates;

/// <summary>The rule of a certification as it is today.</summary>
/// <param name="Validity">Until when its certificates are valid.</param>
/// <param name="Renewal">When they may be renewed.</param>
public sealed record CertificateRule(ValidityRule Validity, RenewalRule Renewal);

/// <summary>How far a person is on one of the two ways to a certificate: the original one, or the one of its renewal.</summary>
/// <param name="Pass">The latest passed attempt at the quiz of that way; null while there is none.</param>
/// <param name="Missing">How many of its lessons are still to complete.</param>
public sealed record WayWalked(QuizPass? Pass, int Missing);

/// <summary>The latest passed attempt at a certification's quiz.</summary>
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
/// <param name="Renewal">The days of renewal promised with it; null for one that never ends, and for one from before they were.</param>
public sealed record NewestCertificate(Guid Id, int Issue, Guid Attempt, DateOnly? Until, DateTime? RevokedAt, RenewalPeriod? Renewal = null);

/// <summary>A certificate to be issued.</summary>
/// <param name="Issue">Its place among the person's certificates for this certification, from 1.</param>
/// <param name="From">First valid day.</param>
/// <param name="Until">Last valid day; null for ever.</param>
/// <param name="Replaces">The certificate it supersedes, if any; a revoked one stays revoked.</param>
/// <param name="Renewal">When it may be renewed; null when it never ends.</param>
/// <param name="Attempt">The attempt that earns it.</param>
public sealed record CertificateIssue(int Issue, DateOnly From, DateOnly? Until, Guid? Replaces, RenewalPeriod? Renewal, Guid Attempt)
{
    /// <summary>
    /// Whether a certificate is due today. One passed attempt earns one certificate. Who has none, or whose certificate was revoked or let lapse,
    /// goes the original way; within the days of renewal that way and the one of the renewal both lead there. Refused while the quiz is not passed
    /// (quiz-not-passed) or lessons are missing (lessons-missing, how many); when the attempt has earned one already or came before a revocation
    /// (attempt-used); and before renewal opens (renewal-opens, the day; still-valid for one that never ends). The days of renewal are those
    /// promised with the certificate, whatever the rule has become since.
    /// </summary>
    public static Decision<CertificateIssue> Decide(CertificateRule rule, WayWalked original, WayWalked renewal, NewestCertificate? newest, DateOnly today)
    {
        if (newest is not { RevokedAt: null })
            return Missing(original, newest, opens: null) is { } first ? first : Earned(rule, original, newest, previous: null, today);
        if ((newest.Renewal ?? rule.Renewal.Of(newest.Until)) is not { } period)
            return Missing(original, newest, opens: null) ?? new Refusal("still-valid");
        var missing = Missing(original, newest, period.Opens);
        if (missing is null)
            return Earned(rule, original, newest, newest, today);
        if (period.IsOverOn(today))
            return missing;
        return Missing(renewal, newest, period.Opens) is { } lacking ? lacking : Earned(rule, renewal, newest, newest, today);
    }

    /// <summary>What a way still lacks, in the order in which its person should hear it; null when nothing does.</summary>
    private static Refusal? Missing(WayWalked way, NewestCertificate? newest, DateOnly? opens)
    {
        if (way.Pass is not { } pass)
            return new Refusal("quiz-not-passed");
        if (way.Missing > 0)
            return new Refusal("lessons-missing", way.Missing);
        if (newest is not null && (newest.Attempt == pass.Attempt || pass.At <= newest.RevokedAt))
            return new Refusal("attempt-used");
        return pass.Day < opens ? new Refusal("renewal-opens", opens.Value) : null;
    }

    private static CertificateIssue Earned(CertificateRule rule, WayWalked way, NewestCertificate? newest, NewestCertificate? previous, DateOnly today)
    {
        var until = rule.Validity.LastDay(today, previous?.Until, rule.Renewal.OpensDays);
        return new CertificateIssue((newest?.Issue ?? 0) + 1, today, until, previous?.Id, rule.Renewal.Of(until), way.Pass!.Attempt); // nothing is missing, so there is a pass
    }
}
