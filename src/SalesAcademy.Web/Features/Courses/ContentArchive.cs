using SalesAcademy.Content;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Keeps every document and image that was ever served, by its hash, so that any attempt, certificate or decision can be shown as it was.</summary>
internal sealed class ContentArchive(AcademyOptions options)
{
    // Found there before: ten thousand lessons are not looked for at every save.
    private readonly HashSet<string> kept = new(StringComparer.Ordinal);

    public string PathOf(string hash) => Path.Combine(options.Archive, hash);

    /// <summary>Keeps what is not kept yet; a file appears under its hash only when it is whole and on disk.</summary>
    /// <exception cref="IOException">There is no room, or an image has changed since it was compiled.</exception>
    public void Keep(Catalogue catalogue)
    {
        if (!Directory.Exists(options.Archive))
            kept.Clear(); // somebody took it away: all is kept anew
        Directory.CreateDirectory(options.Archive);
        foreach (var asset in catalogue.Courses.SelectMany(course => course.Assets).Where(asset => !IsKept(asset.Hash)))
            Write(asset.Hash, file => Copy(asset, file));
        foreach (var entry in catalogue.Archive.Where(entry => !IsKept(entry.Hash)))
            Write(entry.Hash, file => file.Write(entry.Bytes.Span));
    }

    /// <summary>Compiles the catalogue of that hash anew from what was kept; null when it was never served here.</summary>
    public Catalogue? Restore(string catalogueHash)
    {
        if (!IsHash(catalogueHash) || !File.Exists(PathOf(catalogueHash)))
            return null;
        var folder = Directory.CreateTempSubdirectory("academy-content-").FullName;
        try
        {
            foreach (var (hash, path) in Manifest(catalogueHash).SelectMany(part => Path.HasExtension(part.Path) ? [part] : FilesOf(part.Hash)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
                File.Copy(PathOf(hash), Path.Combine(folder, path));
            }

            return ContentCompiler.Compile(folder, Catalogue.Empty).Catalogue;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private bool IsKept(string hash) => kept.Contains(hash) || (File.Exists(PathOf(hash)) && kept.Add(hash));

    // A course lists its files, and beside them the manifests of its lessons and quizzes, which name the same files again.
    private IEnumerable<(string Hash, string Path)> FilesOf(string course) => Manifest(course).Where(file => Path.HasExtension(file.Path));

    // Piece by piece: a recording is larger than memory should be.
    private static void Copy(CourseAsset asset, FileStream file)
    {
        using (var source = File.OpenRead(asset.FullPath))
            source.CopyTo(file);
        file.Position = 0;
        if (ContentHash.Of(file) != asset.Hash)
            throw new IOException($"{asset.Name} changed while it was being read");
    }

    private void Write(string hash, Action<FileStream> write)
    {
        var partial = $"{PathOf(hash)}.{Guid.CreateVersion7():N}.partial";
        try
        {
            using (var file = new FileStream(partial, FileMode.CreateNew))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, PathOf(hash), overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(partial);
            throw;
        }
    }

    private IEnumerable<(string Hash, string Path)> Manifest(string hash) =>
        File.ReadLines(PathOf(hash)).Select(line => (line[..64], line[65..]));

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
