using System.Text;
using SalesAcademy.Content;
using SalesAcademy.Web.Features.Courses.Authoring;

namespace SalesAcademy.Web.Tests.Courses.Authoring;

public sealed class PublishingFilesTests : IDisposable
{
    private const string Closing = "courses/first-call/en/02-closing.md";
    private const string Opening = "courses/first-call/en/01-opening.md";
    private const string Drawing = "courses/first-call/assets/new.svg";
    private static readonly Authorship Written = new("Hannah <script>", "hannah@example.com", "吴彤", "wutong@example.com", "Say who comes");
    private readonly WorkingCopy copy = new();

    [Fact]
    public async Task Exactly_the_published_files_are_committed_in_the_names_of_author_and_reviewer()
    {
        copy.Commit();
        File.AppendAllText(Full(Opening), "\nSomebody is still writing this.\n");
        File.AppendAllText(Full("glossary.yml"), "# staged\n");
        copy.Git("add", "content/glossary.yml");

        var outcome = await Publish(Edited(Closing, "Every call", "Every good call"), Svg());

        Assert.Null(outcome.Fault);
        Assert.Equal(copy.Git("rev-parse", "HEAD"), outcome.Commit);
        Assert.Equal($"content/{Drawing}\ncontent/{Closing}", copy.Git("show", "--format=", "--name-only", "HEAD"));
        Assert.Equal("1\t1", copy.Git("show", "--format=", "--numstat", "HEAD", "--", $"content/{Closing}")[..3]);
        Assert.Equal("Hannah script|hannah@example.com|吴彤|wutong@example.com|Say who comes", copy.Git("show", "--no-patch", "--format=%an|%ae|%cn|%ce|%s", "HEAD"));
        Assert.Equal("content/glossary.yml", copy.Git("diff", "--cached", "--name-only"));
        Assert.Equal($"content/{Opening}", copy.Git("diff", "--name-only"));
    }

    [Fact]
    public async Task A_folder_without_history_is_only_written()
    {
        var outcome = await Publish(Edited(Closing, "Every call", "Every good call"));

        Assert.Equal((null, null), (outcome.Fault, outcome.Commit));
        Assert.Contains("Every good call", Text(Closing), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(copy.Content, ".*"));
    }

    [Fact]
    public async Task What_changed_since_the_author_began_is_not_written_over()
    {
        var edited = Edited(Closing, "Every call", "Every good call");
        copy.Replace(Closing, "Every call", "Each call");

        Assert.Equal(PublicationFault.Changed, (await Publish(edited)).Fault);
        Assert.Equal(PublicationFault.Changed, (await Publish(edited with { BeganFrom = null })).Fault);
        Assert.Contains("Each call", Text(Closing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_with_an_error_is_not_written()
    {
        var outcome = await Publish(Svg(), Edited(Closing, "check: check-closing", "check: nowhere"));

        Assert.Equal((PublicationFault.Faulty, true), (outcome.Fault, outcome.Check!.Problems.Any(problem => problem is { File: Closing, Code: "lesson-check" })));
        Assert.False(File.Exists(Full(Drawing)));
    }

    [Theory]
    [InlineData("policies/leads.yml")]
    [InlineData("courses/first-call/en/../../../policies/leads.md")]
    [InlineData("../outside.md")]
    [InlineData("/tmp/outside.md")]
    public async Task No_other_file_is_written(string path) => Assert.Equal(PublicationFault.NotEdited, (await Publish(Svg(), new(path, [], BeganFrom: null))).Fault);

    [Fact]
    public async Task A_link_is_not_written_through_even_inside_the_folder()
    {
        File.Move(Full(Closing), Full("courses/first-call/.kept"));
        File.CreateSymbolicLink(Full(Closing), "../.kept");
        Directory.Move(Full("courses/first-call/assets"), Full("courses/first-call/.assets"));
        Directory.CreateSymbolicLink(Full("courses/first-call/assets"), Full("courses/first-call/.assets"));

        Assert.Equal(PublicationFault.Linked, (await Publish(Edited(Closing, "Every call", "Every good call"))).Fault);
        Assert.Equal(PublicationFault.Linked, (await Publish(Svg())).Fault);
    }

    [Fact]
    public async Task When_one_file_cannot_be_written_none_is()
    {
        var (before, replaced) = (Text(Closing), new ReplacedFiles(copy.Content));

        var unwritten = await replaced.Write([Svg(), Edited(Closing, "Every call", "Every good call"), new("courses/new/en/01-start.md", [1], BeganFrom: null), new("academy.yml/x.svg", [1], BeganFrom: null)]);

        Assert.NotNull(unwritten);
        Assert.Equal((before, false), (Text(Closing), File.Exists(Full(Drawing))));
        Assert.Empty(Directory.EnumerateFileSystemEntries(copy.Content, ".*"));
        Assert.False(Directory.Exists(Full("courses/new")));
    }

    [Theory]
    [InlineData("hook")]
    [InlineData("detached")]
    [InlineData("uncommitted")]
    public async Task Where_git_takes_no_commit_nothing_is_written(string obstacle)
    {
        copy.Commit();
        if (obstacle == "hook")
            Refuse();
        else if (obstacle == "detached")
            copy.Git("checkout", "--quiet", "--detach");
        else
            copy.Replace(Closing, "Every call", "Each call");
        var (before, status) = (Text(Closing), copy.Git("status", "--porcelain"));

        var outcome = await Publish(Svg(), Edited(Closing, obstacle == "uncommitted" ? "Each call" : "Every call", "Every good call"));

        Assert.Equal(PublicationFault.NotCommitted, outcome.Fault);
        Assert.NotEqual("", outcome.Detail);
        Assert.Equal((before, false, status), (Text(Closing), File.Exists(Full(Drawing)), copy.Git("status", "--porcelain")));
    }

    [Fact]
    public async Task Where_git_does_not_end_nothing_is_written()
    {
        copy.Commit();
        Refuse("sleep 60");
        var before = Text(Closing);

        var outcome = await new Publication(copy.Content, "git") { Patience = TimeSpan.FromSeconds(1) }.Run([Edited(Closing, "Every call", "Every good call")], Written, TestContext.Current.CancellationToken);

        Assert.Equal((PublicationFault.NotCommitted, before), (outcome.Fault, Text(Closing)));
    }

    public void Dispose() => copy.Dispose();

    private void Refuse(string first = "echo not today >&2")
    {
        var hook = Path.Combine(copy.Content, "..", ".git", "hooks", "pre-commit");
        Directory.CreateDirectory(Path.GetDirectoryName(hook)!); // a git folder has hooks
        File.WriteAllText(hook, $"#!/bin/sh\n{first}\nexit 1\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<PublicationOutcome> Publish(params PublishedFile[] files) => new Publication(copy.Content, "git").Run(files, Written, TestContext.Current.CancellationToken);

    private PublishedFile Edited(string path, string old, string text)
    {
        var bytes = File.ReadAllBytes(Full(path));
        Assert.Contains(old, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        return new(path, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(old, text, StringComparison.Ordinal)), ContentHash.Of(bytes));
    }

    private static PublishedFile Svg() => new(Drawing, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><path d=\"M0 0h9\"/></svg>"u8.ToArray(), BeganFrom: null);

    private string Full(string path) => Path.Combine(copy.Content, path);

    private string Text(string path) => File.ReadAllText(Full(path));
}
