using System.Runtime.CompilerServices;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>A copy of the academy's content in a folder of its own, to be changed.</summary>
internal sealed class ContentCopy : IDisposable
{
    public ContentCopy()
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../content"));
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            File.Copy(file, In(Path.GetRelativePath(source, file)));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("academy-content-test-").FullName;

    public Dictionary<string, string?> Settings => new() { ["Academy:Content"] = Folder };

    public ContentCopy Text(string path, string text)
    {
        File.WriteAllText(In(path), text);
        return this;
    }

    public ContentCopy Replace(string files, string old, string with) => Rewrite("", files, text => text.Replace(old, with, StringComparison.Ordinal));

    /// <summary>Changes the files of that name or pattern below a folder.</summary>
    public ContentCopy Rewrite(string below, string files, Func<string, string> change)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, below), files, SearchOption.AllDirectories))
            File.WriteAllText(file, change(File.ReadAllText(file)));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string In(string path)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
