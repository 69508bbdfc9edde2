using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Content.Tests;

public sealed class ReadingACertificationTests : IDisposable
{
    private const string File = "certifications/first-call.yml";

    private readonly ContentBuilder content = new();

    [Fact]
    public void Where_nothing_is_said_it_is_renewed_as_it_is_earned()
    {
        var certification = content.Good().FindCertification("first-call")!;

        Assert.False(certification.HasOwnRenewal);
        Assert.Equal(new ValidityRule(24), certification.Validity);
        Assert.Equal(("first-call", "certification", true, 0), (certification.Renewal.Course, certification.Renewal.Quiz, certification.Renewal.EveryLesson, certification.Renewal.Lessons.Count));
        Assert.Equal(new RenewalRule(60, 30), certification.Renewal.Rule);
        Assert.Equal([30, 7], certification.Renewal.ReminderDays);
    }

    [Fact]
    public void A_renewal_may_ask_for_less_elsewhere_and_at_other_times()
    {
        content.SecondCourse().Replace(File, "valid: 24 months", "valid: 24 months\ncounts-from: completion\nrenewal:\n  course: second\n  lessons: [closing]\n  opens: 90 d\n  grace: 0 d\n  remind: [7 d, 90d, 7 d]");

        var certification = content.Good().FindCertification("first-call")!;

        Assert.True(certification.HasOwnRenewal);
        Assert.Equal(ExpiryBasis.Completion, certification.Validity.Basis);
        Assert.Equal(("second", "certification", false), (certification.Renewal.Course, certification.Renewal.Quiz, certification.Renewal.EveryLesson));
        Assert.Equal(["closing"], certification.Renewal.Lessons);
        Assert.Equal(new RenewalRule(90, 0), certification.Renewal.Rule);
        Assert.Equal([90, 7], certification.Renewal.ReminderDays);
    }

    [Fact]
    public void All_may_end_on_one_day_of_the_year()
    {
        content.Replace(File, "valid: 24 months", "valid: 12 months\nends-on: 02-29\nrenewal: { lessons: none, remind: [] }");

        var certification = content.Good().FindCertification("first-call")!;

        Assert.Equal(new ValidityRule(12, ExpiryBasis.DayOfTheYear, new YearDay(2, 29)), certification.Validity);
        Assert.True(certification.HasOwnRenewal);
        Assert.Empty(certification.Renewal.ReminderDays);
    }

    [Theory, InlineData(1, 14), InlineData(2, 28), InlineData(3, 60)]
    public void A_short_certificate_is_renewed_in_its_second_half(int months, int opens)
    {
        content.Replace(File, "valid: 24 months", $"valid: {months} months");

        Assert.Equal(opens, content.Good().FindCertification("first-call")!.Renewal.Rule.OpensDays);
    }

    [Theory]
    [InlineData("field-value", 6, "valid: 24 months\ncounts-from: birth")]
    [InlineData("field-value", 6, "valid: 24 months\nends-on: 02-30")]
    [InlineData("field-value", 6, "valid: 6 months\nends-on: 12-31")]
    [InlineData("field-value", 7, "valid: 24 months\nends-on: 12-31\ncounts-from: completion")]
    [InlineData("field-value", 5, "renewal: { opens: 30 d }")]
    [InlineData("field-value", 6, "valid: 24 months\nrenewal: { grace: 400 d }")]
    [InlineData("field-value", 6, "valid: 24 months\nrenewal: { remind: [soon] }")]
    [InlineData("field-unknown", 6, "valid: 24 months\nrenewal: { window: 30 d }")]
    [InlineData("renewal-window", 6, "valid: 2 months\nrenewal: { opens: 60 d }")]
    [InlineData("reference-missing", 6, "valid: 24 months\nrenewal: { quiz: nothing }")]
    [InlineData("certification-quiz", 6, "valid: 24 months\nrenewal: { quiz: check-opening }")]
    [InlineData("reference-missing", 6, "valid: 24 months\nrenewal: { lessons: [ending] }")]
    public void A_mistake_is_named_with_its_line(string code, int line, string text)
    {
        var result = content.Replace(File, "valid: 24 months", text).Compile();

        Assert.Null(result.Catalogue);
        Assert.Contains(result.Problems, problem => problem.Code == code && problem.File == File && problem.Line == line && problem.Remedy.Length > 0);
    }

    public void Dispose() => content.Dispose();
}
