using System.Text;

namespace SalesAcademy.Web.Shared.Commands;

/// <summary>Writes a file that was not there: whole and on the disk, or not at all.</summary>
internal static class NewFile
{
    /// <summary>Under a name that nobody reads until it is whole. Null when it is written, otherwise why not; a file that exists is never written over.</summary>
    public static async Task<string?> Write(string path, string text)
    {
        path = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(path) ?? path; // a root is no file, and fails below
        var unfinished = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        try
        {
            await Stage(unfinished, text);
            File.Move(unfinished, path, overwrite: false);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(unfinished);
            return File.Exists(path) ? $"{path} exists already and is not written over." : $"{path} cannot be written: {problem.Message}";
        }
    }

    /// <summary>The bytes on the disk, with the folders on the way, and under no name yet that anybody reads.</summary>
    internal static async Task Stage(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}
