using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>Writes files over those that stand there, all or none, and can put back what was there.</summary>
/// <param name="folder">What the paths are relative to, in full.</param>
internal sealed class ReplacedFiles(string folder)
{
    private readonly List<(string Path, byte[]? Before)> written = [];
    private readonly Stack<string> made = [];

    /// <summary>Whether the file, or a folder on the way to it, is a link.</summary>
    public bool IsLinked(string path)
    {
        for (var part = path; part.Length > 0; part = Path.GetDirectoryName(part) ?? "")
            if (new FileInfo(Full(part)).LinkTarget is not null)
                return true;
        return false;
    }

    /// <summary>The hash of what stands there; null when nothing does, and what no hash equals when it cannot be read.</summary>
    public string? HashOf(string path)
    {
        try
        {
            if (!File.Exists(Full(path)))
                return null;
            using var file = File.OpenRead(Full(path));
            return ContentHash.Of(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>First all are written beside their place, where nobody reads them, then they are moved in, in their order. Null when all are there, otherwise why none is.</summary>
    public async Task<string?> Write(IReadOnlyList<PublishedFile> files)
    {
        var stage = Path.Combine(folder, $".publish.{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(stage);
            for (var i = 0; i < files.Count; i++)
                await Stage(Staged(i), files[i]);
            for (var i = 0; i < files.Count; i++)
            {
                var full = Full(files[i].Path);
                Make(Path.GetDirectoryName(full) ?? folder);
                var before = File.Exists(full) ? await File.ReadAllBytesAsync(full) : null;
                File.Move(Staged(i), full, overwrite: true);
                written.Add((files[i].Path, before));
            }
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            PutBack();
            return problem.Message;
        }
        finally
        {
            if (Directory.Exists(stage))
                Directory.Delete(stage, recursive: true);
        }

        string Staged(int number) => Path.Combine(stage, $"{number}");
    }

    /// <summary>As it was before.</summary>
    public void PutBack()
    {
        foreach (var (path, before) in Enumerable.Reverse(written))
            if (before is null)
                File.Delete(Full(path));
            else
                File.WriteAllBytes(Full(path), before);
        written.Clear();
        while (made.TryPop(out var empty)) // a folder left behind would be a course without files
            if (!Directory.EnumerateFileSystemEntries(empty).Any())
                Directory.Delete(empty);
    }

    // A course may be new, or an image its first.
    private void Make(string full)
    {
        if (Directory.Exists(full))
            return;
        Make(Path.GetDirectoryName(full) ?? folder);
        Directory.CreateDirectory(full);
        made.Push(full);
    }

    // With the rights of the file it replaces: a comparison shows the text and nothing else.
    private async Task Stage(string staged, PublishedFile file)
    {
        await using var stream = new FileStream(staged, FileMode.CreateNew, FileAccess.Write);
        if (file.At is null)
        {
            await stream.WriteAsync(file.Bytes);
        }
        else
        {
            await using var lying = File.OpenRead(file.At);
            await lying.CopyToAsync(stream);
        }

        stream.Flush(flushToDisk: true);
        if (!OperatingSystem.IsWindows() && File.Exists(Full(file.Path)))
            File.SetUnixFileMode(staged, File.GetUnixFileMode(Full(file.Path)));
    }

    private string Full(string path) => Path.Combine(folder, path);
}
