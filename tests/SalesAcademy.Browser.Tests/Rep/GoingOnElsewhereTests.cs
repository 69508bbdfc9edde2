using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Browser.Tests.Rep;

public sealed class GoingOnElsewhereTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    private const string Quiz = "/quizzes/discovery/certification";

    [Theory, InlineData("en", "Zoë O'Brien-Łukasiewicz"), InlineData("zh-Hans", "欧阳娜娜")]
    public async Task A_quiz_whose_browser_was_killed_goes_on_in_another_and_hands_in_what_was_saved_when_time_is_up(string language, string name)
    {
        OnceUnlessThorough(language);
        var time = new AheadOfTime();
        var own = OpenAnother(time);
        string attempt;
        IReadOnlyList<string> asked;
        await using (var first = await Chromium.Mortal())
        {
            var rep = await first.Window(own, language);
            await rep.SignIn(name);
            await rep.Page.GotoAsync(Quiz);
            await rep.Button("Try again", "再次作答").ClickAsync();
            await rep.Page.WaitForURLAsync("**/quizzes/attempts/*");
            attempt = new Uri(rep.Page.Url).AbsolutePath;
            asked = await Asked(rep, attempt);
            foreach (var number in (int[])[1, 2, 3])
                await Answer(own, rep, name, attempt, number);
            await first.Kill();
            Assert.False(first.IsAlive);
        }

        time.Advance(TimeSpan.FromMinutes(7));
        var again = await SignIn(language, name, own);
        await again.Page.GotoAsync(Quiz);
        await again.Link("Continue", "继续作答").Or(again.Button("Continue", "继续作答")).First.ClickAsync();
        await Assertions.Expect(again.Text("Question 4 of 10", "第 4 题，共 10 题")).ToBeVisibleAsync();
        Assert.InRange(await Left(again), TimeSpan.FromMinutes(11), TimeSpan.FromMinutes(13)); // of twenty
        Assert.Equal(asked, await Asked(again, attempt));
        var kept = await Stored(own, attempt);
        Assert.Equal([1, 2, 3], kept.Select(answer => answer.Position));
        foreach (var number in (int[])[1, 2, 3])
            await IsStillAnswered(own, again, name, attempt, number);
        await Answer(own, again, name, attempt, 4);

        time.Advance(TimeSpan.FromMinutes(14));
        await again.Page.GotoAsync(attempt);

        await again.Reads("Not passed yet", "还没有通过");
        await Assertions.Expect(again.Text("Time ran out; the saved answers were graded.", "时间用完，已按保存的回答评分。")).ToBeVisibleAsync();
        var row = await Row(own, attempt);
        Assert.Equal((AttemptEnd.Expired, row.Deadline, 0.4), (row.Ending, row.FinishedAt, Math.Round(row.Score ?? 0, 6)));
    }

    /// <summary>Every question with its options, as they stand on screen.</summary>
    private static async Task<IReadOnlyList<string>> Asked(Person rep, string attempt)
    {
        var shown = new List<string>();
        for (var number = 1; number <= 10; number++)
        {
            await rep.Page.GotoAsync($"{attempt}?q={number}");
            shown.Add(string.Join('\n', [await rep.Page.Locator(".question").InnerTextAsync(), .. await rep.Page.Locator(".option").AllInnerTextsAsync()]));
        }

        return shown;
    }

    private static async Task Answer(Academy academy, Person rep, string name, string attempt, int number)
    {
        await rep.Page.GotoAsync($"{attempt}?q={number}");
        var knows = new Answering(academy, rep, name);
        await knows.Choose((await knows.PaperAt(attempt)).Questions[number - 1]);
        await Assertions.Expect(rep.Page.Locator("[data-state=saved]")).ToBeVisibleAsync();
    }

    private static async Task IsStillAnswered(Academy academy, Person rep, string name, string attempt, int number)
    {
        await rep.Page.GotoAsync($"{attempt}?q={number}");
        var question = (await new Answering(academy, rep, name).PaperAt(attempt)).Questions[number - 1];
        var options = rep.Page.Locator("[name=option]");
        foreach (var (place, option) in question.Order.Index())
            await Assertions.Expect(options.Nth(place)).ToBeCheckedAsync(new() { Checked = ((ChoiceKey)question.Key).Right[option] });
    }

    private static async Task<TimeSpan> Left(Person rep)
    {
        var face = rep.Page.Locator(".timer time");
        await Assertions.Expect(face).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d+:\d\d$"));
        var parts = (await face.InnerTextAsync()).Split(':');
        return new TimeSpan(0, int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static async Task<AttemptRow> Row(Academy academy, string attempt)
    {
        await using var db = academy.Read();
        return await db.Set<AttemptRow>().SingleAsync(a => a.Id == IdOf(attempt), TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<AttemptAnswerRow>> Stored(Academy academy, string attempt)
    {
        await using var db = academy.Read();
        return await db.Set<AttemptAnswerRow>().Where(a => a.Attempt == IdOf(attempt)).OrderBy(a => a.Position).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static Guid IdOf(string attempt) => Guid.Parse(attempt.Split('/')[^1]);
}
