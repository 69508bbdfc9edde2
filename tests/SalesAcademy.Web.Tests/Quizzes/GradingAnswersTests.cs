using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Ledger;
using static SalesAcademy.Web.Tests.Quizzes.JudgedQuiz;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>Open answers and recorded pitches: kept, judged by people with a rubric, and counted once the last of them has a mark.</summary>
public sealed class GradingAnswersTests
{
    private const string Text = "I would ask what it costs.\nThen I would say nothing.";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task An_attempt_has_its_result_with_the_last_grade_and_everything_follows(Store store)
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(store, content.Settings);
        using var team = await RepAndManager.Of(app);
        var (rep, manager) = (team.Rep, team.Manager);
        var attempt = await HandIn(rep);

        Assert.Null((await rep.Row(attempt)).Score);
        Assert.Empty(await rep.Graded());
        Assert.Contains("A person still has to grade an answer", await rep.Browser.Open($"/quizzes/attempts/{attempt}/result"), StringComparison.Ordinal);
        Assert.Contains("1 attempt waits for a grade", await manager.Open("/"), StringComparison.Ordinal);
        Assert.Contains("Lin Xiao", await manager.Open("/quizzes/grading"), StringComparison.Ordinal);
        Assert.Contains("I would ask what it costs.", await manager.Open(Url(attempt, Open)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Grade(manager, attempt, Open, 3, "> Then I would say nothing.\n\nGood: leave them room.")).StatusCode);
        Assert.Empty(await rep.Graded());
        Assert.Equal(HttpStatusCode.Redirect, (await Grade(manager, attempt, Pitch, 4)).StatusCode);

        // Two of three points for the open answer, all for the pitch and the choice.
        var graded = Assert.Single(await rep.Graded());
        Assert.Equal((0.888889, true), (Math.Round(graded.Score, 6), graded.Passed));
        Assert.Equal(graded.Score, (await rep.Row(attempt)).Score);
        Assert.Contains(await app.Events(), e => e.Type == "answer-graded");
        Assert.DoesNotContain(await app.Events(), e => e.Json.Contains("leave them room", StringComparison.Ordinal));
        await using var db = app.Read();
        Assert.Equal(2 / 3.0, (await db.Set<AnswerRow>().SingleAsync(a => a.Attempt == attempt && a.Family == "judged-open", TestContext.Current.CancellationToken)).Score, 1e-9);
        var result = await rep.Browser.Open($"/quizzes/attempts/{attempt}/result");
        Assert.Contains("<blockquote>Then I would say nothing.</blockquote>", result, StringComparison.Ordinal);
        Assert.Contains("Good: leave them room.", result, StringComparison.Ordinal);
        Assert.Contains("Graded by Zhou Mingzhe", result, StringComparison.Ordinal);
        Assert.Contains("your answers are graded", await rep.Browser.Open("/notices"), StringComparison.Ordinal);
        Assert.Contains("No answer waits for a grade", await manager.Open("/quizzes/grading"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_in_words_and_comes_back_whole()
    {
        using var content = JudgedQuiz.Copy(attributes: " most=40");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start(Judged);
        await Fill(rep, attempt, Open, "What does it cost you?");
        var tooLong = new string('a', 20) + "\r\n" + new string('b', 25);

        var byScript = await Fill(rep, attempt, Open, tooLong);
        var byForm = await rep.Browser.Submit($"/quizzes/attempts/{attempt}/answers", ("question", $"{Open}"), ("fill", tooLong));
        var page = WebUtility.HtmlDecode(await byForm.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.All([byScript, byForm], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Contains("answer-too-long", await byScript.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("at most 40 characters; this one has 46", page, StringComparison.Ordinal);
        Assert.Contains(new string('b', 25), page, StringComparison.Ordinal);
        Assert.Contains("What does it cost you?", await rep.Browser.Open($"/quizzes/attempts/{attempt}?q={Open}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Fill(rep, attempt, Open, new string('c', 40) + "\n ")).StatusCode);
    }

    [Fact]
    public async Task How_people_judge_is_said_once_before_it_begins()
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);

        var rules = await rep.Browser.Open(Judged);

        Assert.Contains("A person judges a written answer", rules, StringComparison.Ordinal);
        Assert.Contains("A person judges a recording", rules, StringComparison.Ordinal);
        Assert.Equal(2, rules.Split("level 1 earns nothing").Length);
    }

    [Fact]
    public async Task A_corrected_grade_is_another_record_and_gives_another_result()
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(settings: content.Settings);
        using var team = await RepAndManager.Of(app);
        var (rep, manager) = (team.Rep, team.Manager);
        var attempt = await HandIn(rep);
        await Grade(manager, attempt, Open, 1);
        await Grade(manager, attempt, Pitch, 1);
        Assert.False((await rep.Row(attempt)).Passed);
        app.Time.Advance(TimeSpan.FromMinutes(1));

        await Grade(manager, attempt, Pitch, 4);

        var regraded = (AttemptRegraded)EventTrunk.Read(Assert.Single(await app.Events(), e => e.Type == "attempt-regraded"));
        Assert.Equal((0.333333, 0.666667, true), (Math.Round(regraded.Before, 6), Math.Round(regraded.Score, 6), regraded.Passed));
        await using var db = app.Read();
        Assert.Equal(2, await db.Set<GradeRow>().CountAsync(g => g.Position == Pitch, TestContext.Current.CancellationToken));
        Assert.Contains("a grade was corrected", await rep.Browser.Open("/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_graders_do_not_see_each_other_and_a_third_settles_what_lies_far_apart()
    {
        using var content = JudgedQuiz.Copy(" graders=2");
        await using var app = new AcademyApp(settings: content.Settings);
        using var team = await RepAndManager.Of(app);
        var (rep, manager) = (team.Rep, team.Manager);
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));
        using var third = await app.SignIn(await app.Join("Helen", Role.Hr));
        var attempt = await HandIn(rep, pitch: false);
        await Grade(manager, attempt, Open, 1, "First says no.");

        Assert.DoesNotContain("First says no.", await hr.Open(Url(attempt, Open)), StringComparison.Ordinal);
        Assert.Null((await rep.Row(attempt)).Score);
        await Grade(hr, attempt, Open, 4);
        Assert.Null((await rep.Row(attempt)).Score);
        Assert.DoesNotContain("First says no.", await rep.Browser.Open($"/quizzes/attempts/{attempt}/result"), StringComparison.Ordinal);
        Assert.Contains("First says no.", await hr.Open(Url(attempt, Open)), StringComparison.Ordinal);
        await Grade(third, attempt, Open, 3);

        // The middle one of 0, 1 and 2/3; nothing for the pitch, everything for the choice.
        Assert.Equal(0.555556, Math.Round((await rep.Row(attempt)).Score!.Value, 6));
        using var late = await app.SignIn(await app.Join("Too Late", Role.Hr));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Grade(late, attempt, Open, 4)).StatusCode);
    }

    [Fact]
    public async Task Only_ones_own_people_are_graded_and_only_what_has_been_handed_in()
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(settings: content.Settings);
        using var team = await RepAndManager.Of(app);
        var (rep, manager) = (team.Rep, team.Manager);
        var strangerId = await app.Join("Aisha Rahman", Role.Manager | Role.Rep, profile: "sdr");
        await app.Team("Elsewhere", strangerId);
        using var stranger = await app.SignIn(strangerId);
        var open = await rep.Start(Judged);
        await Fill(rep, open, Open, Text);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get(Url(open, Open))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Grade(manager, open, Open, 4)).StatusCode);
        await rep.Submit(open);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(Url(open, Open))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Grade(stranger, open, Open, 4)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await rep.Browser.Get(Url(open, Open))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Grade(manager, open, Choice, 4)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Grade(manager, open, Pitch, 4)).StatusCode);
        var incomplete = await manager.Submit(Url(open, Open), ("Levels[earns-the-first-minutes]", "4"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        Assert.Contains("Choose a level for every criterion", await incomplete.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("Aisha", await manager.Open("/quizzes/grading"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_recording_is_kept_whole_and_played_in_pieces_to_its_person_and_its_grader(Store store)
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(store, content.Settings);
        using var team = await RepAndManager.Of(app);
        var (rep, manager) = (team.Rep, team.Manager);
        using var other = await app.SignIn(await app.Join("Noah Becker", Role.Rep, profile: "sdr"));
        var attempt = await rep.Start(Judged);

        var saved = await SavedReply.Of(await Record(rep.Browser, attempt, Webm));

        var url = $"/quizzes/recordings/{saved.Values[0]}";
        Assert.Contains(url, await rep.Browser.Open($"/quizzes/attempts/{attempt}?q={Pitch}"), StringComparison.Ordinal);
        using var piece = new HttpRequestMessage(HttpMethod.Get, url);
        piece.Headers.Range = new RangeHeaderValue(100, 199);
        var played = await rep.Browser.Http.SendAsync(piece, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.PartialContent, "audio/webm"), (played.StatusCode, played.Content.Headers.ContentType!.MediaType));
        Assert.Equal(Webm[100..200], await played.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Webm, await (await manager.Get(url)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(url)).StatusCode);
        Assert.Equal("microphone=(self)", (await rep.Browser.Get($"/quizzes/attempts/{attempt}?q={Pitch}")).Headers.GetValues("Permissions-Policy").Single().Split(", ")[1]);
        Assert.Equal("microphone=()", (await rep.Browser.Get($"/quizzes/attempts/{attempt}?q={Open}")).Headers.GetValues("Permissions-Policy").Single().Split(", ")[1]);
    }

    [Fact]
    public async Task A_recording_larger_than_any_form_reaches_a_real_server_and_is_the_answer_whatever_key_it_comes_with()
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(settings: content.Settings);
        app.OnAPort();
        using var team = await RepAndManager.Of(app);
        var rep = team.Rep;
        var attempt = await rep.Start(Judged);
        byte[] large = [.. Webm, .. new byte[1_000_000]];

        var saved = await SavedReply.Of(await Record(rep.Browser, attempt, large, key: "one"));

        Assert.Equal(saved.Values[0], Assert.Single(await rep.Stored(attempt)).Response);
        Assert.Equal(large, await (await rep.Browser.Get($"/quizzes/recordings/{saved.Values[0]}")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_no_recording_or_not_this_questions_is_refused()
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(settings: content.Settings.Append(new("Academy:Limits:RecordingTakes", "2")).ToDictionary());
        using var team = await RepAndManager.Of(app);
        var rep = team.Rep;
        var attempt = await rep.Start(Judged);
        using var other = await app.SignIn(await app.Join("Noah Becker", Role.Rep, profile: "sdr"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Record(rep.Browser, attempt, "<html>"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Record(rep.Browser, attempt, [])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Record(rep.Browser, attempt, Webm, Open)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Record(other, attempt, Webm)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Fill(rep, attempt, Pitch, Guid.NewGuid().ToString())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Fill(rep, attempt, Pitch, "../../academy.db")).StatusCode);
        Assert.Empty(await rep.Stored(attempt));
        await Record(rep.Browser, attempt, Webm);
        await Record(rep.Browser, attempt, Webm);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Record(rep.Browser, attempt, Webm)).StatusCode);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(app.DataFolder, "recordings"), "*", SearchOption.AllDirectories).Length);
        await rep.Submit(attempt);
        Assert.Equal(HttpStatusCode.Conflict, (await Record(rep.Browser, attempt, Webm)).StatusCode);
    }

    [Fact]
    public async Task Held_notes_arrive_when_the_quiz_is_handed_in_and_not_when_it_is_graded()
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(settings: content.Settings);
        using var team = await RepAndManager.Of(app);
        var attempt = await team.Rep.Start(Judged);
        await Fill(team.Rep, attempt, Open, Text);
        await using var db = app.Read();
        Assert.Null((await db.Set<Features.Coaching.HoldRow>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).EndedAt);

        await team.Rep.Submit(attempt);

        Assert.NotNull((await db.Set<Features.Coaching.HoldRow>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).EndedAt);
        Assert.Single(await app.Events(), e => e.Type == "grading-awaited");
    }

    [Theory]
    [InlineData("plain", "P:plain")]
    [InlineData("> one\n> two\n\nmine\n>three", "Q:one\ntwo|P:mine|Q:three")]
    [InlineData("\n\n>\n", "")]
    public void A_line_that_begins_with_an_arrow_quotes(string comment, string parts) =>
        Assert.Equal(parts, string.Join('|', GradeComment.Of(comment).Select(part => $"{(part.IsQuote ? 'Q' : 'P')}:{part.Text}")));

    private static async Task<Guid> HandIn(Sitting rep, bool pitch = true)
    {
        var attempt = await rep.Start(Judged);
        Assert.Equal(HttpStatusCode.OK, (await Fill(rep, attempt, Open, Text)).StatusCode);
        if (pitch)
            await SavedReply.Of(await Record(rep.Browser, attempt, Webm));
        await rep.Save(attempt, Choice, await rep.Places(attempt, Choice));
        await rep.Submit(attempt);
        return attempt;
    }

    private static Task<HttpResponseMessage> Fill(Sitting rep, Guid attempt, int number, string text) => rep.Save(attempt, number, [], null, ("fill", text));

    private static string Url(Guid attempt, int number) => $"/quizzes/grading/{attempt}/{number}";

    private static Task<HttpResponseMessage> Grade(Browser grader, Guid attempt, int number, int level, string comment = "") => grader.Submit(
        Url(attempt, number),
        [
            .. new[] { "prepares-from-the-record", "earns-the-first-minutes", "listens-before-offering", "ends-with-a-next-step", "records-the-call" }.Select(criterion => ($"Levels[{criterion}]", $"{level}")),
            ("Comment", comment),
        ]);
}
