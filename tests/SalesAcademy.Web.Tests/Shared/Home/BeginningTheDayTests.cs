using System.Net;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Tests.Certificates;
using SalesAcademy.Web.Tests.Leads;
using SalesAcademy.Web.Tests.Readiness;

namespace SalesAcademy.Web.Tests.Shared.Home;

/// <summary>Today has one next step for every role, and somewhere to go when nothing waits.</summary>
public sealed class BeginningTheDayTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_manager_is_told_whom_one_observation_would_promote_until_it_is_made(Store store)
    {
        await using var app = new AcademyApp(store);
        var manager = await app.Join("Zhou Mingzhe", Role.Manager);
        var learner = await Learner.Hire(app, "Maya Okafor", await app.Team("East", manager));
        foreach (var quiz in learner.Catalogue.Courses.SelectMany(course => course.Quizzes))
            await (quiz.Kind == QuizKind.Certification ? learner.Answers(quiz.Course, quiz.Id, AttemptKind.Certification, everyWrong: 6) : learner.Answers(quiz.Course, quiz.Id, everyWrong: 3));
        foreach (var certification in learner.Catalogue.Certifications)
            await learner.Earns(certification.Id);
        using var browser = await app.SignIn(manager);

        var before = await browser.Open("/");
        await browser.Open($"/coaching/scorecards/new?person={learner.Id}");
        foreach (var rubric in learner.Catalogue.Scorecards)
            await learner.IsObserved(manager, level: 3, [.. rubric.Criteria.Select(c => c.Competency).Distinct(StringComparer.Ordinal)]);

        Assert.Contains("Observe a call of Maya Okafor: that opens C leads.", before, StringComparison.Ordinal);
        Assert.Contains($"href=\"/coaching/scorecards/new?person={learner.Id}\"", before, StringComparison.Ordinal);
        Assert.Equal(Tier.C, (await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id, app.Clock.Today)).Tier);
        Assert.DoesNotContain("Observe a call of", await browser.Open("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_is_told_who_of_the_team_has_fallen_behind_and_of_nobody_else()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var (manager, stranger) = (await app.Join("Zhou Mingzhe", Role.Manager), await app.Join("Aisha Rahman", Role.Manager));
        await app.Join("林悦", Role.Rep, await app.Team("East", manager), "sdr");
        await app.Team("West", stranger);

        app.Time.Advance(TimeSpan.FromDays(5));

        Assert.Contains("林悦 has fallen behind", WebUtility.HtmlDecode(await (await app.SignIn(manager)).Open("/")), StringComparison.Ordinal);
        Assert.DoesNotContain("fallen behind", await (await app.SignIn(stranger)).Open("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Admin, "/ /courses /people")]
    [InlineData(Role.Hr, "/ /certificates/desk /courses /people")]
    [InlineData(Role.Rep, "/ /courses /quizzes/drill /readiness /leads")]
    [InlineData(Role.Rep | Role.Admin, "/ /courses /quizzes/drill /readiness /leads")]
    public async Task The_bar_of_a_phone_leads_to_the_rooms_of_the_role(Role roles, string rooms)
    {
        await using var app = new AcademyApp();
        using var browser = await app.SignIn(await app.Join("Priya Nair", roles, profile: "sdr"));

        var page = await browser.Open("/");

        var bar = page[page.IndexOf("class=\"bottombar\"", StringComparison.Ordinal)..];
        Assert.Equal(rooms, string.Join(' ', System.Text.RegularExpressions.Regex.Matches(bar[..bar.IndexOf("</nav>", StringComparison.Ordinal)], "href=\"([^\"]+)\"").Select(link => link.Groups[1].Value)));
    }

    [Fact]
    public async Task Sales_operations_hear_of_leads_that_nobody_may_be_given()
    {
        await using var app = new AcademyApp();
        using var operations = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps, language: "zh-Hans"));
        Assert.Contains("现在没有等你处理的事", await operations.Open("/"), StringComparison.Ordinal);

        await new Floor(app).Arrives();

        Assert.Contains("有 1 条线索在等待", await operations.Open("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hr_hears_of_certificates_that_end_soon()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var hr = await app.Join("Helen", Role.Hr);
        var certificate = await app.Certify(await app.Join("Anna Berg", Role.Rep, profile: "sdr"));

        app.Time.Advance(TimeSpan.FromDays(certificate.Until!.Value.DayNumber - app.Clock.Today.DayNumber - 10));

        using var browser = await app.SignIn(hr);
        Assert.Contains("1 certificate ends soon.", await browser.Open("/"), StringComparison.Ordinal);
        Assert.Contains(certificate.Number, await browser.Open("/certificates/desk?state=Expiring"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Manager, "/coaching/board"), InlineData(Role.Hr, "/certificates/desk"), InlineData(Role.SalesOps, "/leads/health"), InlineData(Role.Admin, "/people")]
    public async Task Where_nothing_waits_the_first_room_of_the_role_is_one_click_away(Role role, string room)
    {
        await using var app = new AcademyApp();
        using var browser = await app.SignIn(await app.Join("Priya Nair", role));

        var page = await browser.Open("/");

        Assert.Contains("Nothing is waiting for you.", page, StringComparison.Ordinal);
        Assert.Contains($"class=\"btn btn-primary btn-lg\" href=\"{room}\"", page, StringComparison.Ordinal);
    }
}
