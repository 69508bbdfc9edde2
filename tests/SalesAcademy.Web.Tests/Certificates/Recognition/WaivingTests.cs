using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Features.Readiness;

namespace SalesAcademy.Web.Tests.Certificates.Recognition;

public sealed class WaivingTests
{
    private const string Why = "Has taught this for four years elsewhere.";

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Lessons_learned_elsewhere_open_the_quiz_and_count_for_the_certificate_and_are_never_shown_as_completed(Store store)
    {
        await using var app = new AcademyApp(store);
        var rep = await app.Join("Anna Berg", Role.Rep, profile: "sdr");
        using var own = await app.SignIn(rep);
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));
        var first = await FirstCourse(app, rep);

        await Give(hr, rep, $"course/{first}", WaiverBasis.PriorLearning);

        Assert.Contains("Not asked of you", await own.Open("/paths"), StringComparison.Ordinal);
        Assert.Contains("not asked of you", await own.Open("/certificates"), StringComparison.Ordinal);
        Assert.DoesNotContain("Complete every lesson of", await own.Open($"/quizzes/{first}/certification"), StringComparison.Ordinal);
        var transcript = await hr.Open($"/certificates/people/{rep}");
        Assert.Contains("Not asked; neither passed nor completed", transcript, StringComparison.Ordinal);
        Assert.Contains("Learned elsewhere", transcript, StringComparison.Ordinal);
        Assert.Contains(Why, await hr.Open($"/certificates/people/{rep}/waivers"), StringComparison.Ordinal);
        Assert.Empty(await app.Told<CourseCompleted>());
        Assert.DoesNotContain(await app.Events(), e => e.Json.Contains("taught this", StringComparison.Ordinal));
        await app.Pass(rep, course: first);
        Assert.Single(await app.Certificates(rep));

        var waiver = Assert.Single(await app.Told<RequirementWaived>()).Waiver;
        Assert.Equal(HttpStatusCode.Redirect, (await hr.Submit($"/certificates/people/{rep}/waivers/{waiver}/withdrawal")).StatusCode);
        await using var db = app.Read();
        var step = await db.Set<PathStepRow>().SingleAsync(s => s.Person == rep && s.Kind == PathStepKind.Course && s.Target == first, TestContext.Current.CancellationToken);
        Assert.Equal((null, null), (step.DoneAt, step.WaivedAt));
    }

    [Fact]
    public async Task A_waived_certification_is_no_gap_and_no_certificate_and_opens_no_tier()
    {
        await using var app = new AcademyApp();
        var rep = await app.Join("Anna Berg", Role.Rep, profile: "sdr");
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));
        Assert.Contains("Anna Berg", await hr.Open("/certificates/compliance?certification=sales-process"), StringComparison.Ordinal);

        await Give(hr, rep, "certification/sales-process", WaiverBasis.Exemption);
        var again = await hr.Submit($"/certificates/people/{rep}/waivers", ("Target", "certification/sales-process"), ("Basis", "Exemption"), ("Reason", Why));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.DoesNotContain("Anna Berg", await hr.Open("/certificates/compliance?certification=sales-process"), StringComparison.Ordinal);
        Assert.Contains("Anna Berg", await hr.Open("/certificates/compliance?certification=sales-process&holding=waived"), StringComparison.Ordinal);
        Assert.Empty(await app.Certificates());
        await using var db = app.Read();
        Assert.Empty(await db.Set<HeldCertificateRow>().ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_waives_anything_for_themselves()
    {
        await using var app = new AcademyApp();
        var hr = await app.Join("Sun Jie", Role.Hr);
        using var browser = await app.SignIn(hr);

        var refused = await browser.Submit($"/certificates/people/{hr}/waivers", ("Target", "course/discovery"), ("Basis", "Exemption"), ("Reason", Why));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Empty(await app.Told<RequirementWaived>());
    }

    private static async Task Give(Browser hr, Guid person, string target, WaiverBasis basis) => Assert.Equal(
        HttpStatusCode.Redirect,
        (await hr.Submit($"/certificates/people/{person}/waivers", ("Target", target), ("Basis", $"{basis}"), ("Reason", Why))).StatusCode);

    private static async Task<string> FirstCourse(AcademyApp app, Guid person)
    {
        await using var db = app.Read();
        return await db.Set<PathStepRow>().Where(s => s.Person == person && s.Kind == PathStepKind.Course).OrderBy(s => s.Position).Select(s => s.Target).FirstAsync(TestContext.Current.CancellationToken);
    }
}
