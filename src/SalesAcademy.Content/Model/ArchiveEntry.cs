using System.Text;

namespace SalesAcademy.Content;

/// <summary>
/// Bytes that must be kept under their hash before they are served. Either a text file, line endings normalised, or the
/// manifest of a lesson, quiz, course or the whole catalogue: its lines are "hash path", so a recorded hash leads to every file it stood for.
/// </summary>
/// <param name="Path">The file's path relative to the content folder, or the document the manifest is of.</param>
/// <param name="Hash">SHA-256 of Bytes, lower-case hex.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record ArchiveEntry(string Path, string Hash, ReadOnlyMemory<byte> Bytes)
{
    internal static ArchiveEntry Of(string path, byte[] bytes) => new(path, ContentHash.Of(bytes), bytes);

    internal static ArchiveEntry Manifest(string path, IEnumerable<(string Path, string Hash)> parts) => Of(path, Encoding.UTF8.GetBytes(
        string.Concat(parts.OrderBy(part => part.Path, StringComparer.Ordinal).Select(part => $"{part.Hash} {part.Path}\n"))));
}
