using System.Text;
using SalesAcademy.Content.Editing;

namespace SalesAcademy.Content.Tests;

public sealed class EditingInPlaceTests : IDisposable
{
    private const string Lesson = "courses/first-call/en/02-closing.md";
    private readonly ContentBuilder content = new();

    public void Dispose() => content.Dispose();

    [Theory]
    [InlineData("policies/leads.yml")]
    [InlineData("courses/first-call/en/course.yml")]
    [InlineData("courses/First Call/course.yml")]
    [InlineData("courses/course.yml")]
    [InlineData("courses/first-call/en/../../../policies/leads.md")]
    [InlineData("courses/../first-call/en/a.md")]
    [InlineData("courses/first-call/de/02-closing.md")]
    [InlineData("courses/first-call/en/.hidden.md")]
    [InlineData("courses/first-call/en/02-closing.md\n")]
    [InlineData("courses/first-call/en/02-closing.md\0.md")]
    [InlineData("courses\\first-call\\en\\02-closing.md")]
    [InlineData("/courses/first-call/en/02-closing.md")]
    [InlineData("courses/first-call/assets/../en/x.svg")]
    [InlineData("courses/first-call/assets/x.html")]
    [InlineData("")]
    public void Nothing_but_the_texts_the_facts_and_the_images_of_a_course_is_edited(string path)
    {
        Assert.False(ContentEditing.IsText(path) || ContentEditing.IsImage(path));
        Assert.Null(ContentEditing.Read(content.Folder, path));
        Assert.Throws<ArgumentException>(() => ContentEditing.Check(content.Folder, [new(path, default)], previous: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_draft_is_checked_among_the_whole_content_and_nothing_is_written()
    {
        var before = content[Lesson];

        var faulty = Check(Lesson, Encoding.UTF8.GetBytes(before.Replace("check: check-closing", "check: nowhere", StringComparison.Ordinal)));

        Assert.Contains(faulty.Problems, problem => problem is { File: Lesson, Code: "lesson-check", Line: > 1 });
        Assert.Equal(before, content[Lesson]);
        Assert.Equal(0, Check(Lesson, Encoding.UTF8.GetBytes(before + "\nOne more line.\n")).Errors);
    }

    [Fact]
    public void A_draft_is_read_though_the_folder_lies_as_it_did()
    {
        foreach (var file in Directory.EnumerateFiles(content.Folder, "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        foreach (var folder in Directory.EnumerateDirectories(content.Folder, "*", SearchOption.AllDirectories))
            Directory.SetLastWriteTimeUtc(folder, DateTime.UnixEpoch);
        var previous = content.Good();

        var draft = ContentEditing.Check(content.Folder, [new(Lesson, Encoding.UTF8.GetBytes(content[Lesson] + "\nOne more line.\n"))], previous, TestContext.Current.CancellationToken);

        Assert.Contains("One more line.", draft.Catalogue!.FindCourse("first-call")!.FindLesson("closing")!.Text.English!.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_is_too_large_is_not_taken_for_the_file_it_replaces() =>
        Assert.Contains(Check(Lesson, [.. Encoding.UTF8.GetBytes(content[Lesson]), .. new byte[70_000]]).Problems, problem => problem is { File: Lesson, Code: "file-too-large" });

    [Fact]
    public void A_draft_that_is_no_text_is_named() => Assert.Contains(Check(Lesson, [0xC3, 0x28]).Problems, problem => problem is { File: Lesson, Code: "text-not-utf8" });

    [Theory]
    [InlineData("image.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("image.png", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    public void An_image_is_judged_by_what_it_holds(string name, string text) =>
        Assert.Contains(Check($"courses/first-call/assets/{name}", Encoding.UTF8.GetBytes(text)).Problems, problem => problem.Code == "asset-form");

    [Fact]
    public void A_link_that_leads_out_is_not_read()
    {
        var outside = Directory.CreateTempSubdirectory("outside-");
        File.WriteAllText(Path.Combine(outside.FullName, "secret.md"), "secret");
        content.Delete(Lesson);
        File.CreateSymbolicLink(content.Full(Lesson), Path.Combine(outside.FullName, "secret.md"));

        var read = ContentEditing.Read(content.Folder, Lesson);

        outside.Delete(recursive: true);
        Assert.Null(read);
    }

    [Theory]
    [InlineData("a\nb\nc\n", "a\r\nB\r\nc\r\n", "a\nB\nc\n")]
    [InlineData("a\r\nb\r\n", "a\nb\nc\n", "a\r\nb\r\nc\r\n")]
    [InlineData("a\r\nb\nc", "a\nx\nb\nc", "a\r\nx\r\nb\nc")]
    [InlineData("\uFEFFa\nb", "a\r\nb", "\uFEFFa\nb")]
    [InlineData("", "a\r\nb\r\n", "a\nb\n")]
    [InlineData("a\n", "", "")]
    public void Lines_that_were_not_touched_keep_their_bytes(string before, string edited, string written) =>
        Assert.Equal(written, Encoding.UTF8.GetString(ContentEditing.Write(Encoding.UTF8.GetBytes(before), edited)));

    [Theory]
    [InlineData("a b c", "a b c", " a  b  c")]
    [InlineData("a b c", "a x c", " a -b +x  c")]
    [InlineData("a b c d", "b c e d", "-a  b  c +e  d")]
    [InlineData("a", "b", "-a +b")]
    public void A_difference_names_the_fewest_lines(string before, string after, string expected)
    {
        var lines = LineDifference.Of(before.Replace(' ', '\n'), after.Replace(' ', '\n'));

        Assert.Equal(expected, string.Join(' ', lines.Select(line => $"{(line.Before is null ? '+' : line.After is null ? '-' : ' ')}{line.Text}")));
        Assert.Equal(Enumerable.Range(1, after.Split(' ').Length), lines.Select(line => line.After).OfType<int>());
        Assert.Equal(Enumerable.Range(1, before.Split(' ').Length), lines.Select(line => line.Before).OfType<int>());
    }

    [Fact]
    public void Texts_without_a_common_line_are_told_apart_in_bounded_memory()
    {
        var (before, after) = (string.Join('\n', Enumerable.Repeat("a", 30_000)), string.Join('\n', Enumerable.Repeat("b", 30_000)));

        Assert.Equal(60_000, LineDifference.Of(before, after).Count);
    }

    private CompileResult Check(string path, byte[] bytes) => ContentEditing.Check(content.Folder, [new(path, bytes)], previous: null, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("steps:\n- course: a\n  due: day 1\n- course: b\n  due: day 2\ntitle: T\n", 1, "steps:\n- course: a\n  due: day 1\n- { course: c, due: day 3 }\n- course: b\n  due: day 2\ntitle: T\n")]
    [InlineData("steps:\n  - { course: c, due: day 9 } # late\n  - { course: a, due: day 1 }\n", 1, "steps:\n  - { course: a, due: day 1 }\n  - { course: c, due: day 3 }\n")]
    [InlineData("steps: [{ course: a, due: day 1 }]\n", 1, null)]
    [InlineData("steps: []\n", 0, null)]
    [InlineData("steps: {", 0, null)]
    public void A_course_comes_onto_a_path_in_one_line_or_not_at_all(string text, int at, string? expected) => Assert.Equal(expected, PathSteps.With(text, "c", at, 3));
}
