using System.Net;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>A quiz with a question of every form that is not ticked: its fields, what is kept of them, how they are graded and reviewed.</summary>
public sealed class AnsweringInEveryFormTests
{
    private const string Forms = "/quizzes/discovery/forms";
    private const int ShortText = 1, Number = 2, Matching = 3, Ordering = 4, Cloze = 5, Hotspot = 6;

    // The accepted words appear nowhere but in the key.
    private const string Quiz = """
        ---
        title: Every form
        kind: practice
        shuffle: options
        review: after
        ---
        ## What is it called? {#every-text competency=discovery}

        = zanzibar question

        > canary-feedback

        ## How many days? {#every-number competency=discovery}

        = 30 ± 2 days

        ## What belongs together? {#every-matching competency=discovery}

        | Word | Kind |
        |---|---|
        | Budget | Fact |
        | Mood | **Guess** |
        | Deadline | Fact |

        ## In which order? {#every-ordering competency=discovery}

        1. Prepare <a> call
        2. Open
        3. Ask

        ## Fill in. {#every-cloze competency=discovery}

        Call back within {{zanzibar hours|24 h}} and offer {{7..9}} dates to \\{{first_name}}.

        ## Where does it stand? {#every-hotspot competency=discovery type=hotspot}

        ![A funnel](../assets/funnel.svg)

        - [ ] The top (0, 0, 100, 40)
        - [x] The bottom (10, 60, 80, 40)
        """;

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Every_form_is_kept_as_it_was_given_and_graded(Store store)
    {
        using var content = Content();
        await using var app = new AcademyApp(store, content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start(Forms);
        var paper = await rep.Paper(attempt);

        foreach (var question in paper.Questions)
        {
            var values = AnswerFields.Write(question, ((ObjectiveKey)question.Key).Solution);
            Assert.Equal(values, (await SavedReply.Of(await Save(rep, attempt, question, values))).Values);
        }

        await rep.Submit(attempt);
        Assert.Equal(1, Assert.Single(await rep.Graded()).Score);
        var stored = (await rep.Stored(attempt)).Select(answer => answer.Response).ToArray();
        Assert.Equal(["""["zanzibar question"]""", """["30 days"]""", "0,1,0", "0,1,2", """["zanzibar hours","8"]""", "1"], stored);
    }

    [Fact]
    public async Task A_part_that_is_right_earns_its_share_and_the_result_shows_both_sides()
    {
        using var content = Content();
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start(Forms);
        var paper = await rep.Paper(attempt);

        await Save(rep, attempt, paper.Questions[ShortText - 1], ["<b>wrong</b>"]);
        await Save(rep, attempt, paper.Questions[Number - 1], ["32"]);
        await Give(rep, attempt, paper.Questions[Matching - 1], new Arranged([0, 0, null]));
        await Give(rep, attempt, paper.Questions[Ordering - 1], new Arranged([2, 0, 1]));
        await Save(rep, attempt, paper.Questions[Cloze - 1], ["24 hours", ""]);
        await rep.Submit(attempt);

        var graded = Assert.Single(await rep.Graded());
        var scores = graded.Answers.ToDictionary(answer => answer.Family, answer => Math.Round(answer.Score, 4));
        Assert.Equal(
            new() { ["every-cloze"] = 0.5, ["every-hotspot"] = 0, ["every-matching"] = 0.3333, ["every-number"] = 1, ["every-ordering"] = 0.5, ["every-text"] = 0 }, scores);
        var result = await rep.Browser.Open($"/quizzes/attempts/{attempt}/result");
        Assert.Contains("&lt;b&gt;wrong&lt;/b&gt;", result, StringComparison.Ordinal);
        Assert.Contains("zanzibar question", result, StringComparison.Ordinal);
        Assert.Contains("30 ± 2 days", WebUtility.HtmlDecode(result), StringComparison.Ordinal);
        Assert.Contains("canary-feedback", result, StringComparison.Ordinal);
        Assert.Contains("{{first_name}}", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_accepted_is_sent_before_the_quiz_is_handed_in()
    {
        using var content = Content();
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start(Forms);

        foreach (var question in (await rep.Paper(attempt)).Questions)
        {
            var page = await rep.Browser.Open($"/quizzes/attempts/{attempt}?q={question.Number}");
            var saved = await Save(rep, attempt, question, AnswerFields.Write(question, ((ObjectiveKey)question.Key).Solution));
            var reply = await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (var secret in (string[])["canary", "zanzibar", "±", "7..9"])
                Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", reply, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_does_not_fit_the_fields_is_refused_and_changes_nothing()
    {
        using var content = Content();
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start(Forms);
        var paper = await rep.Paper(attempt);

        (int Question, string[] Values)[] misfits =
        [
            (ShortText, ["one", "two"]), (ShortText, [new string('x', BlanksKey.LongestText + 1)]), (ShortText, []),
            (Matching, ["0", "1"]), (Matching, ["0", "1", "9"]), (Matching, ["0", "1", "-1"]), (Matching, ["0", "1", "x"]),
            (Ordering, ["0", "1", "3"]), (Ordering, ["0", "1", "2", "2"]), (Ordering, ["0", "1", "99999999999"]),
        ];
        foreach (var (number, values) in misfits)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Save(rep, attempt, paper.Questions[number - 1], values)).StatusCode);

        Assert.Empty(await rep.Stored(attempt));
        Assert.Equal(HttpStatusCode.OK, (await Save(rep, attempt, paper.Questions[ShortText - 1], ["O'Brien-Łukasiewicz 欧阳娜娜 \"<&"])).StatusCode);
        var page = await rep.Browser.Open($"/quizzes/attempts/{attempt}?q={ShortText}");
        Assert.Contains("O'Brien-Łukasiewicz 欧阳娜娜 \"<&", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_emptied_counts_as_none()
    {
        using var content = Content();
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start(Forms);
        var question = (await rep.Paper(attempt)).Questions[Cloze - 1];

        await Save(rep, attempt, question, ["24 h", "8"], sequence: 1);
        await Save(rep, attempt, question, ["", " "], sequence: 2);

        Assert.Equal("", (await rep.Stored(attempt)).Single().Response);
        Assert.DoesNotContain("class=\"answered\"", await rep.Browser.Open($"/quizzes/attempts/{attempt}?q={Cloze}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_of_a_list_and_of_the_sides_to_match_is_always_shuffled()
    {
        using var content = Content(quiz => quiz.Replace("shuffle: options", "shuffle: none", StringComparison.Ordinal).Replace("kind: practice", "kind: practice\nattempts: 40", StringComparison.Ordinal));
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var orders = new HashSet<string>();

        for (var i = 0; i < 12; i++)
        {
            var attempt = await rep.Start(Forms);
            orders.Add(string.Join(',', (await rep.Paper(attempt)).Questions[Ordering - 1].Order));
            await rep.Submit(attempt);
        }

        Assert.True(orders.Count > 1); // the odds of one order twelve times are 6 to the power of -11
    }

    [Fact]
    public async Task Authors_see_which_part_goes_wrong_and_what_is_written_instead()
    {
        using var content = Content(quiz => quiz.Replace("kind: practice", "kind: check", StringComparison.Ordinal));
        await using var app = new AcademyApp(settings: content.Settings);
        for (var i = 0; i < 3; i++)
        {
            using var rep = await Sitting.Of(app);
            var attempt = await rep.Start(Forms);
            var question = (await rep.Paper(attempt)).Questions[ShortText - 1];
            await Save(rep, attempt, question, [i < 2 ? "The  Wrong word." : "only mine"]);
            await rep.Submit(attempt);
        }

        using var author = await app.SignIn(await app.Join("Hannah", Role.Author));
        var page = await author.Open("/quizzes/statistics/discovery/forms");

        Assert.Contains("the wrong word", page, StringComparison.Ordinal);
        Assert.DoesNotContain("only mine", page, StringComparison.Ordinal);
    }

    private static ContentCopy Content(Func<string, string>? change = null) => new ContentCopy()
        .Text("courses/discovery/en/quiz-forms.md", (change ?? (quiz => quiz))(Quiz))
        .Text("courses/discovery/assets/funnel.svg", """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100"><title>A funnel</title><rect x="0" y="0" width="200" height="100" fill="#eef"/></svg>""");

    private static Task<HttpResponseMessage> Give(Sitting rep, Guid attempt, PaperQuestion question, Response response) => Save(rep, attempt, question, AnswerFields.Write(question, response));

    private static Task<HttpResponseMessage> Save(Sitting rep, Guid attempt, PaperQuestion question, IReadOnlyList<string> values, long? sequence = null) =>
        rep.Save(attempt, question.Number, [], sequence, [.. values.Select(value => (question.Key is ChoiceKey ? "option" : "fill", value))]);
}
