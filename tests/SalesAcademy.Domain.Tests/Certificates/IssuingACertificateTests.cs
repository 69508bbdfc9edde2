using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Certificates;

public sealed class IssuingACertificateTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly CertificateRule Rule = new(new ValidityRule(24), new RenewalRule());
    private static readonly string[] Lessons = ["one", "two"];
    private static readonly HashSet<string> BothLessons = ["one", "two", "of another edition"];

    [Fact]
    public void Passed_and_every_lesson_done_earns_the_first()
    {
        var issue = Accepted(Decide(PassOn(Today), BothLessons, newest: null));

        Assert.Equal((1, Today, (DateOnly?)new DateOnly(2028, 11, 22), (Guid?)null), (issue.Issue, issue.From, issue.Until, issue.Replaces));
    }

    [Fact]
    public void The_quiz_comes_first_then_the_missing_lessons_are_counted()
    {
        Assert.Equal("quiz-not-passed", Refused(Decide(pass: null, BothLessons, newest: null)).Key);
        var refusal = Refused(Decide(PassOn(Today), new HashSet<string> { "two" }, newest: null));
        Assert.Equal(("lessons-missing", 1), (refusal.Key, Assert.IsType<int>(Assert.Single(refusal.Arguments))));
    }

    [Fact]
    public void Where_only_the_quiz_counts_no_lesson_is_asked_for() =>
        Accepted(Decide(PassOn(Today), new HashSet<string>(), newest: null, lessons: []));

    [Fact]
    public void A_pass_of_last_month_counts_when_the_last_lesson_is_done_today() =>
        Assert.Equal(Today, Accepted(Decide(PassOn(Today.AddDays(-30)), BothLessons, newest: null)).From);

    [Fact]
    public void One_attempt_earns_one_certificate()
    {
        var pass = PassOn(Today);

        Assert.Equal("attempt-used", Refused(Decide(pass, BothLessons, Newest(until: Today) with { Attempt = pass.Attempt })).Key);
    }

    [Fact]
    public void Passing_again_early_earns_none_and_says_when_renewal_opens()
    {
        var refusal = Refused(Decide(PassOn(Today), BothLessons, Newest(until: Today.AddDays(60))));

        Assert.Equal(("renewal-opens", Today.AddDays(1)), (refusal.Key, Assert.IsType<DateOnly>(Assert.Single(refusal.Arguments))));
    }

    [Fact]
    public void A_renewal_counts_on_from_the_end_of_what_it_replaces()
    {
        var newest = Newest(until: new DateOnly(2027, 1, 21));

        var issue = Accepted(Decide(PassOn(Today), BothLessons, newest));

        Assert.Equal((4, Today, (DateOnly?)new DateOnly(2029, 1, 21), (Guid?)newest.Id), (issue.Issue, issue.From, issue.Until, issue.Replaces));
    }

    [Fact]
    public void After_the_end_it_counts_from_today_and_still_replaces()
    {
        var newest = Newest(until: Today.AddDays(-1));

        var issue = Accepted(Decide(PassOn(Today), BothLessons, newest));

        Assert.Equal((4, Today, (DateOnly?)new DateOnly(2028, 11, 22), (Guid?)newest.Id), (issue.Issue, issue.From, issue.Until, issue.Replaces));
    }

    [Fact]
    public void A_pass_from_before_the_renewal_window_does_not_renew_an_expired_one() =>
        Assert.Equal("renewal-opens", Refused(Decide(PassOn(Today.AddDays(-200)), BothLessons, Newest(until: Today.AddDays(-1)))).Key);

    [Fact]
    public void One_that_never_ends_is_never_renewed() =>
        Assert.Equal("still-valid", Refused(Decide(PassOn(Today), BothLessons, Newest(until: null))).Key);

    [Fact]
    public void After_a_revocation_only_a_later_pass_earns_another_and_the_revoked_one_is_not_replaced()
    {
        var revoked = Newest(until: null) with { RevokedAt = Noon(Today) };

        Assert.Equal("attempt-used", Refused(Decide(PassOn(Today), BothLessons, revoked)).Key);
        var again = Accepted(Decide(PassOn(Today) with { At = Noon(Today).AddMinutes(1) }, BothLessons, revoked));
        Assert.Equal((4, null), (again.Issue, again.Replaces));
    }

    // One way for both, as where a certification says nothing of its renewal.
    private static Decision<CertificateIssue> Decide(QuizPass? pass, HashSet<string> done, NewestCertificate? newest, string[]? lessons = null)
    {
        var way = new WayWalked(pass, (lessons ?? Lessons).Count(lesson => !done.Contains(lesson)));
        return CertificateIssue.Decide(Rule, way, way, newest, Today);
    }

    private static QuizPass PassOn(DateOnly day) => new(new Guid(7, 0, 0, new byte[8]), Noon(day), day);

    private static NewestCertificate Newest(DateOnly? until) => new(new Guid(1, 0, 0, new byte[8]), Issue: 3, Attempt: new Guid(2, 0, 0, new byte[8]), until, RevokedAt: null);

    private static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    private static CertificateIssue Accepted(Decision<CertificateIssue> decision) => Assert.IsType<Accepted<CertificateIssue>>(decision).Value;

    private static Refusal Refused(Decision<CertificateIssue> decision) => Assert.IsType<Refused<CertificateIssue>>(decision).Reason;
}
