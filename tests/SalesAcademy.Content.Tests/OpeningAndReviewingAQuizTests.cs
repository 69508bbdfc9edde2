using System.Globalization;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Tests;

/// <summary>When a quiz is open, what begins it, and what of it may be looked at again, as its front matter says.</summary>
public sealed class OpeningAndReviewingAQuizTests
{
    private const string Exam = "courses/first-call/en/quiz-certification.md";
    private const string ChineseExam = "courses/first-call/zh-Hans/quiz-certification.md";
    private const string Check = "courses/first-call/en/quiz-check-opening.md";
    private const string Cooldown = "cooldown: 1 d";

    [Fact]
    public void Without_a_word_a_quiz_is_open_to_everybody_for_ever()
    {
        using var content = new ContentBuilder();

        var exam = Exams(content);

        Assert.Equal((AccessWindow.Always, null, null, ReviewPolicy.WhenSubmitted), (exam.Window, exam.Code, exam.LaterCooldown, exam.Review));
    }

    [Theory]
    [InlineData("opens: 2026-12-01", "2026-12-01T00:00", null)]
    [InlineData("closes: 2026-12-31", null, "2027-01-01T00:00")]
    [InlineData("opens: 2026-12-01 09:00\ncloses: 2026-12-01T17:30", "2026-12-01T09:00", "2026-12-01T17:30")]
    [InlineData("opens: 2026-12-01\ncloses: 2026-12-01", "2026-12-01T00:00", "2026-12-02T00:00")]
    public void A_day_is_open_from_its_beginning_to_its_end(string front, string? opens, string? closes)
    {
        using var content = new ContentBuilder();

        var window = Exams(Both(content, front)).Window;

        Assert.Equal((opens, closes), (window.Opens?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), window.Closes?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("code: spring-2026", "spring-2026")]
    [InlineData("code: 0000", "0000")]
    [InlineData("code: ＡＢ１２", "AB12")]
    [InlineData("code: 春季考试", "春季考试")]
    public void A_code_is_kept_in_its_plain_form(string front, string code)
    {
        using var content = new ContentBuilder();

        Assert.Equal(code, Exams(Both(content, front)).Code);
    }

    [Fact]
    public void Later_attempts_may_wait_longer()
    {
        using var content = new ContentBuilder();

        var exam = Exams(Both(content, "cooldown-later: 7 d"));

        Assert.Equal((TimeSpan.FromDays(1), TimeSpan.FromDays(7)), (exam.Cooldown, exam.LaterCooldown));
    }

    [Theory]
    [InlineData("during")]
    [InlineData("after")]
    [InlineData("passed")]
    [InlineData("never")]
    public void The_usual_ways_have_a_word_each(string word)
    {
        using var content = new ContentBuilder();

        var review = Exams(Both(content, $"review: {word}")).Review;

        Assert.Equal(word switch { "during" => ReviewPolicy.AfterEachAnswer, "after" => ReviewPolicy.WhenSubmitted, "passed" => ReviewPolicy.WhenPassed, _ => ReviewPolicy.Never }, review);
    }

    [Fact]
    public void Every_moment_opens_what_its_list_names()
    {
        using var content = new ContentBuilder();

        var review = Exams(Both(content, """
            closes: 2026-12-31
            review:
              after: [marks]
              later: [answers]
              later-after: 2 d
              closed: [key, feedback]
              passed: [marks, answers, key, feedback]
            """)).Review;

        Assert.Equal(new ReviewPolicy(ReviewItems.None, ReviewItems.Marks, ReviewItems.Answers, ReviewItems.Key | ReviewItems.Feedback, ReviewItems.All, TimeSpan.FromDays(2)), review);
    }

    /// <summary>Code and line reported when these lines follow line 8 of the exam's front matter.</summary>
    public static TheoryData<string, int, string> Mistakes => new()
    {
        { "field-value", 9, "opens: tomorrow" },
        { "field-value", 9, "opens: 2026-02-30" },
        { "field-value", 9, "opens: 2026-12-01 24:00" },
        { "field-value", 9, "opens: [2026-12-01]" },
        { "field-value", 9, "closes: 9999-12-31" },
        { "field-value", 9, "closes: 0001-01-01" },
        { "field-value", 9, "closes: 2026-12-01T09:00Z" },
        { "quiz-window", 10, "opens: 2026-12-02\ncloses: 2026-12-01" },
        { "quiz-window", 10, "opens: 2026-12-01 09:00\ncloses: 2026-12-01 09:00" },
        { "quiz-code", 9, "code: abc" },
        { "quiz-code", 9, "code: two words" },
        { "quiz-code", 9, $"code: {new string('x', 41)}" },
        { "quiz-code", 9, "code: 🦄🦄🦄🦄" },
        { "field-value", 9, "code: [abcd]" },
        { "field-value", 9, "cooldown-later: soon" },
        { "field-value", 9, "review: sometimes" },
        { "field-value", 9, "review: [after]" },
        { "quiz-review-empty", 9, "review: {}" },
        { "field-unknown", 10, "review:\n  soon: [marks]" },
        { "field-value", 10, "review:\n  after: marks" },
        { "field-value", 10, "review:\n  after: []" },
        { "quiz-review-item", 12, "review:\n  after:\n    - marks\n    - solutions" },
        { "quiz-review-later", 10, "review:\n  later: [key]" },
        { "quiz-review-later", 10, "review:\n  later-after: 2 d" },
        { "field-value", 11, "review:\n  later: [key]\n  later-after: two days" },
        { "quiz-review-closed", 10, "review:\n  closed: [key]" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_line_and_a_remedy(string code, int line, string front)
    {
        using var content = new ContentBuilder();

        var result = Both(content, front).Compile();

        Assert.Null(result.Catalogue);
        var problem = result.Problems.FirstOrDefault(problem => (problem.Code, problem.File, problem.Line) == (code, Exam, line));
        Assert.True(problem is not null, string.Join('\n', result.Problems));
        Assert.Equal(ProblemSeverity.Error, problem.Severity);
        Assert.NotEmpty(problem.Remedy);
        Assert.DoesNotContain("two words", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opens: 2026-12-01")]
    [InlineData("closes: 2026-12-01")]
    [InlineData("code: spring")]
    public void A_lessons_check_is_open_with_its_lesson(string front)
    {
        using var content = new ContentBuilder();

        var result = content.Replace(Check, "kind: check", $"kind: check\n{front}").Compile();

        Assert.Contains(result.Problems, problem => (problem.Code, problem.File, problem.Line) == ("quiz-check-open", Check, 4));
    }

    [Theory]
    [InlineData("opens: 2026-12-01", "opens: 2026-12-02")]
    [InlineData("code: spring", "code: autumn")]
    [InlineData("cooldown-later: 2 d", "cooldown-later: 3 d")]
    [InlineData("review: { after: [marks] }", "review: { after: [marks, answers] }")]
    [InlineData("review: { later: [key], later-after: 1 d }", "review: { later: [key], later-after: 2 d }")]
    [InlineData("review: after", "review: never")]
    public void Both_languages_say_the_same(string english, string chinese)
    {
        using var content = new ContentBuilder();

        var result = content.Replace(Exam, Cooldown, $"{Cooldown}\n{english}").Replace(ChineseExam, Cooldown, $"{Cooldown}\n{chinese}").Compile();

        Assert.Contains(result.Problems, problem => (problem.Code, problem.File, problem.Severity) == ("quiz-locales-settings", ChineseExam, ProblemSeverity.Error));
    }

    [Fact]
    public void The_word_and_the_moments_that_mean_it_are_the_same()
    {
        using var content = new ContentBuilder();

        content.Replace(Exam, Cooldown, $"{Cooldown}\nreview: passed").Replace(ChineseExam, Cooldown, $"{Cooldown}\nreview: {{ after: [marks], passed: [feedback, key, answers, marks] }}").Good();
    }

    private static ContentBuilder Both(ContentBuilder content, string front) =>
        content.Replace(Exam, Cooldown, $"{Cooldown}\n{front}").Replace(ChineseExam, Cooldown, $"{Cooldown}\n{front}");

    private static Quiz Exams(ContentBuilder content) => content.Good().FindCourse("first-call")!.FindQuiz("certification")!;
}
