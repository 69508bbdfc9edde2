using System.Globalization;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Certificates;

/// <summary>Renewal, grace, lapse and return: the table of dates.</summary>
public sealed class LivingWithACertificationTests
{
    private static readonly YearDay EndOfYear = new(12, 31);
    private static readonly YearDay LeapDay = new(2, 29);

    [Theory]
    // First certificates: nothing to count on from, whatever the basis.
    [InlineData("2026-11-23", null, 24, ExpiryBasis.PreviousEnd, "2028-11-22")]
    [InlineData("2026-11-23", null, 24, ExpiryBasis.Completion, "2028-11-22")]
    [InlineData("2028-02-29", null, 12, ExpiryBasis.Completion, "2029-02-28")]
    [InlineData("2027-03-01", null, 12, ExpiryBasis.Completion, "2028-02-29")]
    // Renewed early: the end of what it replaces counts on, or the days left are lost.
    [InlineData("2026-11-23", "2027-01-21", 24, ExpiryBasis.PreviousEnd, "2029-01-21")]
    [InlineData("2026-11-23", "2027-01-21", 24, ExpiryBasis.Completion, "2028-11-22")]
    [InlineData("2026-11-23", "2026-11-23", 12, ExpiryBasis.PreviousEnd, "2027-11-23")] // on the last day, which is still valid
    [InlineData("2028-01-10", "2028-02-29", 12, ExpiryBasis.PreviousEnd, "2029-02-28")] // a leap day counts on from 1 March
    [InlineData("2027-01-10", "2027-02-28", 12, ExpiryBasis.PreviousEnd, "2028-02-29")]
    [InlineData("2027-01-10", "2027-01-30", 1, ExpiryBasis.PreviousEnd, "2027-02-28")] // from 31 January
    // Renewed late: only the day it was earned can count.
    [InlineData("2026-11-23", "2026-11-22", 24, ExpiryBasis.PreviousEnd, "2028-11-22")]
    [InlineData("2026-11-23", "2026-10-01", 24, ExpiryBasis.Completion, "2028-11-22")]
    public void Months_count_from_the_end_of_what_is_replaced_or_from_the_day_it_is_earned(string from, string? previous, int months, ExpiryBasis basis, string until) =>
        Assert.Equal(Day(until), new ValidityRule(months, basis).LastDay(Day(from), previous is null ? null : Day(previous), RenewalRule.StandardDays));

    [Theory]
    [InlineData("2026-03-10", null, 12, "2026-12-31")] // the latest 31 December within the months
    [InlineData("2026-03-10", null, 24, "2027-12-31")]
    [InlineData("2026-11-01", null, 12, "2026-12-31")] // renewal opens on 2 November, a day later
    [InlineData("2026-11-02", null, 12, "2027-12-31")] // it would open at once: the next one
    [InlineData("2026-12-31", null, 12, "2027-12-31")]
    [InlineData("2027-01-01", null, 12, "2027-12-31")]
    [InlineData("2026-11-05", "2026-12-31", 12, "2027-12-31")] // renewed early, nothing is lost
    [InlineData("2026-11-05", "2026-12-31", 36, "2029-12-31")]
    [InlineData("2027-01-20", "2026-12-31", 12, "2027-12-31")] // renewed within grace: back in step
    [InlineData("2027-12-20", "2026-12-31", 12, "2028-12-31")]
    public void A_day_of_the_year_ends_all_and_none_is_to_be_renewed_as_soon_as_it_is_earned(string from, string? previous, int months, string until) =>
        Assert.Equal(Day(until), new ValidityRule(months, ExpiryBasis.DayOfTheYear, EndOfYear).LastDay(Day(from), previous is null ? null : Day(previous), RenewalRule.StandardDays));

    [Theory]
    [InlineData("2026-06-01", "2027-02-28")]
    [InlineData("2027-06-01", "2028-02-29")]
    [InlineData("2028-06-01", "2029-02-28")]
    public void The_29th_of_February_is_the_last_of_February(string from, string until) =>
        Assert.Equal(Day(until), new ValidityRule(12, ExpiryBasis.DayOfTheYear, LeapDay).LastDay(Day(from), null, RenewalRule.StandardDays));

    [Theory]
    [InlineData("2026-11-24", "renewal-opens")] // passed 61 days before the end, that day counted in
    [InlineData("2026-11-25", "renewal")] // the first day of renewal
    [InlineData("2027-01-23", "renewal")] // the last valid day
    [InlineData("2027-01-24", "renewal")] // over, in grace
    [InlineData("2027-02-22", "renewal")] // the last day of grace
    [InlineData("2027-02-23", "quiz-not-passed")] // lapsed: the original quiz is asked again
    public void The_renewal_is_enough_from_its_first_day_to_the_last_of_grace(string today, string expected)
    {
        var day = Day(today);
        var decided = CertificateIssue.Decide(Rule(), original: new(null, 3), renewal: new(PassOn(day), 0), Newest("2027-01-23"), day);

        Assert.Equal(expected, decided is Refused<CertificateIssue> refused ? refused.Reason.Key : "renewal");
    }

    [Fact]
    public void After_a_lapse_the_original_way_leads_back_and_what_it_brings_is_linked_to_the_old_one()
    {
        var day = Day("2027-06-01");
        var issue = Accepted(CertificateIssue.Decide(Rule(), original: new(PassOn(day), 0), renewal: new(null, 0), Newest("2027-01-23"), day));

        Assert.Equal((4, day, Day("2028-05-31"), Newest("2027-01-23").Id), (issue.Issue, issue.From, issue.Until!.Value, issue.Replaces!.Value));
        Assert.Equal(new RenewalPeriod(Day("2028-04-02"), Day("2028-06-30")), issue.Renewal);
    }

    [Fact]
    public void A_revoked_certificate_is_followed_by_the_original_way_alone()
    {
        var (day, revoked) = (Day("2027-01-10"), Newest("2027-01-23") with { RevokedAt = Noon(Day("2027-01-09")) });

        Assert.Equal("quiz-not-passed", Refused(CertificateIssue.Decide(Rule(), original: new(null, 0), renewal: new(PassOn(day), 0), revoked, day)));
    }

    [Fact]
    public void The_original_way_renews_too_and_the_first_certificate_never_comes_by_the_renewal()
    {
        var day = Day("2027-01-10");

        Assert.Equal(Original, Accepted(CertificateIssue.Decide(Rule(), new(PassOn(day) with { Attempt = Original }, 0), new(null, 1), Newest("2027-01-23"), day)).Attempt);
        Assert.Equal("quiz-not-passed", Refused(CertificateIssue.Decide(Rule(), new(null, 0), new(PassOn(day), 0), newest: null, day)));
    }

    [Fact]
    public void A_changed_rule_leaves_what_was_promised_with_the_certificate()
    {
        var (day, narrow) = (Day("2026-12-01"), new CertificateRule(new ValidityRule(6), new RenewalRule(OpensDays: 10, GraceDays: 0)));
        var promised = Newest("2027-01-23") with { Renewal = new RenewalRule().Of(Day("2027-01-23")) };

        Assert.Equal("renewal-opens", Refused(CertificateIssue.Decide(narrow, new(null, 0), new(PassOn(day), 0), promised with { Renewal = null }, day)));
        var issue = Accepted(CertificateIssue.Decide(narrow, new(null, 0), new(PassOn(day), 0), promised, day));
        Assert.Equal((Day("2027-07-23"), new RenewalPeriod(Day("2027-07-14"), Day("2027-07-23"))), (issue.Until!.Value, issue.Renewal!)); // the new rule holds for the new certificate
    }

    [Theory]
    // The same instant is the last day in Los Angeles and the day after in Shanghai.
    [InlineData("2027-01-23T16:30:00Z", "America/Los_Angeles", "2027-01-23", "2028-01-23")]
    [InlineData("2027-01-23T16:30:00Z", "Asia/Shanghai", "2027-01-24", "2028-01-23")]
    [InlineData("2028-02-29T15:59:59Z", "Asia/Shanghai", "2028-02-29", "2029-02-28")]
    [InlineData("2028-02-29T16:00:00Z", "Asia/Shanghai", "2028-03-01", "2029-02-28")]
    [InlineData("2027-03-28T00:59:59Z", "Europe/Berlin", "2027-03-28", "2028-03-27")] // the hour that the clocks skip
    [InlineData("2027-10-30T22:30:00Z", "Europe/Berlin", "2027-10-31", "2028-10-30")]
    public void The_organisations_own_day_decides_whatever_the_hour(string instant, string zone, string day, string until)
    {
        var at = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        var local = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);

        Assert.Equal(Day(day), local);
        Assert.Equal(Day(until), new ValidityRule(12).LastDay(local, local == Day("2027-01-23") ? Day("2027-01-23") : null, RenewalRule.StandardDays));
    }

    [Theory]
    [InlineData("2026-11-23", null, null)]
    [InlineData("2026-12-24", null, "2026-12-24")] // 30 days before
    [InlineData("2026-12-26", null, "2026-12-24")] // not running on the day: the next day serves
    [InlineData("2026-12-26", "2026-12-24", null)]
    [InlineData("2026-12-26", "2026-12-25", null)] // reminded by a person meanwhile
    [InlineData("2027-01-16", "2026-12-24", "2027-01-16")] // 7 days before
    [InlineData("2027-01-23", "2027-01-16", null)]
    [InlineData("2027-01-24", "2027-01-16", "2027-01-24")] // the day after the end
    [InlineData("2027-02-22", null, "2027-01-24")] // of all that were missed only the latest
    [InlineData("2027-02-23", null, null)] // lapsed
    public void Reminders_come_on_their_days_once_and_none_is_lost(string today, string? last, string? expected) => Assert.Equal(
        expected is null ? null : Day(expected),
        RenewalReminder.DueOn(Day("2027-01-23"), graceDays: 30, [30, 7], issued: Day("2025-01-24"), last is null ? null : Day(last), Day(today)));

    private static readonly Guid Original = new(8, 0, 0, new byte[8]);

    private static CertificateRule Rule() => new(new ValidityRule(12), new RenewalRule());

    private static QuizPass PassOn(DateOnly day) => new(new Guid(7, 0, 0, new byte[8]), Noon(day), day);

    private static NewestCertificate Newest(string until) => new(new Guid(1, 0, 0, new byte[8]), Issue: 3, Attempt: new Guid(2, 0, 0, new byte[8]), Day(until), RevokedAt: null);

    private static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    private static CertificateIssue Accepted(Decision<CertificateIssue> decision) => Assert.IsType<Accepted<CertificateIssue>>(decision).Value;

    private static string Refused(Decision<CertificateIssue> decision) => Assert.IsType<Refused<CertificateIssue>>(decision).Reason.Key;

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
