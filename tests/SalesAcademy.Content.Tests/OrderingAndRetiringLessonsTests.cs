using SalesAcademy.Content.Comparing;
using SalesAcademy.Content.Editing;

namespace SalesAcademy.Content.Tests;

/// <summary>The file of a course says in which order its lessons are read, and which are taught no more.</summary>
public sealed class OrderingAndRetiringLessonsTests : IDisposable
{
    private const string Course = "courses/first-call/", File = Course + "course.yml";
    private readonly ContentBuilder content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void Lessons_stand_as_the_course_says_and_those_it_does_not_name_behind_them()
    {
        var before = content.Good();
        content.Text(File, content[File] + "lessons: [closing]\n");

        var after = content.Good();

        Assert.Equal(["closing", "opening"], after.FindCourse("first-call")!.Lessons.Select(lesson => lesson.Id));
        Assert.Equal([1, 2], after.FindCourse("first-call")!.Lessons.Select(lesson => lesson.Number));
        Assert.All(ContentComparison.Between(before, after), change => Assert.Equal(ChangeWeight.Minor, change.Weight));
    }

    [Fact]
    public void A_retired_lesson_is_as_if_its_files_and_those_of_its_check_were_not_there()
    {
        using var deleted = new ContentBuilder();
        foreach (var file in (string[])["02-closing.md", "quiz-check-closing.md"])
            foreach (var locale in Locales.All)
                deleted.Delete($"{Course}{locale}/{file}");
        content.Text(File, content[File] + "retired: [closing]\n");
        Assert.Equal(deleted.Compile().Problems, content.Compile().Problems); // a link that leads to it is an error both ways
        foreach (var both in (ContentBuilder[])[content, deleted])
            both.Replace(Course + "en/01-opening.md", "../en/02-closing.md#the-next-step", "https://example.com/").Replace(Course + "zh-Hans/01-opening.md", "../zh-Hans/02-closing.md#下一步", "https://example.com/").Replace("playbook.yml", "first-call/closing, ", "");

        var (retired, gone) = (content.Compile(), deleted.Compile());

        Assert.Equal(gone.Problems, retired.Problems);
        var (one, other) = (retired.Catalogue!, gone.Catalogue!);
        Assert.Equal(other.Families.Keys.Order(StringComparer.Ordinal), one.Families.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(other.Archive.Select(entry => (entry.Path, entry.Hash)).Where(entry => IsSame(entry.Path)), one.Archive.Select(entry => (entry.Path, entry.Hash)).Where(entry => IsSame(entry.Path)));
        Assert.Equal(other.FindCourse("first-call")!.Lessons.Select(lesson => lesson.Hash), one.FindCourse("first-call")!.Lessons.Select(lesson => lesson.Hash));
    }

    [Fact]
    public void A_check_that_another_lesson_ends_in_too_stays()
    {
        foreach (var locale in Locales.All)
            content.Replace($"{Course}{locale}/01-opening.md", "check: check-opening", "check: check-closing");
        content.Replace("playbook.yml", "first-call/closing, first-call/opening", "first-call/closing").Replace("playbook.yml", "first-call/opening", "first-call/closing")
            .Replace(Course + "en/02-closing.md", "/courses/first-call/opening", "/courses/first-call").Text(File, content[File] + "retired: [opening]\n");

        Assert.Equal(["certification", "check-closing", "check-opening"], content.Compile().Catalogue!.FindCourse("first-call")!.Quizzes.Select(quiz => quiz.Id));
    }

    [Theory]
    [InlineData("lessons: [closing, nowhere]", "course-lessons")]
    [InlineData("lessons: [closing, closing]", "course-lessons")]
    [InlineData("retired: [nowhere]", "course-lessons")]
    [InlineData("retired: [opening]\nlessons: [opening, closing]", "course-lessons")]
    [InlineData("retired: [opening, closing]", "course-empty")]
    [InlineData("lessons: opening", "field-value")]
    public void What_cannot_be_is_told_with_its_line(string text, string code)
    {
        content.Text(File, content[File] + text + "\n");

        Assert.Contains(content.Compile().Problems, problem => problem.Code == code && problem.Severity == ProblemSeverity.Error && (problem.File != File || problem.Line > 5));
    }

    [Fact]
    public void Only_the_lines_that_say_it_are_written()
    {
        const string Text = "title: T # the name\nretired:\n- d\n- e\nowner: o\n\n";
        string[] lessons = ["a", "b", "c", "d", "e"];

        var moved = CourseOutline.Read(Text)!.Move(lessons, "c", 0);

        Assert.Equal(["c", "a", "b"], moved.InOrder(lessons));
        Assert.Equal("title: T # the name\nretired:\n- d\n- e\nowner: o\nlessons: [c, a, b]\n\n", moved.In(Text));
        Assert.Equal("title: T # the name\nretired: [d]\nowner: o\n\n", CourseOutline.Read(Text)!.BringBack("e").In(Text));
        Assert.Equal("title: T # the name\nowner: o\n\n", CourseOutline.Read(Text)!.BringBack("e").BringBack("d").In(Text));
        Assert.Equal("title: T # the name\nretired: [d, e, c]\nowner: o\nlessons: [b, a]\n\n", moved.Retire(lessons, "c").Move(lessons, "b", 0).In(Text));
        Assert.Equal(Text, moved.Move(lessons, "c", 2).In(Text)); // the numbers say it again
        Assert.Equal("title: T # the name\nretired: [d, e, c]\nowner: o\n\n", moved.Retire(lessons, "c").In(Text));
        Assert.Null(moved.In("{ title: T }\n"));
        Assert.Null(CourseOutline.Read("lessons: {"));
    }

    // All but what names the file of the course.
    private static bool IsSame(string path) => path is not (File or "courses/first-call" or "");
}
