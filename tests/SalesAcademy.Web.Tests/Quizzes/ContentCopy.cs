using System.Runtime.CompilerServices;
using SalesAcademy.Web.Features.Quizzes;

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

    /// <summary>Makes that option of a choice the right one, in both languages; its words may become others too.</summary>
    public ContentCopy Rekey(string below, string files, PaperQuestion question, int right, string rewritten = "") =>
        Rewrite(below, files, file => Rekeyed(file, question, right, rewritten));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string In(string path)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    private static string Rekeyed(string file, PaperQuestion question, int right, string rewritten)
    {
        var lines = file.Split('\n');
        var variant = question.Family.Variants.Index().Single(v => v.Item.Id == question.Variant.Id).Index;
        var heading = lines.Index().Where(line => line.Item.StartsWith("## ", StringComparison.Ordinal) && line.Item.Contains($"{{#{question.Family.Id} ", StringComparison.Ordinal)).ElementAt(variant).Index;
        var option = 0;
        for (var i = heading + 1; i < lines.Length && !lines[i].StartsWith("## ", StringComparison.Ordinal); i++)
            if (lines[i].StartsWith("- [", StringComparison.Ordinal))
                lines[i] = $"- [{(option++ == right ? 'x' : ' ')}]{lines[i][5..]}{rewritten}";
        return string.Join('\n', lines);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
