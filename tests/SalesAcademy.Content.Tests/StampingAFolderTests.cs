using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Tests;

public sealed class StampingAFolderTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);

    private readonly string folder = Directory.CreateTempSubdirectory("academy-stamp-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_however_deep_changes_the_stamp()
    {
        Write("a/b/c/d/e/f/g.svg", "<svg/>");
        var before = FolderStamp.Of(folder);

        Write("a/b/c/d/e/f/g.svg", "<svg></svg>");

        Assert.NotNull(before);
        Assert.NotEqual(before, FolderStamp.Of(folder));
    }

    [Fact]
    public void The_same_files_have_the_same_stamp()
    {
        Write("en/01.md", "Listen.");

        Assert.NotNull(FolderStamp.Of(folder));
        Assert.Equal(FolderStamp.Of(folder), FolderStamp.Of(folder));
    }

    [Fact]
    public void A_link_even_in_a_circle_says_nothing()
    {
        Write("en/01.md", "Listen.");

        Directory.CreateSymbolicLink(Path.Combine(folder, "en", "again"), folder);

        Assert.Null(FolderStamp.Of(folder));
    }

    [Fact]
    public void What_has_just_changed_says_nothing()
    {
        Write("en/01.md", "Listen.");
        File.SetLastWriteTimeUtc(Path.Combine(folder, "en/01.md"), TimeProvider.System.GetUtcNow().UtcDateTime);

        Assert.Null(FolderStamp.Of(folder));
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // below the folder
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, LongAgo);
        foreach (var inside in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
            Directory.SetLastWriteTimeUtc(inside, LongAgo);
    }
}
