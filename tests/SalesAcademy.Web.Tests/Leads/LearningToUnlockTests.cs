using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Tests.Readiness;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class LearningToUnlockTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task What_opens_leads_is_told_and_when_it_is_done_exactly_that_is_open(Store store)
    {
        await using var app = new AcademyApp(store);
        var (floor, learner) = (new Floor(app), await Learner.Hire(app));
        await learner.AnswersEverything();
        for (var i = 0; i < 8; i++)
            await floor.Arrives(Floor.Lead(Tier.C, $"Company {i}"));
        await floor.Arrives(Floor.Lead(Tier.C, "Lanshi Medical", new Tag("language", "zh")));
        app.Time.Advance(TimeSpan.FromDays(1));
        var told = await Read(app, learner.Id);

        var page = await Page(app, learner.Id, "/leads");
        var exam = Assert.IsType<Hypothesis.Certified>(told.Best!.Steps[0].Event);
        await learner.Record(new AttemptGraded(learner.Id, Guid.CreateVersion7(), "sales-process", "certification", AttemptKind.Certification, 1, Passed: true,
            [.. exam.Families.Select(family => learner.Answer(learner.Catalogue.Families[family], 1))], learner.Catalogue.Hash));
        await learner.Earns("sales-process");

        Assert.Equal(["certification:sales-process"], told.Best.Steps.Select(step => step.Id));
        Assert.Contains("more C leads open to you: about 2 a week.", page, StringComparison.Ordinal);
        Assert.Contains("C leads that came in: 9; you would pass every rule for 8, 2 a week.", page, StringComparison.Ordinal);
        Assert.Contains("/courses/sales-process#sales-process", page, StringComparison.Ordinal);
        await using var db = app.Read();
        var now = await app.Services.GetRequiredService<Sellers>().One(db, learner.Id, AsOf.Now(app.Clock));
        Assert.Equal(told.Best.After.Tier, now!.Tier);
        Assert.Equal(told.Best.Came, told.Inflow.Kinds.Where(kind => Inflow.Suits(floor.Policy, kind, now)).Sum(kind => kind.Count));
        Assert.Equal(told.Best.After.Competencies.OrderBy(c => c.Key, StringComparer.Ordinal), now.Competencies.OrderBy(c => c.Key, StringComparer.Ordinal));
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task It_stands_on_the_pages_of_leads_and_readiness_and_at_home(string language)
    {
        await using var app = new AcademyApp();
        var learner = await Learner.Hire(app, language: language);
        await learner.AnswersEverything();
        await new Floor(app).Arrives();
        app.Time.Advance(TimeSpan.FromDays(1));

        foreach (var url in (string[])["/", "/leads", "/readiness"])
            Assert.Contains(language == "en" ? "more C leads open to you: about 0.3 a week." : "就有更多C 级线索对你开放：每周约 0.3 条。", await Page(app, learner.Id, url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_has_to_be_walked_first_is_part_of_the_way()
    {
        await using var app = new AcademyApp();
        var learner = await Learner.Hire(app);
        await new Floor(app).Arrives();
        app.Time.Advance(TimeSpan.FromDays(1));

        var (told, page) = (await Read(app, learner.Id), await Page(app, learner.Id, "/leads"));

        Assert.Equal("certification:sales-process", told.Best!.Steps[^1].Id);
        string[] path = [.. learner.Catalogue.Paths.Single(one => one.Role == "sdr").Steps.Where(step => step.Kind == PathStepKind.Course).Select(step => step.Target)];
        Assert.All(learner.Catalogue.Courses.Where(course => path.Contains(course.Id)).SelectMany(course => course.Lessons), lesson => Assert.Contains(told.Best.Steps, step => step.Id == $"lesson:{lesson.Course}/{lesson.Id}"));
        Assert.DoesNotContain(told.Best.Steps, step => step.Id.StartsWith("lesson:negotiation/", StringComparison.Ordinal)); // which the role is not measured by
        Assert.Equal(4, told.Lines.Count); // three courses and the certification
        Assert.Contains("Finish 5 lessons of", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_that_only_a_coach_can_take_names_the_coach()
    {
        await using var app = new AcademyApp();
        var floor = new Floor(app);
        var (first, second) = (await app.Join("Marta Silva", Role.Manager), await app.Join("Tom Berg", Role.Manager));
        var seller = await floor.ReadySeller(team: await app.Team("North", first, second));
        await floor.Arrives(Floor.Lead(Tier.B));
        app.Time.Advance(TimeSpan.FromDays(1));

        var page = await Page(app, seller, "/leads");

        Assert.Contains("more B leads open to you", page, StringComparison.Ordinal);
        Assert.Contains("Marta Silva can do it", page, StringComparison.Ordinal);
        Assert.Contains("Tom Berg can do it", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_opens_leads_it_says_so_and_why()
    {
        await using var app = new AcademyApp();
        var floor = new Floor(app);
        var seller = await floor.ReadySeller();
        Assert.Contains("No lead came in that you could reach by learning more.", await Page(app, seller, "/leads"), StringComparison.Ordinal);
        await floor.Arrives(Floor.Lead(Tier.B));
        app.Time.Advance(TimeSpan.FromDays(1));

        var page = await Page(app, seller, "/leads");

        Assert.Contains("Nothing you can do by learning opens more leads at the moment. The next tier asks for looks by more coaches than your team has", page, StringComparison.Ordinal);
        Assert.Contains("1 leads came in.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_smallest_change_leaves_out_what_a_higher_tier_makes_needless()
    {
        await using var app = new AcademyApp();
        var floor = new Floor(app);
        var rep = await floor.Seller(Tier.C);
        for (var i = 0; i < 5; i++)
            Assert.IsType<Accepted<Done>>(await floor.Claim(rep, await floor.InPool()));
        var lead = await floor.InPool(Tier.B);

        var why = await Page(app, rep, $"/leads/{lead}/why");

        Assert.Contains("2 of 7 rules were not met: Tier, Taken in the last 7 days.", why, StringComparison.Ordinal);
        Assert.Contains("Reach tier B", why, StringComparison.Ordinal);
        Assert.Contains("This alone is enough to pass every rule.", why, StringComparison.Ordinal);
        Assert.DoesNotContain("one lead leaves your 7 days", why, StringComparison.Ordinal);
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task Nobody_is_sent_to_a_certification_they_may_not_sit(string language)
    {
        await using var app = new AcademyApp();
        var learner = await Learner.Hire(app, language: language);
        await learner.AnswersEverything();
        await new Floor(app).Arrives();
        app.Time.Advance(TimeSpan.FromDays(1));
        var quiz = learner.Catalogue.FindCourse("sales-process")!.FindQuiz("certification")!;

        await Fails(app, learner.Id, quiz, number: 1);
        var waiting = await Page(app, learner.Id, "/leads");
        for (var number = 2; number <= quiz.Attempts; number++)
            await Fails(app, learner.Id, quiz, number);
        var (spent, page) = (await Read(app, learner.Id), await Page(app, learner.Id, "/leads"));

        Assert.Contains(language == "en" ? "20 minutes · from " : "起可以参加", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("certification:sales-process", spent.Best?.Steps.Select(step => step.Id) ?? []);
        Assert.Contains(language == "en" ? "No attempt of the certification “Sales Process” is left" : "“销售流程”认证的考试次数已用完", page, StringComparison.Ordinal);
    }

    // The wait between two attempts is an hour.
    private static async Task Fails(AcademyApp app, Guid person, Quiz quiz, int number)
    {
        app.Time.Advance(TimeSpan.FromMinutes(number == 1 ? 0 : 90));
        await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            entry.Db.Add(new AttemptRow
            {
                Id = Guid.CreateVersion7(),
                Person = person,
                Course = quiz.Course,
                Quiz = quiz.Id,
                Number = number,
                Kind = AttemptKind.Certification,
                ContentHash = "",
                Questions = quiz.Draw,
                StartedAt = app.Clock.Now,
                FinishedAt = app.Clock.Now,
                Ending = AttemptEnd.Submitted,
                Score = 0,
                Passed = false,
            });
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
    }

    private static async Task<UnlockPage> Read(AcademyApp app, Guid person)
    {
        await using var db = app.Read();
        var services = app.Services;
        return (await UnlockPage.Read(
            db, services.GetRequiredService<Sellers>(), services.GetRequiredService<Prospects>(), services.GetRequiredService<Inflows>(), services.GetRequiredService<Library>(), app.Clock,
            (await services.GetRequiredService<IPersonSource>().Find(person, TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken))!; // the person sells
    }

    private static async Task<string> Page(AcademyApp app, Guid person, string url)
    {
        using var browser = await app.SignIn(person);
        return WebUtility.HtmlDecode(await browser.Open(url));
    }
}
