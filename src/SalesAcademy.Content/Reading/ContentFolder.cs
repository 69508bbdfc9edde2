using System.Collections.Concurrent;

namespace SalesAcademy.Content.Reading;

/// <summary>
/// The files below the content folder, and perhaps some that are not written yet. Nothing outside the folder is ever read, whatever links
/// point there.
/// </summary>
internal sealed class ContentFolder
{
    public const int TextLimit = 64 * 1024;
    public const int AssetLimit = 2 * 1024 * 1024;
    private const int StartBytes = 64;
    private readonly string root;
    private readonly IReadOnlyDictionary<string, byte[]> planned;
    private readonly IReadOnlyDictionary<string, string> elsewhere;

    // Where folders really are, asked of the disk once; a file in one of them is asked for itself alone.
    private readonly ConcurrentDictionary<string, string> folders = new(StringComparer.Ordinal);

    /// <param name="folder">The folder.</param>
    /// <param name="planned">Bytes of files that are not written yet, by path; read before those on the disk.</param>
    /// <param name="elsewhere">Where large files lie that are not written yet, by the path they are to have.</param>
    public ContentFolder(string folder, IReadOnlyDictionary<string, byte[]>? planned = null, IReadOnlyDictionary<string, string>? elsewhere = null)
    {
        this.elsewhere = elsewhere ?? new Dictionary<string, string>(StringComparer.Ordinal);
        this.planned = planned ?? new Dictionary<string, byte[]>(StringComparer.Ordinal);
        root = Path.GetFullPath(folder);
        RealRoot = RealPath(root, 0);
    }

    private string RealRoot { get; }

    public bool Exists(string path) => File.Exists(Full(path)) || Directory.Exists(Full(path)) || planned.ContainsKey(path);

    public string Full(string path) => elsewhere.GetValueOrDefault(path) ?? Path.Combine(root, path);

    /// <summary>Names in a folder in ordinal order, without what editors and version control leave behind.</summary>
    public IReadOnlyList<string> Names(string path, Problems problems)
    {
        var inside = path.Length == 0 ? "" : $"{path}/";
        string[] added = [.. planned.Keys.Concat(elsewhere.Keys).Where(file => file.StartsWith(inside, StringComparison.Ordinal)).Select(file => file[inside.Length..].Split('/')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (!Directory.Exists(Full(path)))
            return added;
        if (Escapes(path, problems))
            return [];
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(Full(path)).Select(entry => Path.GetFileName(entry)).Where(name => !IsLitter(name)).Union(added, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            problems.Error(0, "file-unreadable.folder", path);
            return [];
        }
    }

    public bool IsFolder(string path) => Directory.Exists(Full(path));

    /// <summary>The bytes, or null with the reason reported.</summary>
    public byte[]? Read(string path, int limit, Problems problems)
    {
        if (Escapes(path, problems))
            return null;
        var written = planned.GetValueOrDefault(path);
        if (written is not null)
            return written.Length <= limit ? written : TooLarge(limit, problems);
        try
        {
            using var stream = new FileStream(Full(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length <= limit)
            {
                var bytes = new byte[stream.Length];
                return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
            }
            return TooLarge(limit, problems);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            problems.Error(0, "file-unreadable.file");
        }
        return null;
    }

    /// <summary>The first bytes of a file and the hash of all of them, read piece by piece; null with the reason reported.</summary>
    public (byte[] Start, string Hash)? Measure(string path, int limit, Problems problems)
    {
        if (Escapes(path, problems))
            return null;
        if (planned.GetValueOrDefault(path) is { } written)
            return written.Length <= limit ? (written, ContentHash.Of(written)) : Nothing(limit, problems);
        try
        {
            using var stream = new FileStream(Full(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > limit)
                return Nothing(limit, problems);
            var start = new byte[StartBytes];
            var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            stream.Position = 0;
            return (start[..length], ContentHash.Of(stream));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            problems.Error(0, "file-unreadable.file");
            return null;
        }

        static (byte[], string)? Nothing(int limit, Problems problems)
        {
            TooLarge(limit, problems);
            return null;
        }
    }

    /// <summary>Whether a file below that folder is not written yet.</summary>
    public bool IsPlanned(string folder) => planned.Keys.Concat(elsewhere.Keys).Any(file => file.StartsWith($"{folder}/", StringComparison.Ordinal));

    private static byte[]? TooLarge(int limit, Problems problems)
    {
        problems.Error(0, "file-too-large.file", limit / 1024);
        return null;
    }

    private static bool IsLitter(string name) => name.StartsWith('.') || name.EndsWith('~') || name.EndsWith(".tmp", StringComparison.Ordinal) || name.EndsWith(".swp", StringComparison.Ordinal);

    private bool Escapes(string path, Problems problems)
    {
        if (elsewhere.ContainsKey(path))
            return false;
        try
        {
            var real = RealPath(Full(path), 0);
            if (real == RealRoot || real.StartsWith(RealRoot + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                return false;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A link in a circle or into a folder we may not see is treated like one that leads outside.
        }
        problems.Error(0, "file-outside", path);
        return true;
    }

    // Resolves every component, not only the last: a link may pass through a linked folder.
    private string RealPath(string path, int depth)
    {
        if (depth > 40)
            throw new IOException("Links in a circle");
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
            return path;
        var here = Path.Combine(folders.GetOrAdd(parent, folder => RealPath(folder, depth)), Path.GetFileName(path));
        var target = new FileInfo(here).LinkTarget;
        return target is null ? here : RealPath(Path.GetFullPath(target, Path.GetDirectoryName(here)!), depth + 1); // a link has a parent
    }
}
