using System.IO.Enumeration;

namespace SalesAcademy.Content.Reading;

/// <summary>
/// How the files of a folder lay on the disk: names, sizes and times of change. As long as it is the same, so are they, and they need not be read again; a
/// file changed at the very moment of reading is the exception, so nothing that has just changed is trusted.
/// </summary>
/// <param name="Folder">The folder, in full.</param>
/// <param name="Files">All in it, by path.</param>
internal sealed record FolderStamp(string Folder, IReadOnlyList<FolderStamp.Entry> Files)
{
    // The coarsest clock of a file system still in use ticks every two seconds.
    private static readonly TimeSpan Coarsest = TimeSpan.FromSeconds(2);

    // Every file however deep, hidden ones too: a file passed over would be a change not seen. Links are not gone into (below), so there is no circle. What may not be read is a fault that whoever reads the folder reports, not a file less.
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Null where it says nothing: the folder is not there, something has just changed, or a link leads who knows where.</summary>
    public static FolderStamp? Of(string folder)
    {
        try
        {
            if (new DirectoryInfo(folder) is not { Exists: true } root || root.Attributes.HasFlag(FileAttributes.ReparsePoint))
                return null;
            var files = new FileSystemEnumerable<Entry>(root.FullName, static (ref entry) => new(entry.ToFullPath(), entry.IsDirectory ? 0 : entry.Length, entry.LastWriteTimeUtc.UtcTicks, entry.Attributes), Everything)
            {
                // A link may lead in a circle; that there is one is enough to trust nothing.
                ShouldRecursePredicate = static (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            }.ToArray();
            // The clock of the disk, which no test moves.
            var newest = TimeProvider.System.GetUtcNow().Subtract(Coarsest).UtcTicks;
            return files.Any(file => file.Changed > newest || file.Attributes.HasFlag(FileAttributes.ReparsePoint)) ? null
                : new(root.FullName, [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null; // whoever reads it finds the same, and reports it
        }
    }

    /// <summary>Equal when everything lies as it did.</summary>
    public bool Equals(FolderStamp? other) => other is not null && Folder == other.Folder && Files.SequenceEqual(other.Files);

    public override int GetHashCode() => HashCode.Combine(Folder, Files.Count);

    internal readonly record struct Entry(string Path, long Length, long Changed, FileAttributes Attributes);
}
