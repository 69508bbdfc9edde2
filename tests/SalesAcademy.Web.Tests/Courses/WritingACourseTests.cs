using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Tests.Courses;

/// <summary>Journey 4: an author changes the folder while the academy runs.</summary>
public sealed class WritingACourseTests : IDisposable
{
    private const string Lesson = "courses/sales-process/en/01-stages.md";

    private readonly string folder = Directory.CreateTempSubdirectory("academy-content-").FullName;
    private readonly AcademyApp app;

    public WritingACourseTests()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(own.FullName, "content", "academy.yml")))
            own = own.Parent!; // tests run inside the repository
        Copy(Path.Combine(own.FullName, "content"), folder);
        app = new AcademyApp(settings: new() { ["Academy:Content"] = folder });
    }

    private Library Library => app.Services.GetRequiredService<Library>();

    [Fact]
    public async Task A_course_added_to_the_folder_is_taught_without_a_restart()
    {
        using var author = await Author();
        Assert.DoesNotContain("Handing over", await author.Open("/courses"), StringComparison.Ordinal);

        AddCourse("handing-over", "Handing over");

        await Eventually.Holds(() => Library.Now.FindCourse("handing-over") is not null);
        Assert.Contains("Handing over", await author.Open("/courses"), StringComparison.Ordinal);
        Assert.Contains("The customer meets the people who stay.", await author.Open("/courses/handing-over/meeting"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_reported_with_file_and_line_while_the_last_good_version_stays_online()
    {
        using var author = await Author();
        var good = await author.Open(Reader.Url);
        var hash = Library.Now.Hash;

        Write(Lesson, Read(Lesson) + "\n[a way out](javascript:alert(1))\n");

        await Eventually.Holds(() => Library.LastCheck.Errors > 0);
        var check = await author.Open("/courses/check");
        Assert.Contains($"{Lesson}:{Read(Lesson).Split('\n').Length - 1}", check, StringComparison.Ordinal);
        Assert.Contains("1 error", check, StringComparison.Ordinal);
        Assert.Contains("courses/sales-process", check, StringComparison.Ordinal);
        using var chinese = await app.SignIn(await app.Join("何敏", Role.Author, language: "zh-Hans"));
        Assert.Contains("不能链接到 <code>javascript:alert(1)</code>", await chinese.Open("/courses/check"), StringComparison.Ordinal);
        Assert.Equal(hash, Library.Now.Hash);
        Assert.Equal(Text(good), Text(await author.Open(Reader.Url)));
        Assert.Contains("1 mistake keeps your latest text from being taught.", await author.Open("/"), StringComparison.Ordinal);
        var ready = await author.Get("/readyz");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode); // it serves; a typo must not take the site down
        Assert.Contains("\"status\":\"degraded\",\"wrong\":{\"content\":\"1 errors", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_neither_un_completes_a_lesson_nor_takes_back_what_was_read()
    {
        var reader = await Reader.Join(app);
        await reader.Complete(Reader.Lesson);
        await reader.Report(Reader.Passages(app, "evidence")[3].Id, "/courses/sales-process/evidence");
        var before = Library.Now.Hash;

        Write(Lesson, Read(Lesson) + "\nOne more passage.\n\nAnd another.\n");
        await Eventually.Holds(() => Library.Now.Hash != before);

        Assert.Contains("1 of 5 lessons done", await reader.Browser.Open("/courses"), StringComparison.Ordinal);
        Assert.Contains("<b data-standing>Completed</b>", await reader.Browser.Open(Reader.Url), StringComparison.Ordinal);
        await using var db = app.Read();
        Assert.Equal(2, await db.Set<LessonProgressRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_version_that_was_taught_can_be_shown_again_images_included()
    {
        using var author = await Author();
        var before = Library.Now;
        Write(Lesson, Read(Lesson) + "\nOne more passage.\n");
        await Eventually.Holds(() => Library.Now.Hash != before.Hash);
        var archive = app.Services.GetRequiredService<ContentArchive>();

        var restored = archive.Restore(before.Hash)!;

        Assert.Equal(before.Hash, restored.Hash);
        Assert.Equal(before.FindCourse(Reader.Course)!.FindLesson(Reader.Lesson)!.Text.English!.Html, restored.FindCourse(Reader.Course)!.FindLesson(Reader.Lesson)!.Text.English!.Html);
        Assert.All(restored.Courses.SelectMany(course => course.Assets), asset => Assert.True(File.Exists(archive.PathOf(asset.Hash))));
    }

    [Fact]
    public async Task A_folder_that_is_away_or_an_archive_that_is_full_keeps_the_last_version_and_says_so()
    {
        using var author = await Author();
        var hash = Library.Now.Hash;

        Directory.Move(folder, folder + "-away");
        Library.Load();
        var away = Library.LastCheck;
        Directory.Move(folder + "-away", folder);
        // A file where the archive's folder should be fails as a full disk does: with an IOException on writing.
        Directory.Delete(Path.Combine(app.DataFolder, "archive"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "archive"), "", TestContext.Current.CancellationToken);
        Write(Lesson, Read(Lesson) + "\nOne more passage.\n");
        Library.Load();

        Assert.Equal("content-unavailable", Assert.Single(away.Problems).Code);
        Assert.Equal((hash, "content-unavailable"), (Library.Now.Hash, Assert.Single(Library.LastCheck.Problems).Code));
        Assert.Contains("1 error", await author.Open("/courses/check"), StringComparison.Ordinal);
        File.Delete(Path.Combine(app.DataFolder, "archive"));
        Library.Load();
        Assert.NotEqual(hash, Library.Now.Hash);
        Assert.Empty(Library.LastCheck.Problems);
    }

    [Fact]
    public async Task A_lesson_missing_in_the_readers_language_says_that_it_is_shown_in_the_other()
    {
        var reader = await Reader.Join(app, "zh-Hans");
        File.Delete(Path.Combine(folder, "courses/sales-process/zh-Hans/01-stages.md"));
        Library.Load();

        var page = await reader.Browser.Open(Reader.Url);

        Assert.Contains("本课暂无中文版，以下为英文原文。", page, StringComparison.Ordinal);
        Assert.Contains("<div class=\"text\" lang=\"en\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_is_for_authors()
    {
        var reader = await Reader.Join(app);

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Browser.Get("/courses/check")).StatusCode);
    }

    public void Dispose()
    {
        app.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<Browser> Author() => await app.SignIn(await app.Join("Aisha Rahman", Role.Author));

    private void AddCourse(string id, string title)
    {
        var quiz = string.Join('\n', Enumerable.Range(1, 3).Select(i => $"## Question {i}? {{#{id}-{i} competency=process}}\n\n- [x] Right\n  > Yes.\n- [ ] Wrong\n  > No.\n"));
        foreach (var locale in new[] { "en", "zh-Hans" })
        {
            Write($"courses/{id}/{locale}/01-meeting.md", "---\ntitle: The meeting\nsummary: Who meets whom.\ncheck: check-meeting\n---\nThe customer meets the people who stay.\n");
            Write($"courses/{id}/{locale}/quiz-check-meeting.md", $"---\ntitle: Check\nkind: check\npool: drill\n---\n\n{quiz}");
        }

        Write($"courses/{id}/course.yml", $"title: {{ en: {title}, zh-Hans: 交接 }}\nsummary: {{ en: After it you can., zh-Hans: 学完就会。 }}\ncompetencies: [process]\nowner: enablement\norder: 9\n");
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(folder, path));

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
        File.WriteAllText(Path.Combine(folder, path), text);
    }

    private static string Text(string page) => page[page.IndexOf("<div class=\"text\"", StringComparison.Ordinal)..page.IndexOf("read-to-end", StringComparison.Ordinal)];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
