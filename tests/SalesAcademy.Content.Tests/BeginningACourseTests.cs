using SalesAcademy.Content.Drafting;

namespace SalesAcademy.Content.Tests;

public sealed class BeginningACourseTests
{
    [Theory]
    [InlineData(DraftKind.Course, "second", "second", "course.yml en/01-start.md en/quiz-check-start.md zh-Hans/01-start.md zh-Hans/quiz-check-start.md")]
    [InlineData(DraftKind.Lesson, "first-call", "middle", "en/03-middle.md en/quiz-check-middle.md zh-Hans/03-middle.md zh-Hans/quiz-check-middle.md")]
    [InlineData(DraftKind.Quiz, "first-call", "extra", "en/quiz-extra.md zh-Hans/quiz-extra.md")]
    public void What_is_begun_compiles_and_is_warned_of_only_where_it_is_to_be_written(DraftKind kind, string course, string id, string files)
    {
        using var content = new ContentBuilder();

        var draft = ContentDraft.Plan(content.Folder, new(kind, course, id) { EnglishTitle = "The \"second\" call: \\o/", ChineseTitle = "第二次通话" }, TestContext.Current.CancellationToken);

        Assert.Equal(files, string.Join(' ', draft.Files.Select(file => file.Path[$"courses/{course}/".Length..]).Order(StringComparer.Ordinal)));
        Assert.Contains("evidence for the competency opening", Assert.Single(draft.Report), StringComparison.Ordinal);
        foreach (var file in draft.Files)
            content.Text(file.Path, file.Text);
        var result = content.Compile();
        Assert.All(result.Problems, problem => Assert.Equal("text-placeholder", problem.Code));
        Assert.Equal(draft.Files.Select(file => file.Path).Order(StringComparer.Ordinal), result.Problems.Select(problem => problem.File));
        Assert.All(result.Problems, problem => Assert.Contains('✎', content[problem.File].Split('\n')[problem.Line - 1]));
        var title = kind switch
        {
            DraftKind.Course => result.Catalogue!.FindCourse(id)!.Title,
            DraftKind.Lesson => result.Catalogue!.FindCourse(course)!.FindLesson(id)!.Text.Select(text => text.Title),
            _ => result.Catalogue!.FindCourse(course)!.FindQuiz(id)!.Title,
        };
        Assert.Equal(("The \"second\" call: \\o/", "第二次通话"), (title.English, title.Chinese));
    }

    [Fact]
    public void A_course_says_what_it_teaches_and_holds_its_name_while_it_is_begun()
    {
        using var content = new ContentBuilder();
        var request = new DraftRequest(DraftKind.Course, "second", "second") { Competencies = ["closing", "opening"] };

        var draft = ContentDraft.Plan(content.Folder, request, TestContext.Current.CancellationToken);

        Assert.Contains("\ncompetencies: [closing, opening]\n", draft.Files[0].Text, StringComparison.Ordinal);
        Assert.All(draft.Files.Where(file => file.Path.Contains("quiz-", StringComparison.Ordinal)), file => Assert.Contains(" competency=closing}", file.Text, StringComparison.Ordinal));
        string[] planned = [.. draft.Files.Select(file => file.Path)];
        Assert.Equal(DraftFault.Taken, ContentDraft.Plan(content.Folder, request with { Planned = planned }, TestContext.Current.CancellationToken).Fault);
        Assert.Equal(DraftFault.Nowhere, ContentDraft.Plan(content.Folder, request with { Competencies = ["opening]\nowner: [nobody"] }, TestContext.Current.CancellationToken).Fault);
        Assert.Equal([DraftFault.Taken, DraftFault.Taken, DraftFault.Name, null], new[] { "second", "glossary", "Second", "third" }.Select(id => ContentDraft.FaultOfCourse(content.Folder, id, planned)));
    }

    [Fact]
    public void Any_first_part_of_the_files_of_a_lesson_is_content_without_errors()
    {
        using var content = new ContentBuilder();
        var draft = ContentDraft.Plan(content.Folder, new(DraftKind.Lesson, "first-call", "middle"), TestContext.Current.CancellationToken);

        Assert.All(draft.Files, file => Assert.Equal(0, content.Text(file.Path, file.Text).Compile().Errors));
    }

    [Theory]
    [InlineData(DraftKind.Course, "First Call", "'First Call' is no id of a course")]
    [InlineData(DraftKind.Course, "../first", "'../first' is no id of a course")]
    [InlineData(DraftKind.Course, "first-call", "the course 'first-call' exists already")]
    [InlineData(DraftKind.Course, "glossary", "the academy has a page of its own at /courses/glossary")]
    [InlineData(DraftKind.Lesson, "opening", "the course 'first-call' has a lesson 'opening' already")]
    [InlineData(DraftKind.Lesson, "battle-card", "the academy has a page of its own at /courses/first-call/battle-card")]
    [InlineData(DraftKind.Lesson, "Eröffnung", "'Eröffnung' is no id of a lesson")]
    [InlineData(DraftKind.Quiz, "certification", "the course 'first-call' has a quiz 'certification' already")]
    [InlineData(DraftKind.Quiz, "", "'' is no id of a quiz")]
    public void Names_that_are_taken_or_no_ids_are_refused_with_a_sentence(DraftKind kind, string id, string sentence)
    {
        using var content = new ContentBuilder();

        var draft = ContentDraft.Plan(content.Folder, new(kind, kind == DraftKind.Course ? id : "first-call", id), TestContext.Current.CancellationToken);

        Assert.Empty(draft.Files);
        Assert.StartsWith(sentence, draft.Report[0], StringComparison.Ordinal);
        Assert.Equal("nothing is written", draft.Report[^1]);
    }

    [Fact]
    public void Nothing_is_begun_in_a_course_that_does_not_exist_nor_in_content_with_errors_nor_under_a_title_of_two_lines()
    {
        using var content = new ContentBuilder();
        Assert.Contains("there is no course 'second': use one of first-call", Report(new(DraftKind.Lesson, "second", "start")), StringComparison.Ordinal);
        Assert.Contains("a title is one line of words", Report(new(DraftKind.Course, "second", "second") { ChineseTitle = "一\n二" }), StringComparison.Ordinal);

        content.Delete("academy.yml");

        Assert.Contains("academy.yml: error file-missing", Report(new(DraftKind.Course, "second", "second")), StringComparison.Ordinal);

        string Report(DraftRequest request)
        {
            var draft = ContentDraft.Plan(content.Folder, request, TestContext.Current.CancellationToken);
            Assert.Empty(draft.Files);
            return string.Join('\n', draft.Report);
        }
    }
}
