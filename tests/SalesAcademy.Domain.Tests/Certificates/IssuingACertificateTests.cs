using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Certificates;

public sealed class IssuingACertificateTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly CertificateRule Rule = new(["one", "two"], ValidMonths: 24);
    private static readonly HashSet<string> BothLessons = ["one", "two", "of another edition"];

    [Fact]
    public void Passed_and_every_lesson_done_earns_the_first()
    {
        var issue = Accepted(CertificateIssue.Decide(Rule, PassOn(Today), BothLessons, newest: null, Today));

        Assert.Equal(new CertificateIssue(1, Today, new DateOnly(2028, 11, 22), Replaces: null), issue);
    }

    [Fact]
    public void The_quiz_comes_first_then_the_missing_lessons_are_counted()
    {
        Assert.Equal("quiz-not-passed", Refused(CertificateIssue.Decide(Rule, pass: null, BothLessons, newest: null, Today)).Key);
        var refusal = Refused(CertificateIssue.Decide(Rule, PassOn(Today), new HashSet<string> { "two" }, newest: null, Today));
        Assert.Equal(("lessons-missing", 1), (refusal.Key, Assert.IsType<int>(Assert.Single(refusal.Arguments))));
    }

    [Fact]
    public void Where_only_the_quiz_counts_no_lesson_is_asked_for() =>
        Accepted(CertificateIssue.Decide(Rule with { Lessons = [] }, PassOn(Today), new HashSet<string>(), newest: null, Today));

    [Fact]
    public void A_pass_of_last_month_counts_when_the_last_lesson_is_done_today() =>
        Assert.Equal(Today, Accepted(CertificateIssue.Decide(Rule, PassOn(Today.AddDays(-30)), BothLessons, newest: null, Today)).From);

    [Fact]
    public void One_attempt_earns_one_certificate()
    {
        var pass = PassOn(Today);

        Assert.Equal("attempt-used", Refused(CertificateIssue.Decide(Rule, pass, BothLessons, Newest(until: Today) with { Attempt = pass.Attempt }, Today)).Key);
    }

    [Fact]
    public void Passing_again_early_earns_none_and_says_when_renewal_opens()
    {
        var refusal = Refused(CertificateIssue.Decide(Rule, PassOn(Today), BothLessons, Newest(until: Today.AddDays(60)), Today));

        Assert.Equal(("renewal-opens", Today.AddDays(1)), (refusal.Key, Assert.IsType<DateOnly>(Assert.Single(refusal.Arguments))));
    }

    [Fact]
    public void A_renewal_counts_on_from_the_end_of_what_it_replaces()
    {
        var newest = Newest(until: new DateOnly(2027, 1, 21));

        var issue = Accepted(CertificateIssue.Decide(Rule, PassOn(Today), BothLessons, newest, Today));

        Assert.Equal(new CertificateIssue(4, Today, new DateOnly(2029, 1, 21), newest.Id), issue);
    }

    [Fact]
    public void After_the_end_it_counts_from_today_and_still_replaces()
    {
        var newest = Newest(until: Today.AddDays(-1));

        var issue = Accepted(CertificateIssue.Decide(Rule, PassOn(Today), BothLessons, newest, Today));

        Assert.Equal(new CertificateIssue(4, Today, new DateOnly(2028, 11, 22), newest.Id), issue);
    }

    [Fact]
    public void A_pass_from_before_the_renewal_window_does_not_renew_an_expired_one() =>
        Assert.Equal("renewal-opens", Refused(CertificateIssue.Decide(Rule, PassOn(Today.AddDays(-200)), BothLessons, Newest(until: Today.AddDays(-1)), Today)).Key);

    [Fact]
    public void One_that_never_ends_is_never_renewed() =>
        Assert.Equal("still-valid", Refused(CertificateIssue.Decide(Rule, PassOn(Today), BothLessons, Newest(until: null), Today)).Key);

    [Fact]
    public void After_a_revocation_only_a_later_pass_earns_another_and_the_revoked_one_is_not_replaced()
    {
        var revoked = Newest(until: null) with { RevokedAt = Noon(Today) };

        Assert.Equal("attempt-used", Refused(CertificateIssue.Decide(Rule, PassOn(Today), BothLessons, revoked, Today)).Key);
        var again = Accepted(CertificateIssue.Decide(Rule, PassOn(Today) with { At = Noon(Today).AddMinutes(1) }, BothLessons, revoked, Today));
        Assert.Equal((4, null), (again.Issue, again.Replaces));
    }

    private static QuizPass PassOn(DateOnly day) => new(new Guid(7, 0, 0, new byte[8]), Noon(day), day);

    private static NewestCertificate Newest(DateOnly? until) => new(new Guid(1, 0, 0, new byte[8]), Issue: 3, Attempt: new Guid(2, 0, 0, new byte[8]), until, RevokedAt: null);

    private static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    private static CertificateIssue Accepted(Decision<CertificateIssue> decision) => Assert.IsType<Accepted<CertificateIssue>>(decision).Value;

    private static Refusal Refused(Decision<CertificateIssue> decision) => Assert.IsType<Refused<CertificateIssue>>(decision).Reason;
}
