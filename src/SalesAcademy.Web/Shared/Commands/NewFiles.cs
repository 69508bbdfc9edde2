namespace SalesAcademy.Web.Shared.Commands;

/// <summary>Writes several files that were not there: all of them, whole and on the disk, or none.</summary>
internal static class NewFiles
{
    /// <summary>
    /// First all are written beside their place, where nobody reads them; then they are moved in, in their order, a folder that is new as a whole. Null when
    /// all are there, otherwise why none is; a file that exists is never written over.
    /// </summary>
    /// <param name="folder">What the paths are relative to; it exists.</param>
    /// <param name="files">Paths and texts.</param>
    public static async Task<string?> Write(string folder, IReadOnlyList<(string Path, string Text)> files)
    {
        folder = Path.GetFullPath(folder);
        var (stage, moved) = (Path.Combine(folder, $".new.{Environment.ProcessId}.tmp"), new List<string>());
        try
        {
            foreach (var (path, text) in files)
                await NewFile.Stage(Path.Combine(stage, path), text);
            foreach (var (path, _) in files.Where(file => !moved.Exists(whole => file.Path.StartsWith($"{whole}/", StringComparison.Ordinal))))
            {
                var part = NewPart(folder, path);
                Move(Path.Combine(stage, part), Path.Combine(folder, part));
                moved.Add(part);
            }
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            foreach (var part in moved)
                Remove(Path.Combine(folder, part));
            return files.Select(file => file.Path).FirstOrDefault(path => File.Exists(Path.Combine(folder, path))) is { } taken
                ? $"{taken} exists already and is not written over; nothing is written." : $"Nothing is written: {problem.Message}";
        }
        finally
        {
            Remove(stage);
        }
    }

    // The first folder on the way that is not there yet, or the file itself.
    private static string NewPart(string folder, string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end > 0; end = path.IndexOf('/', end + 1))
            if (!Directory.Exists(Path.Combine(folder, path[..end])))
                return path[..end];
        return path;
    }

    private static void Move(string from, string to)
    {
        if (Directory.Exists(from))
            Directory.Move(from, to);
        else
            File.Move(from, to, overwrite: false);
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else
            File.Delete(path);
    }
}
