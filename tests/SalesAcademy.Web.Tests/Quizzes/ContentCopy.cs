using System.Runtime.CompilerServices;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>A copy of the academy's content in a folder of its own, to be changed.</summary>
internal sealed class ContentCopy : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-content-test-").FullName;

    public ContentCopy()
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../content"));
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            Text(Path.GetRelativePath(source, file), File.ReadAllText(file));
    }

    public Dictionary<string, string?> Settings => new() { ["Academy:Content"] = folder };

    public ContentCopy Text(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public ContentCopy Replace(string files, string old, string with) => Rewrite("", files, text => text.Replace(old, with, StringComparison.Ordinal));

    /// <summary>Changes the files of that name or pattern below a folder.</summary>
    public ContentCopy Rewrite(string below, string files, Func<string, string> change)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, below), files, SearchOption.AllDirectories))
            File.WriteAllText(file, change(File.ReadAllText(file)));
        return this;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Here([CallerFilePath] string path = "") => path;
}
