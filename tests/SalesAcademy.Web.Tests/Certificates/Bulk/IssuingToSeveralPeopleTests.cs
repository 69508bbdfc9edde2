using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Features.Certificates.Bulk;
using SalesAcademy.Web.Features.Certificates.Recognition;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Tests.Certificates.Bulk;

public sealed class IssuingToSeveralPeopleTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Who_has_met_everything_is_issued_one_whoever_asks_twice_and_others_are_told_why_not(Store store)
    {
        await using var app = new AcademyApp(store);
        var (ready, half, held, left, none) = (await app.Join("Ready", Role.Rep, profile: "sdr"), await app.Join("Half", Role.Rep, profile: "sdr"), await app.Join("Held", Role.Rep, profile: "sdr"), await app.Join("Left", Role.Rep, profile: "sdr"), await app.Join("None", Role.Rep, profile: "sdr"));
        await app.Certify(held);
        foreach (var person in new[] { ready, half, left })
            await Passed(app, person, everyLesson: person != half);
        await Leave(app, left);
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));
        using var other = await app.SignIn(await app.Join("Hugo", Role.Hr));
        var people = await Addresses(app, ready, half, held, left, none) + "\nnobody@example.com\n";

        await hr.Open(BulkController.Url);
        var preview = await Page(await hr.Submit($"{BulkController.Url}/preview", ("Certification", "discovery"), ("People", people)));

        foreach (var said in new[] { "Go ahead for 1 person", "Lessons are missing", "Holds one already", "Has left", "has not been passed", "Nobody has this address" })
            Assert.Contains(said, preview, StringComparison.Ordinal);
        (string, string)[] order = [("Certification", "discovery"), ("People", people), ("Seal", Seal(preview)), ("_key", "one")];
        await other.Open(BulkController.Url);
        var answers = await Task.WhenAll(hr.Submit(BulkController.Url, order), hr.Submit(BulkController.Url, order), other.Submit(BulkController.Url, order));
        var address = Assert.Single(answers.Where(answer => answer.StatusCode == HttpStatusCode.Redirect).Select(answer => answer.Headers.Location!.ToString()).Distinct());
        await Finished(app);

        Assert.Single(await app.Certificates(ready));
        Assert.Single(await app.Certificates(held));
        Assert.DoesNotContain(await app.Certificates(), c => c.Person == half || c.Person == left || c.Person == none);
        Assert.Single(await app.Told<BulkIssueOrdered>());
        Assert.Contains("1 certificate issued", await hr.Open(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit(BulkController.Url, [.. order[..3], ("_key", "two")])).StatusCode);
    }

    [Fact]
    public void A_plan_is_the_same_in_whatever_order_a_language_has_the_names()
    {
        BulkLine one = new(Guid.CreateVersion7(), "Ärzte", null, BulkOutcome.Issued), two = new(Guid.CreateVersion7(), "Zoe", null, BulkOutcome.Waived);

        Assert.Equal(new BulkPlan([one, two]).Seal, new BulkPlan([two, one]).Seal);
        Assert.NotEqual(new BulkPlan([one, two]).Seal, new BulkPlan([one, two with { Outcome = BulkOutcome.Refused }]).Seal);
    }

    [Fact]
    public async Task Lessons_are_passed_over_for_a_reason_and_a_quiz_never()
    {
        await using var app = new AcademyApp();
        var (half, none) = (await app.Join("Half", Role.Rep, profile: "sdr"), await app.Join("None", Role.Rep, profile: "sdr"));
        await Passed(app, half, everyLesson: false);
        var helen = await app.Join("Helen", Role.Hr);
        using var hr = await app.SignIn(helen);
        (string, string)[] asked = [("Certification", "discovery"), ("People", await Addresses(app, half, none)), ("Waives", "Course"), ("Basis", "PriorLearning")];
        await hr.Open(BulkController.Url);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit($"{BulkController.Url}/preview", asked)).StatusCode);
        asked = [.. asked, ("Reason", "Taught it elsewhere")];
        var preview = await Page(await hr.Submit($"{BulkController.Url}/preview", asked));
        Assert.Contains("approved by Helen", preview, StringComparison.Ordinal);
        await hr.Submit(BulkController.Url, [.. asked, ("Seal", Seal(preview)), ("_key", "one")]);
        await Finished(app);

        Assert.Single(await app.Certificates(half));
        Assert.Empty(await app.Certificates(none));
        await using var db = app.Read();
        var waiver = Assert.Single(await db.Set<WaiverRow>().ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((half, helen, WaiverBasis.PriorLearning), (waiver.Person, waiver.GivenBy, waiver.Basis));
    }

    [Fact]
    public async Task What_was_stopped_goes_on_where_it_was_and_decides_anew()
    {
        await using var app = new AcademyApp();
        var (one, two) = (await app.Join("One", Role.Rep, profile: "sdr"), await app.Join("Two", Role.Rep, profile: "sdr"));
        var helen = await app.Join("Helen", Role.Hr);
        var order = new BulkIssueRow { Id = Guid.CreateVersion7(), Certification = "discovery", OrderedBy = helen, OrderedAt = app.Clock.Now, People = 2, StoppedAt = app.Clock.Now };
        await Passed(app, one, everyLesson: true);
        await Passed(app, two, everyLesson: true);
        await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            entry.Db.Add(order);
            entry.Db.AddRange(new BulkLineRow { BulkIssue = order.Id, Person = one }, new BulkLineRow { BulkIssue = order.Id, Person = two });
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
        await Leave(app, two);
        using var hr = await app.SignIn(helen);

        await app.Services.GetRequiredService<CarryOutBulkIssues>().Run(TestContext.Current.CancellationToken);
        Assert.Empty(await app.Certificates());
        await hr.Open($"{BulkController.Url}/{order.Id}");
        await hr.Submit($"{BulkController.Url}/{order.Id}/resumption");
        await Finished(app);

        Assert.Equal([one], (await app.Certificates()).Select(c => c.Person));
        Assert.Contains("Has left", await hr.Open($"{BulkController.Url}/{order.Id}"), StringComparison.Ordinal);
    }

    // As they stand who met everything before the certification was made: nothing has issued them one.
    private static Task<Decision<Done>> Passed(AcademyApp app, Guid person, bool everyLesson) => app.Ledger.Run<Done>(app.Clock.Act(person), entry =>
    {
        var course = app.Library().Now.FindCourse(Learning.Course)!;
        entry.Db.Add(new PassRow { Person = person, Course = course.Id, Quiz = "certification", Attempt = entry.NewId(), At = entry.Act.At, Day = entry.Act.Today, ContentHash = course.Hash });
        entry.Db.AddRange(course.Lessons.Skip(everyLesson ? 0 : 1).Select(lesson => new LessonDoneRow { Person = person, Course = course.Id, Lesson = lesson.Id }));
        return Task.FromResult<Decision<Done>>(Done.Value);
    }, TestContext.Current.CancellationToken);

    private static Task<Decision<Done>> Leave(AcademyApp app, Guid person) => app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
    {
        (await entry.Db.FindAsync<PersonRow>(person))!.SuspendedAt = entry.Act.At; // joined above
        return Done.Value;
    }, TestContext.Current.CancellationToken);

    private static async Task<string> Addresses(AcademyApp app, params Guid[] people)
    {
        await using var db = app.Read();
        return string.Join('\n', await db.Set<PersonRow>().Where(p => people.Contains(p.Id)).Select(p => p.Email).ToListAsync(TestContext.Current.CancellationToken));
    }

    private static Task Finished(AcademyApp app) => Eventually.Holds(async () =>
    {
        await using var db = app.Read();
        return await db.Set<BulkIssueRow>().AnyAsync(TestContext.Current.CancellationToken) && !await db.Set<BulkIssueRow>().AnyAsync(o => o.FinishedAt == null, TestContext.Current.CancellationToken);
    });

    private static async Task<string> Page(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, html);
        return html;
    }

    private static string Seal(string html) => Regex.Match(html, "name=\"Seal\" value=\"([0-9a-f]+)\"").Groups[1].Value;
}
