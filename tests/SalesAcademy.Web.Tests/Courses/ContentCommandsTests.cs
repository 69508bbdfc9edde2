using Microsoft.AspNetCore.Builder;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Rooms;
using SalesAcademy.Web.Tests.House;

namespace SalesAcademy.Web.Tests.Courses;

/// <summary>What authors do from the command line, in a copy of the small academy of the content's own tests.</summary>
public sealed class ContentCommandsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-author-").FullName;
    private readonly string content;

    public ContentCommandsTests()
    {
        content = Path.Combine(folder, "content");
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(own.FullName, "SalesAcademy.sln")))
            own = own.Parent!; // tests run inside the repository
        var academy = Path.Combine(own.FullName, "tests/SalesAcademy.Content.Tests/Fixtures/academy");
        foreach (var file in Directory.EnumerateFiles(academy, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(content, Path.GetRelativePath(academy, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // below the folder
            File.Copy(file, copy);
        }
    }

    [Fact]
    public async Task Content_is_counted_unless_it_has_errors()
    {
        Assert.Equal(0, await Run("content", "statistics"));
        Assert.Equal(0, await Run("content", "statistics", content, "--json"));
        Assert.Equal(2, await Run("content", "statistics", "nowhere"));
        Assert.Equal(2, await Run("content", "statistics", "--yaml"));

        File.Delete(Path.Combine(content, "academy.yml"));

        Assert.Equal(1, await Run("content", "statistics"));
    }

    [Fact]
    public async Task A_course_a_lesson_and_a_quiz_are_begun_and_pass_the_check()
    {
        Assert.Equal(0, await Run("content", "new", "course", "closing-deals", "--title-en", "Closing deals", "--title-zh=成交"));
        Assert.Equal(0, await Run("content", "new", "lesson", "closing-deals", "asking"));
        Assert.Equal(0, await Run("content", "new", "quiz", "closing-deals", "extra"));

        Assert.Equal(0, await Run("content", "check"));
        Assert.Contains("title: { en: \"Closing deals\", zh-Hans: \"成交\" }", await File.ReadAllTextAsync(Path.Combine(content, "courses/closing-deals/course.yml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(content, "courses/closing-deals/zh-Hans/02-asking.md")));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(content), entry => Path.GetFileName(entry).StartsWith('.'));
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

        var refusal = await NewFiles.Write(content, files); // the third exists

        Assert.Contains("glossary.yml exists already", refusal, StringComparison.Ordinal);
        Assert.Equal(before, Files());
        Assert.Null(await NewFiles.Write(content, [files[0], files[1], files[3]]));
        Assert.Equal(before.Count + 3, Files().Count);
        Assert.Equal("b", await File.ReadAllTextAsync(Path.Combine(content, files[1].Item1), TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private SortedDictionary<string, string> Files() =>
        new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText), StringComparer.Ordinal);

    private async Task<int?> Run(params string[] words)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(IRoom).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Development",
            Args = [$"--Academy:Data={Path.Combine(folder, "data")}", $"--Academy:Content={content}", "--Logging:LogLevel:Default=Warning"],
        });
        builder.AddAcademy(DoorPlates.Hung);
        await using var app = builder.Build();
        return await CommandLine.Run(app, words);
    }
}
