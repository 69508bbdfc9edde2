using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Tests;

public sealed class DrawingFromAQuizTests
{
    private const string Quiz = "courses/first-call/en/quiz-practice-price.md";

    [Fact]
    public void A_question_keeps_its_tags_and_its_difficulty_and_a_quiz_its_lines()
    {
        var quiz = Compiled("[{ tag: price, difficulty: hard, count: 1 }, { difficulty: easy, count: 1 }, { count: 2 }]", "tags=price,closing difficulty=hard", "difficulty=easy", "tags=price", "");

        Assert.Equal([new(1, "price", Difficulty.Hard), new(1, null, Difficulty.Easy), new DrawLine(2)], quiz.Lines);
        Assert.Equal(4, quiz.Draw);
        Assert.Equal(["closing", "price"], quiz.Families[0].Tags);
        Assert.Equal([Difficulty.Hard, Difficulty.Easy, Difficulty.Medium, Difficulty.Medium], quiz.Families.Select(family => family.Difficulty));
    }

    [Fact]
    public void A_number_is_one_line_and_so_is_a_quiz_that_says_nothing()
    {
        Assert.Equal([new DrawLine(2)], Compiled("2", "", "", "").Lines);
        Assert.Equal([new DrawLine(3)], Compiled(null, "", "", "").Lines);
    }

    [Theory]
    [InlineData("[{ tag: price, count: 2 }]", "The draw of { tag: price, count: 2 } lacks 1: 1 family fits it")]
    [InlineData("[{ count: 6 }]", "The draw of { count: 6 } lacks 2: 4 families fit it")]
    // Each line alone has enough; together they want the one hard question twice.
    [InlineData("[{ difficulty: hard, count: 1 }, { tag: price, count: 1 }]", "The draw of { tag: price, count: 1 } lacks 1: 1 family fits { difficulty: hard, count: 1 } or { tag: price, count: 1 }, which draw 2 together")]
    [InlineData("[{ tag: date, count: 2 }, { difficulty: easy, count: 2 }]", "The draw of { difficulty: easy, count: 2 } lacks 1: 3 families fit { tag: date, count: 2 } or { difficulty: easy, count: 2 }, which draw 4 together")]
    public void A_draw_that_cannot_always_be_met_says_which_line_lacks_how_many(string draw, string message)
    {
        using var content = Written(draw, "tags=price difficulty=hard", "tags=date difficulty=easy", "tags=date difficulty=easy", "difficulty=easy");

        var problem = Assert.Single(content.Compile().Problems, problem => problem.Severity == ProblemSeverity.Error);

        Assert.Equal(("quiz-draw", Quiz, 4, message), (problem.Code, problem.File, problem.Line, problem.Message));
    }

    [Fact]
    public void Lines_that_share_families_are_fine_where_sharing_works_out() =>
        Assert.Equal(3, Compiled("[{ count: 1 }, { tag: date, count: 1 }, { difficulty: easy, count: 1 }]", "tags=date", "tags=date difficulty=easy", "").Draw);

    [Fact]
    public void Both_languages_must_draw_the_same()
    {
        using var content = Written("[{ tag: price, count: 1 }]", "tags=price", "");
        content.Text(Quiz.Replace("/en/", "/zh-Hans/", StringComparison.Ordinal), content[Quiz].Replace("count: 1", "count: 2", StringComparison.Ordinal).Replace("{#price-1 ", "{#price-1 tags=price ", StringComparison.Ordinal));

        var codes = content.Compile().Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Code);

        Assert.Equal(["quiz-locales-settings", "quiz-locales-attributes"], codes);
    }

    [Fact]
    public void Tags_and_difficulty_are_no_new_edition_of_a_question() =>
        Assert.Equal(Compiled(null, "").Families[0].Hash, Compiled(null, "tags=price difficulty=hard").Families[0].Hash);

    private static Quiz Compiled(string? draw, params string[] attributes)
    {
        using var content = Written(draw, attributes);
        var result = content.Compile();
        Assert.True(result.Catalogue is not null, string.Join('\n', result.Problems));
        return result.Catalogue.FindCourse("first-call")!.FindQuiz("practice-price")!;
    }

    private static ContentBuilder Written(string? draw, params string[] attributes)
    {
        var questions = attributes.Select((more, i) => $"\n## Question {i}? {{#price-{i} competency=closing {more}}}\n\n- [x] Yes\n- [ ] No\n");
        return new ContentBuilder().Text(Quiz, $"---\ntitle: Price\nkind: practice\n{(draw is null ? "" : $"draw: {draw}\n")}---\n{string.Concat(questions)}");
    }
}
