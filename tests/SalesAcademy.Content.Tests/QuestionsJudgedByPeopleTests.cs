using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Tests;

/// <summary>Open answers and recorded pitches as the file says them.</summary>
public sealed class QuestionsJudgedByPeopleTests
{
    private const string English = "courses/first-call/en/quiz-judged.md", Chinese = "courses/first-call/zh-Hans/quiz-judged.md";

    [Theory]
    [InlineData("", QuestionType.Open, AnswerMedium.Text, 1, 4000)]
    [InlineData(" type=open graders=2 most=500", QuestionType.Open, AnswerMedium.Text, 2, 500)]
    [InlineData(" type=audio", QuestionType.Pitch, AnswerMedium.Audio, 1, 180)]
    [InlineData(" type=video most=60", QuestionType.Pitch, AnswerMedium.Video, 1, 60)]
    public void The_heading_says_how_it_is_given_and_judged(string attributes, QuestionType type, AnswerMedium medium, int graders, int most)
    {
        using var content = Judged(attributes, attributes);

        var family = content.Compile().Catalogue!.Families["judged"];

        Assert.Equal((type, new RubricKey("first-call", medium, graders, most)), (family.Type, family.Variants[0].Key.Answer));
        Assert.Contains("Imagine", family.Variants[0].Face.In(Locales.English).Value.Body, StringComparison.Ordinal);
        Assert.Contains("Thank you", family.Variants[0].Key.Feedback.In(Locales.English).Value.General, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_drills_what_a_person_has_to_judge()
    {
        using var content = Judged("", "");

        Assert.Equal(QuestionPool.Exam, content.Compile().Catalogue!.Families["judged"].Pool);
    }

    [Fact]
    public void A_rubric_that_is_not_there_is_named_with_its_line()
    {
        using var content = Judged("", "").Replace(English, "rubric: first-call", "rubric: no-such").Replace(Chinese, "rubric: first-call", "rubric: no-such");

        Assert.Contains(content.Compile().Problems, problem => (problem.Code, problem.File, problem.Line) == ("reference-missing", English, 10));
    }

    [Fact]
    public void Languages_that_ask_for_different_things_are_told()
    {
        using var content = Judged("", " type=audio");

        Assert.Contains(content.Compile().Problems, problem => problem is { Code: "quiz-locales-key", File: Chinese });
    }

    private static ContentBuilder Judged(string english, string chinese) => new ContentBuilder().Text(English, Quiz(english)).Text(Chinese, Quiz(chinese));

    private static string Quiz(string attributes) => $$"""
        ---
        title: Judged
        kind: practice
        ---

        ## How do you begin? {#judged competency=opening{{attributes}}}

        Imagine the buyer is in a hurry.

        rubric: first-call

        > Thank you.
        """;
}
