using System.Diagnostics;
using System.Text;

namespace SalesAcademy.Content.Tests;

public sealed class HostileFilesTests : IDisposable
{
    private const string Lesson = "courses/first-call/en/02-closing.md";
    private readonly ContentBuilder content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void Text_that_is_not_utf8_is_named_with_its_line() =>
        Expect("text-not-utf8", Lesson, 3, content.Bytes(Lesson, [.. "---\ntitle: T\nsummary: "u8, 0xC3, 0x28, .. "\n"u8]));

    [Fact]
    public void A_control_or_direction_character_is_named_with_its_line() =>
        Expect("text-control-character", Lesson, 7, content.Replace(Lesson, "Every call", "Every\u202E call"));

    [Fact]
    public void A_file_of_5_MB_is_refused_unread() => Expect("file-too-large", Lesson, 0, content.Text(Lesson, new string('a', 5_000_000)));

    [Fact]
    public void An_alias_bomb_is_refused() =>
        Expect("yaml-tag", "glossary.yml", 1, content.Text("glossary.yml", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"));

    [Fact]
    public void Deeply_nested_yaml_is_refused() => Expect("yaml-depth", "glossary.yml", 1, content.Text("glossary.yml", new string('[', 60_000)));

    [Theory]
    [InlineData("> ", 5000, "markup-flood")]
    [InlineData("- ", 5000, "markup-flood")]
    [InlineData("> ", 50, "markup-depth")]
    [InlineData("- ", 50, "markup-depth")]
    public void Deeply_nested_markup_is_refused(string mark, int levels, string code) =>
        Assert.Contains(content.Lesson(string.Concat(Enumerable.Repeat(mark, levels)) + "x").Compile().Problems, problem => problem.Code == code && problem.File == Lesson);

    [Fact]
    public void Emphasis_nested_too_deeply_is_refused() =>
        Assert.Contains(content.Lesson(string.Concat(Enumerable.Repeat("*a **b ", 25)) + string.Concat(Enumerable.Repeat("c** d* ", 25))).Compile().Problems, problem => problem is { Code: "markup-depth", File: Lesson });

    [Theory]
    [InlineData("[a](")]
    [InlineData("![")]
    [InlineData("*a **b ")]
    [InlineData("`a``b")]
    [InlineData("<a ")]
    [InlineData("a|")]
    public void A_flood_of_marks_is_refused_at_once(string mark)
    {
        content.Good();
        content.Lesson(string.Concat(Enumerable.Repeat(mark, 64_000 / mark.Length)));

        var watch = Stopwatch.StartNew();
        var result = content.Compile();

        Assert.Contains(result.Problems, problem => problem is { Code: "markup-flood", File: Lesson });
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_text_that_takes_too_long_is_given_up()
    {
        content.Lesson(string.Concat(Enumerable.Repeat("a|b\n---|---\n" + string.Concat(Enumerable.Repeat("a|b\n", 600)) + "\n", 20)));

        var result = ContentCompiler.Compile(content.Folder, previous: null, new Courses.CompileLimits(TimeSpan.FromTicks(1)), TestContext.Current.CancellationToken);

        Assert.Contains(result.Problems, problem => problem is { Code: "markup-slow", File: Lesson });
    }

    [Fact]
    public void A_link_that_leaves_the_folder_is_refused_even_through_a_linked_folder()
    {
        var outside = Directory.CreateTempSubdirectory("outside-");
        File.WriteAllText(Path.Combine(outside.FullName, "02-closing.md"), "secret");
        content.Delete(Lesson);
        File.CreateSymbolicLink(content.Full(Lesson), Path.Combine(outside.FullName, "02-closing.md"));
        Directory.CreateSymbolicLink(content.Full("courses/linked"), outside.FullName);
        Directory.CreateSymbolicLink(content.Full(".hop"), outside.FullName);
        File.CreateSymbolicLink(content.Full("glossary2.yml"), content.Full(".hop/02-closing.md"));
        File.Delete(content.Full("glossary.yml"));
        File.Move(content.Full("glossary2.yml"), content.Full("glossary.yml"));

        var result = content.Compile();

        outside.Delete(recursive: true);
        foreach (var file in new[] { Lesson, "glossary.yml", "courses/linked" })
            Assert.Contains(result.Problems, problem => problem.Code == "file-outside" && problem.File == file);
        Assert.DoesNotContain(result.Problems, problem => problem.Message.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_inside_the_folder_is_followed_and_a_circle_is_not()
    {
        content.Text("shared.md.tmp", content[Lesson]).Delete(Lesson);
        File.CreateSymbolicLink(content.Full(Lesson), "../../../shared.md.tmp");
        content.Good();

        content.Delete("glossary.yml");
        File.CreateSymbolicLink(content.Full("glossary.yml"), content.Full("glossary.yml"));

        Assert.NotNull(content.Compile(Catalogue.Empty).Catalogue);
    }

    [Fact]
    public void A_file_that_is_a_folder_is_refused()
    {
        content.Delete(Lesson);
        Directory.CreateDirectory(content.Full(Lesson));

        Expect("file-unreadable", Lesson, 0, content);
    }

    [Fact]
    public void A_missing_folder_is_reported_file_by_file()
    {
        var result = ContentCompiler.Compile(content.Full("nowhere"), previous: null, TestContext.Current.CancellationToken);

        Assert.Null(result.Catalogue);
        Assert.Equal(["academy.yml", "competencies.yml", "policies/leads.yml", "policies/readiness.yml"], result.Problems.Select(problem => problem.File));
    }

    [Fact]
    public void No_half_written_file_throws_or_is_taken_for_the_whole()
    {
        var previous = content.Good();
        foreach (var file in new[] { Lesson, "courses/first-call/en/quiz-certification.md", "policies/readiness.yml", "courses/first-call/assets/two-minutes.svg" })
        {
            var whole = File.ReadAllBytes(content.Full(file));
            for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 12))
                Assert.NotNull(content.Bytes(file, whole[..length]).Compile(previous).Catalogue);
            content.Bytes(file, whole);
        }
    }

    [Fact]
    public void No_random_change_makes_the_compiler_throw_or_fault()
    {
        var chance = new Random(7);
        var files = Directory.EnumerateFiles(content.Folder, "*", SearchOption.AllDirectories).ToArray();
        for (var round = 0; round < 150; round++)
        {
            var file = files[chance.Next(files.Length)];
            var whole = File.ReadAllBytes(file);
            var bytes = whole.ToArray();
            for (var hit = 0; hit < 5; hit++)
                bytes[chance.Next(bytes.Length)] = (byte)(chance.Next(3) == 0 ? chance.Next(256) : "[]{}#:-*|>\"\n &!"[chance.Next(15)]);
            File.WriteAllBytes(file, bytes);

            Assert.DoesNotContain(content.Compile().Problems, problem => problem.Code == "compiler-fault");

            File.WriteAllBytes(file, whole);
        }
    }

    private static void Expect(string code, string file, int line, ContentBuilder content)
    {
        var result = content.Compile();

        Assert.Null(result.Catalogue);
        Assert.Contains(result.Problems, problem => (problem.Code, problem.File, problem.Line) == (code, file, line));
        Assert.True(Encoding.UTF8.GetByteCount(string.Concat(result.Problems)) < 100_000);
    }
}
