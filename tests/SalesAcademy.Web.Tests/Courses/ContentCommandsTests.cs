using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Tests.Courses;

/// <summary>What authors do from the command line, in a copy of the small academy of the content's own tests.</summary>
public sealed class ContentCommandsTests : IDisposable
{
    private readonly WorkingCopy copy = new();

    private string Content => copy.Content;

    [Fact]
    public async Task Content_is_counted_unless_it_has_errors()
    {
        Assert.Equal(0, await Run("content", "statistics"));
        Assert.Equal(0, await Run("content", "statistics", Content, "--json"));
        Assert.Equal(2, await Run("content", "statistics", "nowhere"));
        Assert.Equal(2, await Run("content", "statistics", "--yaml"));

        File.Delete(Path.Combine(Content, "academy.yml"));

        Assert.Equal(1, await Run("content", "statistics"));
    }

    [Fact]
    public async Task A_course_a_lesson_and_a_quiz_are_begun_and_pass_the_check()
    {
        Assert.Equal(0, await Run("content", "new", "course", "closing-deals", "--title-en", "Closing deals", "--title-zh=成交"));
        Assert.Equal(0, await Run("content", "new", "lesson", "closing-deals", "asking"));
        Assert.Equal(0, await Run("content", "new", "quiz", "closing-deals", "extra"));

        Assert.Equal(0, await Run("content", "check"));
        Assert.Contains("title: { en: \"Closing deals\", zh-Hans: \"成交\" }", await File.ReadAllTextAsync(Path.Combine(Content, "courses/closing-deals/course.yml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Content, "courses/closing-deals/zh-Hans/02-asking.md")));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Content), entry => Path.GetFileName(entry).StartsWith('.'));
    }

    [Fact]
    public async Task What_exists_is_left_as_it_is()
    {
        var before = Files();

        Assert.Equal(1, await Run("content", "new", "course", "first-call"));
        Assert.Equal(1, await Run("content", "new", "lesson", "first-call", "opening"));
        Assert.Equal(1, await Run("content", "new", "quiz", "nowhere", "extra"));
        Assert.Equal(2, await Run("content", "new", "poem", "first-call"));
        Assert.Equal(2, await Run("content", "new", "course", "second", "--title-fr", "Deuxième"));

        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Several_files_are_written_all_or_none()
    {
        (string, string)[] files = [("courses/second/course.yml", "a"), ("courses/second/en/01-start.md", "b"), ("glossary.yml", "c"), ("paths/new.yml", "d")];
        var before = Files();

        var refusal = await NewFiles.Write(Content, files); // the third exists

        Assert.Contains("glossary.yml exists already", refusal, StringComparison.Ordinal);
        Assert.Equal(before, Files());
        Assert.Null(await NewFiles.Write(Content, [files[0], files[1], files[3]]));
        Assert.Equal(before.Count + 3, Files().Count);
        Assert.Equal("b", await File.ReadAllTextAsync(Path.Combine(Content, files[1].Item1), TestContext.Current.CancellationToken));
    }

    public void Dispose() => copy.Dispose();

    private SortedDictionary<string, string> Files() =>
        new(Directory.EnumerateFiles(Content, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText), StringComparer.Ordinal);

    private Task<int?> Run(params string[] words) => copy.Run(words);
}
