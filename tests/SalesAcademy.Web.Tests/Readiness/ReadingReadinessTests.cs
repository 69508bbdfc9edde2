using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Tests.Readiness;

public sealed partial class ReadingReadinessTests
{
    [Fact]
    public async Task The_parts_add_up_to_the_score_as_shown()
    {
        await using var app = new AcademyApp();
        var learner = await Learner.Hire(app);
        await learner.AnswersEverything(everyWrong: 4);
        await learner.IsObserved(Guid.CreateVersion7(), 3, "process", "leads", "discovery");
        app.Time.Advance(TimeSpan.FromDays(11));
        using var browser = await app.SignIn(learner.Id);

        var html = await browser.Open("/readiness");

        var table = html[html.IndexOf("class=\"rows parts\"", StringComparison.Ordinal)..html.IndexOf("</tfoot>", StringComparison.Ordinal)];
        var figures = Figure().Matches(table).Select(m => decimal.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture)).ToArray();
        var rows = figures[..^3].Chunk(3).ToArray();
        Assert.Equal(3, rows.Length);
        Assert.All(rows, row => Assert.Equal(row[2], row[0] + row[1]));
        Assert.Equal(rows.Sum(row => row[0]), figures[^3]);
        Assert.Equal(rows.Sum(row => row[1]), figures[^2]);
        Assert.Equal(rows.Sum(row => row[2]), figures[^1]);
        var standing = await EvidenceBecomesReadinessTests.StandingOf(app, learner.Id);
        Assert.Equal(Math.Round((decimal)(100 * standing.Score), 1, MidpointRounding.AwayFromZero), figures[^1]);
        Assert.Contains($"What the {figures[^1]} is made of", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_score_and_tier_of_a_day_that_is_past_are_shown_again()
    {
        await using var app = new AcademyApp();
        var learner = await SteppingTiersTests.ReadyForC(app);
        await learner.Earns("sales-process");
        using var browser = await app.SignIn(learner.Id);
        var day = app.Clock.Today;
        var then = Lead().Match(await browser.Open("/readiness/parts")).Value;
        app.Time.Advance(TimeSpan.FromDays(40));
        await learner.Answers("discovery", "check-open");
        using var later = await app.SignIn(learner.Id);

        var (now, past) = (await later.Open("/readiness/parts"), await later.Open($"/readiness/parts?on={day:O}"));

        Assert.NotEqual(then, Lead().Match(now).Value);
        Assert.Equal(then, Lead().Match(past).Value);
        Assert.Contains("with the tier C", past, StringComparison.Ordinal);
        Assert.DoesNotContain("with the tier", now, StringComparison.Ordinal);
        Assert.Equal(Lead().Match(now).Value, Lead().Match(await later.Open($"/readiness/parts?on={day.AddYears(1):O}")).Value); // nobody knows yet
    }

    [Fact]
    public async Task The_first_day_begins_with_the_first_lesson()
    {
        await using var app = new AcademyApp();
        var learner = await Learner.Hire(app);
        using var browser = await app.SignIn(learner.Id);
        var lesson = learner.Catalogue.Courses[0].Lessons[0];

        var html = await browser.Open("/readiness");

        Assert.Contains($"href=\"/courses/{lesson.Course}/{lesson.Id}\"", html, StringComparison.Ordinal);
        Assert.Contains("0 answers, 0 observations", html, StringComparison.Ordinal);
        Assert.DoesNotContain("opens C leads", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_exam_keeps_to_itself_comes_back_by_sitting_it_again()
    {
        await using var app = new AcademyApp();
        var learner = await Learner.Hire(app);
        await learner.AnswersEverything();
        await learner.Earns("discovery");
        using var browser = await app.SignIn(learner.Id);
        const string again = "Sit the Discovery certification again";
        Assert.DoesNotContain(again, WebUtility.HtmlDecode(await browser.Open("/readiness")), StringComparison.Ordinal);

        app.Time.Advance(TimeSpan.FromDays(90));

        using var later = await app.SignIn(learner.Id);
        Assert.Contains(again, WebUtility.HtmlDecode(await later.Open("/readiness")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tier_is_promised_only_where_no_other_gate_remains()
    {
        await using var app = new AcademyApp();
        var learner = await SteppingTiersTests.ReadyForC(app);
        using var browser = await app.SignIn(learner.Id);

        var ready = await browser.Open("/readiness");
        await learner.Earns("sales-process");
        var next = await browser.Open("/readiness");

        Assert.Matches("Pass the Sales Process certification:.*opens C leads", Text(ready));
        Assert.DoesNotContain("opens B leads", Text(next), StringComparison.Ordinal);
        Assert.Contains("then still missing for B", Text(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_said_in_chinese_to_those_who_read_chinese()
    {
        await using var app = new AcademyApp();
        var learner = await SteppingTiersTests.ReadyForC(app, language: "zh-Hans");
        using var browser = await app.SignIn(learner.Id);

        var html = Text(await browser.Open("/readiness")) + Text(await browser.Open("/readiness/parts"));

        foreach (var words in (string[])["你的就绪度", "80% 区间", "分的构成", "怎样提高", "近八周", "通过“销售流程”认证：", "开放C级线索", "题全对时", "个回答", "知识＝掌握 × 记忆"])
            Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.DoesNotContain("readiness.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_was_revoked_or_ended_says_so_and_since_when()
    {
        await using var app = new AcademyApp();
        var learner = await Learner.Hire(app);
        using var browser = await app.SignIn(learner.Id);
        var certificate = await learner.Earns("sales-process", days: 3);
        await learner.Loses(certificate, "sales-process");

        var revoked = await browser.Open("/readiness");
        app.Time.Advance(TimeSpan.FromDays(1));
        await learner.Earns("sales-process", days: 0);
        app.Time.Advance(TimeSpan.FromDays(1));
        using var later = await app.SignIn(learner.Id);
        var ended = await later.Open("/readiness");

        Assert.Contains("Revoked on 23 November 2026: to be earned again", revoked, StringComparison.Ordinal);
        Assert.Contains("Valid until 24 November 2026: to be renewed", ended, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_behind_a_figure_is_shown_with_whether_it_counts()
    {
        await using var app = new AcademyApp();
        var learner = await Learner.Hire(app);
        await learner.Answers("sales-process", "check-stages", everyWrong: 2);
        await learner.Answers("sales-process", "check-stages");
        app.Time.Advance(TimeSpan.FromDays(2));
        await learner.Answers("sales-process", "check-stages");
        var questions = learner.Catalogue.FindCourse("sales-process")!.FindQuiz("check-stages")!.Families.Count;
        using var browser = await app.SignIn(learner.Id);

        var html = await browser.Open("/readiness/parts");

        Assert.Equal(questions, html.Split(">counts<").Length - 1);
        Assert.Equal(questions, html.Split(">replaced by a later answer<").Length - 1);
        Assert.Equal(questions, html.Split(">not the first of its day<").Length - 1);
    }

    [Fact]
    public async Task A_rep_sees_only_their_own_and_a_manager_only_their_team()
    {
        await using var app = new AcademyApp();
        var (first, second) = (await app.Join("Zhou Mingzhe", Role.Manager), await app.Join("Aisha Rahman", Role.Manager));
        var (north, south) = (await app.Team("North", first), await app.Team("South", second));
        var (a, b) = (await Learner.Hire(app, "Lin Yue", north), await Learner.Hire(app, "Tomás Ferreira", south));
        using var rep = await app.SignIn(a.Id);
        using var manager = await app.SignIn(first);

        Assert.NotEqual(HttpStatusCode.OK, (await rep.Get($"/readiness/{b.Id}")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await rep.Get($"/readiness/{b.Id}/parts")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await rep.Get("/readiness/team")).StatusCode);
        Assert.Contains("Lin Yue", await manager.Open($"/readiness/{a.Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get($"/readiness/{b.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get($"/readiness/{b.Id}/parts")).StatusCode);
        var team = await manager.Open("/readiness/team?sort=Name");
        Assert.Contains("Lin Yue", team, StringComparison.Ordinal);
        Assert.DoesNotContain("Ferreira", team, StringComparison.Ordinal);
    }

    private static string Text(string html) => WebUtility.HtmlDecode(Tags().Replace(html, ""));

    [GeneratedRegex("<b>(?<n>[0-9.]+)</b>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();

    [GeneratedRegex("The [0-9.]+ points", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lead();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
